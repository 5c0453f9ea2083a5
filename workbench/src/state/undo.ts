import { session, update, type Around, type Files, type FileTexts, type Undoable, type Whole } from './session.js';

/** The most actions that are remembered. */
const MOST = 50;

/** Does something, and remembers how to take it back. `label` says what was done. */
export function undoably(label: string, act: () => void): void {
    const { workspace } = session();
    const around = aroundNow();
    act();
    const now = session();
    const changed = changedFiles(workspace?.files ?? new Map(), now.workspace?.files ?? new Map());
    if (changed.before.size === 0 && now.openPaths === around.openPaths && now.activePath === around.activePath) return;
    remember({ kind: 'files', label, ...changed, around });
}

/** Same, for what opens other files: nothing is remembered where none were open. */
export function undoablyReplaced(label: string, act: () => void): void {
    const whole = wholeNow();
    act();
    if (whole.workspace !== undefined) remember({ kind: 'whole', label, whole });
}

function remember(action: Undoable): void {
    update({ undoable: [...session().undoable, action].slice(-MOST), redoable: [] });
}

/** Where tabs and numbers tried are now. */
export function aroundNow(): Around {
    const { openPaths, activePath, trial } = session();
    return { openPaths, activePath, trial };
}

/** All that opening files replaces, as it is now. */
export function wholeNow(): Whole {
    const { workspace, compiled, findings, examples, territory, runs, edition } = session();
    return { workspace, compiled, findings, examples, territory, runs, edition, ...aroundNow() };
}

function changedFiles(before: Files, after: Files): { readonly before: FileTexts; readonly after: FileTexts } {
    const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
    return { before: new Map(paths.map((path) => [path, before.get(path)])), after: new Map(paths.map((path) => [path, after.get(path)])) };
}
