import { announce, session, update, type Files, type FileTexts, type Undoable } from './session.js';
import { aroundNow, wholeNow } from './undo.js';
import { compile } from './workspace.js';

/** Takes back what was done last. */
export function undo(): void {
    const { undoable, redoable } = session();
    const last = undoable.at(-1);
    if (last === undefined) return;
    const inverse = restored(last);
    update({ undoable: undoable.slice(0, -1), redoable: [...redoable, inverse] });
    announce(`Annulé : ${last.label}`);
}

/** Does again what was taken back last. */
export function redo(): void {
    const { undoable, redoable } = session();
    const last = redoable.at(-1);
    if (last === undefined) return;
    const inverse = restored(last);
    update({ undoable: [...undoable, inverse], redoable: redoable.slice(0, -1) });
    announce(`Rétabli : ${last.label}`);
}

/** Puts things back, and gives what would put them again as they are now. */
function restored(action: Undoable): Undoable {
    if (action.kind === 'whole') {
        const inverse: Undoable = { kind: 'whole', label: action.label, whole: wholeNow() };
        const { workspace } = action.whole;
        update({ ...action.whole, replay: { kind: 'idle' }, ...(workspace === undefined ? {} : { workspace: { ...workspace, revision: revisionAfter() } }) });
        compile();
        return inverse;
    }
    const { label, before, after, around } = action;
    const inverse: Undoable = { kind: 'files', label, before: after, after: before, around: aroundNow() };
    putBack(before, after);
    const files = session().workspace?.files ?? new Map<string, string>();
    const { activePath } = around;
    update({
        ...around,
        openPaths: around.openPaths.filter((path) => files.has(path)),
        activePath: activePath !== undefined && files.has(activePath) ? activePath : undefined,
    });
    return inverse;
}

function revisionAfter(): number {
    return (session().workspace?.revision ?? 0) + 1;
}

/** Texts as they were before an action, but for those that were edited since: an edit is never lost. */
function putBack(before: FileTexts, after: FileTexts): void {
    const { workspace } = session();
    if (workspace === undefined || before.size === 0) return;
    const files = new Map(workspace.files);
    for (const [path, text] of before) {
        if (files.get(path) !== after.get(path)) continue;
        if (text === undefined) files.delete(path);
        else files.set(path, text);
    }
    update({ workspace: { ...workspace, files: inOrder(files), revision: revisionAfter() } });
    compile();
}

function inOrder(files: Files): Files {
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
