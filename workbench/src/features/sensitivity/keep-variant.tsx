import { useRef, useState } from 'react';
import { policyChanges } from '@bareme/language/telling';
import { Button } from '../../base/button.js';
import { NameVariant } from '../../base/name-variant.js';
import { turnedPolicy } from '../../reading/turned-policy.js';
import { useSession } from '../../state/session.js';
import { keepTurns, type Turnable } from '../../state/trials.js';

/** Names the numbers tried, and writes them as a variant. */
export function KeepVariant({ turnable, disabled }: { readonly turnable: Turnable; readonly disabled: boolean }) {
    const dialog = useRef<HTMLDialogElement>(null);
    const [isOpen, setOpen] = useState(false);
    const open = (): void => {
        setOpen(true);
        dialog.current?.showModal();
    };
    return (
        <>
            <Button look="primary" disabled={disabled} onClick={open}>
                Garder comme variante
            </Button>
            <NameVariant
                dialog={dialog}
                title="Garder comme variante"
                promise="La variante a son propre fichier ; la version en vigueur ne change pas."
                onName={keepTurns}
                onClose={() => setOpen(false)}
            >
                {isOpen && <Changes turnable={turnable} />}
            </NameVariant>
        </>
    );
}

/** What the numbers change, in words. */
function Changes({ turnable: { version, knobs } }: { readonly turnable: Turnable }) {
    const turns = useSession(({ trial }) => trial.turns);
    return (
        <ul>
            {policyChanges(version, turnedPolicy(version, knobs, turns)).map(({ id, text }) => (
                <li key={id}>{text}</li>
            ))}
        </ul>
    );
}
