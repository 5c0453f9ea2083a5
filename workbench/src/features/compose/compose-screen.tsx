import './compose.css';
import { useMemo, useState } from 'react';
import { Button } from '../../base/button.js';
import { EmptyState } from '../../base/notice.js';
import { Segmented } from '../../base/segmented.js';
import { CodeEditor } from '../../editor/code-editor.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { useSession, type Workspace } from '../../state/session.js';
import { FactSheet } from './fact-sheet.js';
import { FileTabs } from './file-tabs.js';
import { FileTree } from './file-tree.js';
import { GridNotice, GridView } from './grid-view.js';
import { Problems } from './problems.js';
import { VariantOffer } from './variant-offer.js';

/** The texts on one side, what is wrong with them and what to do about it around. */
export function ComposeScreen() {
    const workspace = useSession((state) => state.workspace);
    if (workspace === undefined)
        return (
            <EmptyState
                title="Aucun texte ouvert"
                action={
                    <Button look="primary" onClick={() => void openDemo().then(() => show('rediger'))}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Ouvrez la démonstration pour lire des règles déjà écrites, ou vos fichiers depuis l’accueil.</p>
            </EmptyState>
        );
    return <Compose workspace={workspace} />;
}

type View = 'texte' | 'grille';

const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
    { value: 'texte', label: 'Texte' },
    { value: 'grille', label: 'Grille' },
];

function Compose({ workspace }: { readonly workspace: Workspace }) {
    const { activePath, compiled, findings, languageFell, goTo } = useSession();
    const [sheetOpen, setSheetOpen] = useState(false);
    const path = activePath ?? firstPath(workspace);
    const text = workspace.files.get(path) ?? '';
    const isFresh = findings?.revision === workspace.revision;
    const [view, setView] = useState<View>('texte');
    const policy = compiled?.project.policies.find(({ scorings }) => scorings.some(({ at }) => at[0] === path));
    const hasGrid = policy !== undefined;
    const hasErrors = findings?.diagnostics.some(({ severity }) => severity === 'error') ?? false;
    // Whatever leads to a place of the text shows the text.
    if (goTo !== undefined && view === 'grille') setView('texte');
    const here = useMemo(() => findings?.diagnostics.filter(({ location }) => location?.path === path) ?? [], [findings, path]);
    return (
        <div className="compose" data-sheet={sheetOpen}>
            <h1 className="visually-hidden">Rédiger</h1>
            <FileTree workspace={workspace} active={path} findings={findings?.diagnostics ?? []} />
            <div className="compose-middle">
                <VariantOffer />
                <FileTabs active={path} sheetOpen={sheetOpen} onSheet={() => setSheetOpen(!sheetOpen)}>
                    {hasGrid && <Segmented legend="Façon de lire la grille" value={view} options={VIEWS} onChange={setView} />}
                </FileTabs>
                {hasGrid && view === 'grille' ? (
                    <div className="compose-editor" role="tabpanel" id="editor-panel" aria-label={path}>
                        <GridNotice hasErrors={hasErrors} onText={() => setView('texte')} />
                        <GridView
                            policy={policy}
                            path={path}
                            texts={workspace.files}
                            isFresh={compiled?.revision === workspace.revision && !hasErrors}
                            onText={() => setView('texte')}
                        />
                    </div>
                ) : (
                    <div className="compose-editor" role="tabpanel" id="editor-panel" aria-label={path}>
                        <CodeEditor path={path} text={text} findings={isFresh ? here : undefined} />
                    </div>
                )}
                <Problems
                    findings={findings?.diagnostics ?? []}
                    path={path}
                    isFresh={isFresh}
                    isComplete={isFresh && compiled?.revision === workspace.revision}
                    fell={languageFell}
                />
            </div>
            {sheetOpen && compiled !== undefined && <FactSheet compiled={compiled} onClose={() => setSheetOpen(false)} />}
        </div>
    );
}

/** The file to show at first: the last version's policy. */
function firstPath({ files }: Workspace): string {
    const paths = [...files.keys()];
    return paths.filter((path) => path.endsWith('/politique.bareme')).at(-1) ?? paths[0] ?? '';
}
