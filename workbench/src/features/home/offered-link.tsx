import { Button } from '../../base/button.js';
import { counted } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { leaveOffered, openOffered } from '../../state/links.js';
import { useSession } from '../../state/session.js';

const REFUSED = {
    'too-large': 'Ce lien est trop long pour être ouvert : demandez les fichiers.',
    damaged: 'Ce lien est abîmé, souvent coupé par une messagerie : demandez-le à nouveau, ou demandez les fichiers.',
    'other-demo': 'Ce lien vient d’une autre version de l’atelier, dont la démonstration diffère : demandez les fichiers.',
} as const;

/** What a link brought: it is said before it is opened, since anybody may have written it. */
export function OfferedLink() {
    const { offered, workspace } = useSession();
    if (offered === undefined) return null;
    if (offered.kind === 'refused')
        return (
            <Notice tone="bad" action={<Button onClick={leaveOffered}>Fermer</Button>}>
                <strong>Le lien n’est pas ouvert.</strong> {REFUSED[offered.reason]}
            </Notice>
        );
    const { files, demo, removed = [] } = offered.work;
    const isDemoAlone = demo !== undefined && files.length === 0 && removed.length === 0;
    return (
        <Notice
            tone="warn"
            action={
                <span className="row">
                    <Button look="primary" onClick={() => void openOffered()}>
                        Ouvrir ces textes
                    </Button>
                    <Button onClick={leaveOffered}>Ne pas ouvrir</Button>
                </span>
            }
        >
            <strong>
                {isDemoAlone
                    ? 'Un lien ouvre la démonstration, telle quelle.'
                    : `Un lien apporte ${counted(files.length, 'fichier de règles', 'fichiers de règles')}${demo === undefined ? '' : ', sur ceux de la démonstration'}.`}
            </strong>{' '}
            Il ne porte aucune donnée, et n’importe qui a pu l’écrire : relisez les textes avant de vous en servir.
            {workspace !== undefined && ' Ce qui est ouvert sera remplacé ; « Annuler » le ramène.'}
        </Notice>
    );
}
