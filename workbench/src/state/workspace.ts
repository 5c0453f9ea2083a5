import type { CompileAnswer } from '../workers/language-protocol.js';
import { languageClient } from '../workers/language-client.js';
import { announce, NO_TRIAL, session, update, useSession, type Files, type Workspace } from './session.js';
import { undoably } from './undo.js';

const language = languageClient({
    onCompiled: hear,
    onExamples: (examples) => {
        if (examples.revision === session().workspace?.revision) update({ examples });
    },
    onCrash: () => update({ compiling: false, languageFell: true }),
});

/** Asks the language server, of the files as they are. */
export const askLanguage = language.ask;

/** What the language server can do. */
export const languageCapabilities = language.capabilities;

function hear({ revision, project, diagnostics }: CompileAnswer): void {
    const { workspace } = session();
    if (revision !== workspace?.revision) return;
    update({ findings: { revision, diagnostics }, languageFell: false });
    if (project === undefined) return;
    update({ compiled: { revision, project, diagnostics }, compiling: false });
    if (workspace.openedProject === undefined && workspace.files === workspace.opened) update({ workspace: { ...workspace, openedProject: project } });
}

/** Tells of each compilation; gives what stops it. */
export function onCompiled(listener: () => void): () => void {
    return useSession.subscribe(({ compiled }, before) => {
        if (compiled !== before.compiled) listener();
    });
}

/** Has the workspace compiled as it is now. */
export function compile(): void {
    const { workspace } = session();
    if (workspace === undefined) return;
    update({ compiling: true });
    language.sync(workspace.revision, workspace.files);
}

/** The workspace with other files: one more revision. */
function revised(workspace: Workspace, files: Files): Workspace {
    return { ...workspace, files, revision: workspace.revision + 1 };
}

/** A file's new text, or a new file. */
export function writeFile(path: string, text: string): void {
    const { workspace } = session();
    if (workspace === undefined || workspace.files.get(path) === text) return;
    const files = new Map(workspace.files).set(path, text);
    update({ workspace: revised(workspace, files) });
    compile();
}

/** Puts a file back as it was opened; one that was made here is taken away. */
export function restoreFile(path: string): void {
    const name = path.split('/').at(-1) ?? path;
    const isNew = session().workspace?.opened.has(path) !== true;
    undoably(isNew ? `« ${name} » supprimé` : `« ${name} » remis au texte ouvert`, () => restore(path));
    announce(isNew ? `« ${name} » supprimé.` : `« ${name} » a retrouvé le texte ouvert.`);
}

function restore(path: string): void {
    const { workspace, openPaths, activePath } = session();
    if (workspace === undefined) return;
    const opened = workspace.opened.get(path);
    if (opened !== undefined) return writeFile(path, opened);
    const files = new Map([...workspace.files].filter(([other]) => other !== path));
    update({
        workspace: revised(workspace, files),
        openPaths: openPaths.filter((other) => other !== path),
        activePath: activePath === path ? undefined : activePath,
    });
    compile();
}

/** Opens policy files in the place of those that were open. */
export function openWorkspace(origin: Workspace['origin'], files: Files): void {
    const revision = (session().workspace?.revision ?? 0) + 1;
    update({
        workspace: { origin, files, opened: files, revision },
        findings: undefined,
        examples: undefined,
        trial: NO_TRIAL,
        openPaths: [],
        activePath: undefined,
        goTo: undefined,
        proposed: undefined,
    });
    compile();
}
