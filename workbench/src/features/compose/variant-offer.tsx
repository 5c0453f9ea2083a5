import { useMemo, useRef } from 'react';
import { Button } from '../../base/button.js';
import { NameVariant } from '../../base/name-variant.js';
import { Notice } from '../../base/notice.js';
import { show } from '../../state/navigation.js';
import { useSession } from '../../state/session.js';
import { editedVersion, makeVariant, type EditedVersion } from '../../state/variants.js';

/** Offers to make a variant of edits written in a version's own text; then, to replay it. */
export function VariantOffer() {
    const compiled = useSession((state) => state.compiled);
    const workspace = useSession((state) => state.workspace);
    const runs = useSession((state) => state.runs);
    const edited = useMemo(() => editedVersion({ compiled, workspace }), [compiled, workspace]);
    const known = new Set(runs.at(-1)?.project.variants.map(({ variant }) => variant?.name));
    const fresh = compiled?.project.variants.find(({ variant }) => variant !== undefined && !known.has(variant.name));
    if (edited !== undefined) return <Offer edited={edited} />;
    if (runs.length === 0 || fresh === undefined || compiled?.diagnostics.some(({ severity }) => severity === 'error') === true) return null;
    return (
        <Notice
            tone="good"
            action={
                <Button look="primary" onClick={() => show('rejouer')}>
                    Rejouer avec elle
                </Button>
            }
        >
            La variante « {fresh.variant?.label ?? fresh.variant?.name} » n’a pas encore été rejouée.
        </Notice>
    );
}

function Offer({ edited }: { readonly edited: EditedVersion }) {
    const dialog = useRef<HTMLDialogElement>(null);
    const { after, edits, isBeyond } = edited;
    if (edits.length === 0 || isBeyond)
        return (
            <Notice tone="warn">
                <strong>La version {after.version}, en vigueur, est modifiée</strong> ailleurs que dans ses critères, leurs combinaisons, ses listes et son
                classement : une variante ne sait pas l’écrire. Remettez cette partie comme elle était pour faire du reste une variante.
            </Notice>
        );
    return (
        <>
            <Notice
                tone="warn"
                action={
                    <Button look="primary" onClick={() => dialog.current?.showModal()}>
                        En faire une variante
                    </Button>
                }
            >
                <strong>La version {after.version}, en vigueur, est modifiée.</strong> Pour la comparer à elle-même, faites de ces modifications une variante.
            </Notice>
            <NameVariant
                dialog={dialog}
                title="Nommer la variante"
                promise="La version en vigueur retrouve son texte ; la variante a son propre fichier."
                onName={(label) => makeVariant(edited, label)}
            >
                <pre className="variant-edits">{edits.join('\n')}</pre>
            </NameVariant>
        </>
    );
}
