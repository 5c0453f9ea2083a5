import { useState, type ReactNode, type RefObject, type SyntheticEvent } from 'react';
import { Button } from './button.js';

interface NameVariantProps {
    readonly dialog: RefObject<HTMLDialogElement | null>;
    readonly title: string;
    /** What the variant changes. */
    readonly children: ReactNode;
    /** What becomes of the version in force. */
    readonly promise: string;
    readonly onName: (label: string) => void;
    readonly onClose?: () => void;
}

/** Asks what the working group will call a variant. */
export function NameVariant({ dialog, title, children, promise, onName, onClose }: NameVariantProps) {
    const [label, setLabel] = useState('');
    const create = (event: SyntheticEvent): void => {
        event.preventDefault();
        dialog.current?.close();
        onName(label.trim() === '' ? 'Ma variante' : label.trim());
    };
    return (
        <dialog ref={dialog} className="dialog" aria-labelledby="variant-title" onClose={onClose}>
            <form className="stack" onSubmit={create}>
                <h2 id="variant-title">{title}</h2>
                <label className="stack small">
                    Comme le groupe de travail l’appellera
                    <input value={label} placeholder="Ma variante" maxLength={80} autoFocus onChange={({ target }) => setLabel(target.value)} />
                </label>
                <div>
                    <p className="overline">Ce qu’elle change</p>
                    {children}
                </div>
                <p className="soft small">{promise}</p>
                <div className="row">
                    <button type="submit" className="button" data-look="primary">
                        Créer la variante
                    </button>
                    <Button look="quiet" onClick={() => dialog.current?.close()}>
                        Annuler
                    </Button>
                </div>
            </form>
        </dialog>
    );
}
