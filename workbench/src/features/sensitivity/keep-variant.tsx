import { useRef, useState, type SyntheticEvent } from 'react';
import { policyChanges } from '@bareme/language/telling';
import { Button } from '../../base/button.js';
import { turnedPolicy } from '../../reading/turned-policy.js';
import { useSession } from '../../state/session.js';
import { keepTurns, type Turnable } from '../../state/trials.js';

/** Names the numbers tried, and writes them as a variant. */
export function KeepVariant({ turnable, disabled }: { readonly turnable: Turnable; readonly disabled: boolean }) {
    const dialog = useRef<HTMLDialogElement>(null);
    const [label, setLabel] = useState('');
    const [isOpen, setOpen] = useState(false);
    const keep = (event: SyntheticEvent): void => {
        event.preventDefault();
        dialog.current?.close();
        keepTurns(label.trim() === '' ? 'Ma variante' : label.trim());
    };
    return (
        <>
            <Button
                look="primary"
                disabled={disabled}
                onClick={() => {
                    setOpen(true);
                    dialog.current?.showModal();
                }}
            >
                Garder comme variante
            </Button>
            <dialog ref={dialog} className="dialog" aria-labelledby="keep-title" onClose={() => setOpen(false)}>
                <form className="stack" onSubmit={keep}>
                    <h2 id="keep-title">Garder comme variante</h2>
                    <label className="stack small">
                        Comme le groupe de travail l’appellera
                        <input value={label} placeholder="Ma variante" maxLength={80} autoFocus onChange={({ target }) => setLabel(target.value)} />
                    </label>
                    {isOpen && <Changes turnable={turnable} />}
                    <p className="soft small">La variante a son propre fichier ; la version en vigueur ne change pas.</p>
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
        </>
    );
}

/** What the numbers change, in words. */
function Changes({ turnable: { version, knobs } }: { readonly turnable: Turnable }) {
    const turns = useSession(({ trial }) => trial.turns);
    return (
        <div>
            <p className="overline">Ce qu’elle change</p>
            <ul>
                {policyChanges(version, turnedPolicy(version, knobs, turns)).map(({ id, text }) => (
                    <li key={id}>{text}</li>
                ))}
            </ul>
        </div>
    );
}
