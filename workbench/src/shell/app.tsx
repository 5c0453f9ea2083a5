import { useEffect, type MouseEvent } from 'react';
import { OfferedLink } from '../features/home/offered-link.js';
import { KeptSession } from '../features/home/kept-session.js';
import { RefusedFiles } from '../features/home/refused-files.js';
import { followKept } from '../state/keeping.js';
import { followLink } from '../state/links.js';
import { followHistory } from '../state/navigation.js';
import { useSession } from '../state/session.js';
import { Announcer } from './announcer.js';
import { ErrorBoundary } from './error-boundary.js';
import { followKeys } from './undo-keys.js';
import { Menu } from './menu.js';
import { ShownScreen } from './shown-screen.js';
import { TopBar } from './top-bar.js';

/** The address says which screen is shown: going to its content must not change it. */
function skip(event: MouseEvent): void {
    event.preventDefault();
    document.getElementById('contenu')?.focus();
}

/** The whole workbench. */
export function App() {
    const screen = useSession((state) => state.screen);
    const theme = useSession((state) => state.theme);
    useEffect(followHistory, []);
    useEffect(() => {
        if (theme === 'system') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = theme;
    }, [theme]);
    useEffect(() => {
        // What had the focus went with the former screen: a keyboard goes on from the new one, not from the top of the page.
        if (document.activeElement === document.body) document.getElementById('contenu')?.focus({ preventScroll: true });
    }, [screen]);
    useEffect(followKeys, []);
    useEffect(followKept, []);
    useEffect(followLink, []);
    return (
        <div className="shell">
            <a className="skip button" href="#contenu" onClick={skip}>
                Aller au contenu
            </a>
            <header className="top">
                <div className="brand">
                    <img src="./icon.svg" alt="" />
                    Barème
                </div>
                <TopBar />
            </header>
            <Menu />
            <main className="main" id="contenu" tabIndex={-1} data-screen={screen}>
                <RefusedFiles />
                <OfferedLink />
                <KeptSession />
                <ErrorBoundary key={screen}>
                    <ShownScreen screen={screen} />
                </ErrorBoundary>
            </main>
            <Announcer />
        </div>
    );
}
