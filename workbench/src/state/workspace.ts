import type { CompileAnswer } from '../workers/language-protocol.js';
import { languageClient } from '../workers/language-client.js';
import { session, update, type Files, type Workspace } from './session.js';

/** Time without an edit before the files are compiled again, in milliseconds. */
const REST = 120;

const language = languageClient(hear, () => update({ compiling: false, languageFell: true }));

function hear({ revision, project, diagnostics }: CompileAnswer): void {
    const { workspace } = session();
    update({ compiled: { revision, project, diagnostics }, compiling: false, languageFell: false });
    if (workspace !== undefined && workspace.openedProject === undefined && workspace.files === workspace.opened)
        update({ workspace: { ...workspace, openedProject: project } });
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Compiles the workspace, once its edits rest. */
export function compileSoon(rest = REST): void {
    clearTimeout(timer);
    update({ compiling: true });
    timer = setTimeout(() => {
        const { workspace } = session();
        if (workspace === undefined) return update({ compiling: false });
        language.compile(
            workspace.revision,
            [...workspace.files].map(([path, text]) => ({ path, text })),
        );
    }, rest);
}

/** The workspace with other files: one more revision. */
function revised(workspace: Workspace, files: Files): Workspace {
    return { ...workspace, files, revision: workspace.revision + 1 };
}

/** A file's new text, or a new file. Compiles soon. */
export function writeFile(path: string, text: string): void {
    const { workspace } = session();
    if (workspace === undefined || workspace.files.get(path) === text) return;
    const files = new Map(workspace.files).set(path, text);
    update({ workspace: revised(workspace, files) });
    compileSoon();
}

/** Puts a file back as it was opened; one that was made here is taken away. */
export function restoreFile(path: string): void {
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
    compileSoon();
}

/** Opens policy files in the place of those that were open. */
export function openWorkspace(origin: Workspace['origin'], files: Files): void {
    const revision = (session().workspace?.revision ?? 0) + 1;
    update({ workspace: { origin, files, opened: files, revision }, openPaths: [], activePath: undefined, goTo: undefined });
    compileSoon(0);
}
