import './compose.css';
import { useMemo, useState } from 'react';
import { Button } from '../../base/button.js';
import { EmptyState } from '../../base/notice.js';
import { CodeEditor } from '../../editor/code-editor.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { useSession, type Workspace } from '../../state/session.js';
import { FactSheet } from './fact-sheet.js';
import { FileTabs } from './file-tabs.js';
import { FileTree } from './file-tree.js';
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

function Compose({ workspace }: { readonly workspace: Workspace }) {
    const { activePath, compiled, findings, languageFell } = useSession();
    const [sheetOpen, setSheetOpen] = useState(false);
    const path = activePath ?? firstPath(workspace);
    const text = workspace.files.get(path) ?? '';
    const isFresh = findings?.revision === workspace.revision;
    const here = useMemo(() => findings?.diagnostics.filter(({ location }) => location?.path === path) ?? [], [findings, path]);
    return (
        <div className="compose" data-sheet={sheetOpen}>
            <h1 className="visually-hidden">Rédiger</h1>
            <FileTree workspace={workspace} active={path} findings={findings?.diagnostics ?? []} />
            <div className="compose-middle">
                <VariantOffer />
                <FileTabs active={path} sheetOpen={sheetOpen} onSheet={() => setSheetOpen(!sheetOpen)} />
                <div className="compose-editor" role="tabpanel" id="editor-panel" aria-label={path}>
                    <CodeEditor path={path} text={text} findings={isFresh ? here : undefined} />
                </div>
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
