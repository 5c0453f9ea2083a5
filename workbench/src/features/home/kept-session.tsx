import { Button } from '../../base/button.js';
import { moment } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { erase, resume } from '../../state/keeping.js';
import { useSession } from '../../state/session.js';

/** What was kept the last time, to be opened again or erased. */
export function KeptSession() {
    const { keeping, workspace } = useSession();
    if (keeping.kind !== 'off' || keeping.found === undefined || workspace !== undefined) return null;
    return (
        <Notice
            tone="good"
            action={
                <span className="row">
                    <Button look="primary" onClick={() => void resume()}>
                        Reprendre
                    </Button>
                    <Button onClick={() => void erase()}>Effacer</Button>
                </span>
            }
        >
            Un travail est conservé sur cette machine, du {moment(keeping.found)}.
        </Notice>
    );
}
