import type { Place } from '../base/place.js';
import { SCREENS, session, update, type Screen } from './session.js';
import { undoably } from './undo.js';

const isScreen = (word: string): word is Screen => (SCREENS as readonly string[]).includes(word);

/** The screen that an address names; the first one otherwise. */
export function screenOf(hash: string): Screen {
    const word = hash.replace(/^#\/?/, '');
    return isScreen(word) ? word : 'accueil';
}

/** Shows a screen, so that the browser's back button leads here again. */
export function show(screen: Screen): void {
    if (session().screen === screen) return;
    history.pushState(undefined, '', `#/${screen}`);
    update({ screen });
}

/** Follows the browser's back and forward buttons; gives what stops it. */
export function followHistory(): () => void {
    const follow = (): void => update({ screen: screenOf(window.location.hash) });
    window.addEventListener('popstate', follow);
    follow();
    return () => window.removeEventListener('popstate', follow);
}

/** Opens a policy file, at a place if one is given, in the editor. */
export function openFile(path: string, goTo?: Place): void {
    const { openPaths } = session();
    update({ openPaths: openPaths.includes(path) ? openPaths : [...openPaths, path], activePath: path, goTo });
    show('rediger');
}

/** Closes a tab of the editor; the text stays in the workspace. */
export function closeFile(path: string): void {
    const { openPaths, activePath } = session();
    const rest = openPaths.filter((other) => other !== path);
    const next = rest[Math.max(0, openPaths.indexOf(path) - 1)];
    undoably(`onglet « ${path.split('/').at(-1) ?? path} » fermé`, () => update({ openPaths: rest, activePath: activePath === path ? next : activePath }));
}
