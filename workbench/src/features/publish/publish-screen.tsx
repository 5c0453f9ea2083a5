import './publish.css';
import { Button } from '../../base/button.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { lastRun, useSession } from '../../state/session.js';
import { ChartFiles } from './chart-files.js';
import { PolicyFiles } from './policy-files.js';
import { ReplayFiles } from './replay-files.js';
import { ShareLink } from './share-link.js';

/** What leaves the workbench, by the user's hand: files of the replay, texts of the variant, a link without data. */
export function PublishScreen() {
    const run = useSession(lastRun);
    const workspace = useSession((state) => state.workspace);
    if (workspace === undefined)
        return (
            <EmptyState
                title="Rien à partager encore"
                action={
                    <Button look="primary" onClick={() => void openDemo().then(() => show('partager'))}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Les fichiers à partager viennent d’un rejeu et des textes ouverts.</p>
            </EmptyState>
        );
    return (
        <div className="page">
            <header className="stack">
                <h1>Partager</h1>
                <p className="soft">Chaque fichier est fait ici et enregistré par votre navigateur. Rien n’est envoyé.</p>
            </header>
            {run?.receipt === undefined ? (
                <Notice
                    action={
                        <Button look="primary" onClick={() => show('rejouer')}>
                            Rejouer
                        </Button>
                    }
                >
                    Aucun rejeu encore : le rapport et les tableaux en viennent.
                </Notice>
            ) : (
                <ReplayFiles run={run} receipt={run.receipt} />
            )}
            {run !== undefined && <ChartFiles run={run} />}
            <PolicyFiles workspace={workspace} />
            <ShareLink />
        </div>
    );
}
