import './publish.css';
import type { Receipt } from '@bareme/language/replay';
import { Button } from '../../base/button.js';
import { download } from '../../base/download.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { unifiedDiff } from '../../reading/unified-diff.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { announce, isStale, lastRun, useSession, type Run, type Workspace } from '../../state/session.js';
import { outputText, type OutputName } from './outputs.js';

interface Output {
    readonly name: OutputName;
    readonly title: string;
    readonly help: string;
    readonly type: string;
    /** Its rows speak of households: not for an edition made to be shared, unless they are of nobody. */
    readonly isInternal: boolean;
}

const OUTPUTS: readonly Output[] = [
    {
        name: 'rapport.html',
        title: 'Rapport',
        help: 'La page à lire, à imprimer et à distribuer ; les petits effectifs y sont masqués.',
        type: 'text/html',
        isInternal: false,
    },
    { name: 'flux.csv', title: 'Comptes de flux', help: 'Convention par convention : dû, orienté, signé, solde.', type: 'text/csv', isInternal: false },
    { name: 'registre-interne.csv', title: 'Registre des baux', help: 'Un logement par ligne, sous chaque règle.', type: 'text/csv', isInternal: true },
    {
        name: 'rapport-interne.json',
        title: 'Tous les chiffres',
        help: 'Ce que la page montre, et le registre, pour un autre outil.',
        type: 'application/json',
        isInternal: true,
    },
    {
        name: 'recu.json',
        title: 'Reçu',
        help: 'Ce qui prouve le rejeu : mêmes fichiers, mêmes octets, sur toute machine.',
        type: 'application/json',
        isInternal: false,
    },
];

/** What leaves the workbench, by the user's hand: files of the replay, texts of the variant. */
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
            <PolicyFiles workspace={workspace} />
        </div>
    );
}

function ReplayFiles({ run, receipt }: { readonly run: Run; readonly receipt: Receipt }) {
    const edition = useSession((state) => state.edition);
    const files = useSession((state) => state.workspace?.files);
    const isOpen = edition === 'interne' || run.report.territory.synthetic;
    const save = ({ name, type, title }: Output): void => {
        download(name, outputText(run, receipt, name), type);
        announce(`${title} : enregistré sous ${name}.`);
    };
    return (
        <section className="card stack" aria-labelledby="replay-files">
            <h2 id="replay-files">Le dernier rejeu</h2>
            {isStale(run, files) && (
                <Notice tone="warn" action={<Button onClick={() => show('rejouer')}>Rejouer</Button>}>
                    <strong>À rejouer.</strong> Les textes ont changé depuis : ces fichiers disent ceux d’alors.
                </Notice>
            )}
            <ul className="outputs">
                {OUTPUTS.map((output) => (
                    <li key={output.name} className="row">
                        <div>
                            <strong>{output.title}</strong> <span className="soft small">{output.name}</span>
                            <p className="small soft">
                                {output.isInternal && !isOpen ? 'Il parle de ménages : passez en édition interne pour l’enregistrer.' : output.help}
                            </p>
                        </div>
                        <Button disabled={output.isInternal && !isOpen} onClick={() => save(output)} aria-label={`Enregistrer : ${output.title}`}>
                            Enregistrer
                        </Button>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function PolicyFiles({ workspace }: { readonly workspace: Workspace }) {
    const changed = [...workspace.files].filter(([path, text]) => workspace.opened.get(path) !== text);
    const patch = changed.map(([path, text]) => unifiedDiff(path, workspace.opened.get(path), text)).join('');
    return (
        <section className="card stack" aria-labelledby="policy-files">
            <h2 id="policy-files">Les textes modifiés</h2>
            {changed.length === 0 && (
                <p className="soft">
                    Aucun texte ne diffère de ce qui a été ouvert. <Button onClick={() => show('rediger')}>Rédiger</Button>
                </p>
            )}
            <ul className="outputs">
                {changed.map(([path, text]) => (
                    <li key={path} className="row">
                        <div>
                            <strong>{path.split('/').at(-1)}</strong> <span className="soft small">{path}</span>
                        </div>
                        <Button onClick={() => download(path.split('/').at(-1) ?? path, text, 'text/plain')} aria-label={`Enregistrer : ${path}`}>
                            Enregistrer
                        </Button>
                    </li>
                ))}
            </ul>
            {changed.length > 0 && (
                <div>
                    <Button onClick={() => download('modifications.patch', patch, 'text/x-diff')}>Toutes les modifications, en un correctif (.patch)</Button>
                </div>
            )}
        </section>
    );
}
