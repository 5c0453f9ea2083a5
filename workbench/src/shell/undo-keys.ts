import { redo, undo } from '../state/undoing.js';
import { session } from '../state/session.js';

/** Follows Ctrl+Z and Ctrl+Maj+Z outside of what has its own undo: the editor, fields, numbers tried. Gives what stops it. */
export function followKeys(): () => void {
    const follow = (event: KeyboardEvent): void => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
        if (
            event.target instanceof Element &&
            event.target.closest('.monaco-editor, textarea, input:not([type=radio], [type=checkbox], [type=range])') !== null
        )
            return;
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
    };
    const warn = (event: BeforeUnloadEvent): void => {
        if (isUnkept()) event.preventDefault();
    };
    window.addEventListener('keydown', follow);
    window.addEventListener('beforeunload', warn);
    return () => {
        window.removeEventListener('keydown', follow);
        window.removeEventListener('beforeunload', warn);
    };
}

/** Texts were edited, and nothing keeps them: closing the page would lose them. */
function isUnkept(): boolean {
    const { workspace, keeping } = session();
    if (workspace === undefined || keeping.kind === 'on') return false;
    return workspace.files.size !== workspace.opened.size || [...workspace.files].some(([path, text]) => workspace.opened.get(path) !== text);
}
