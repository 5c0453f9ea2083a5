import { Button } from '../../base/button.js';
import { counted } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { update, useSession } from '../../state/session.js';

/** Refusals told one by one. */
const TOLD = 5;

/** Files that were chosen and not opened: said on whatever screen opening the others leads to. */
export function RefusedFiles() {
    const refused = useSession((state) => state.refusedFiles);
    if (refused.length === 0) return null;
    return (
        <Notice tone="bad" action={<Button onClick={() => update({ refusedFiles: [] })}>Fermer</Button>}>
            {refused.slice(0, TOLD).map(({ path, reason }) => (
                <p key={path}>{path === undefined ? `Rien à ouvrir là : ${reason}.` : `« ${path} » n’est pas ouvert : ${reason}.`}</p>
            ))}
            {refused.length > TOLD && <p>{counted(refused.length - TOLD, 'autre fichier n’est pas ouvert', 'autres fichiers ne sont pas ouverts')}.</p>}
        </Notice>
    );
}
