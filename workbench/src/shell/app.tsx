import { useEffect, type ComponentType, type MouseEvent } from 'react';
import { CompareScreen } from '../features/compare/compare-screen.js';
import { DataScreen } from '../features/data/data-screen.js';
import { ExamplesScreen } from '../features/examples/examples-screen.js';
import { GalleryScreen } from '../features/gallery/gallery-screen.js';
import { OfferedLink } from '../features/home/offered-link.js';
import { KeptSession } from '../features/home/kept-session.js';
import { RefusedFiles } from '../features/home/refused-files.js';
import { HomeScreen } from '../features/home/home-screen.js';
import { ComposeScreen } from '../features/compose/compose-screen.js';
import { PresentScreen } from '../features/present/present-screen.js';
import { PublishScreen } from '../features/publish/publish-screen.js';
import { ReplayScreen } from '../features/replay/replay-screen.js';
import { SensitivityScreen } from '../features/sensitivity/sensitivity-screen.js';
import { followKept } from '../state/keeping.js';
import { followLink } from '../state/links.js';
import { followHistory } from '../state/navigation.js';
import { useSession, type Screen } from '../state/session.js';
import { Announcer } from './announcer.js';
import { ErrorBoundary } from './error-boundary.js';
import { followKeys } from './undo-keys.js';
import { Menu } from './menu.js';
import { TopBar } from './top-bar.js';

const FEATURES: Readonly<Record<Screen, ComponentType>> = {
    accueil: HomeScreen,
    comparer: CompareScreen,
    rejouer: ReplayScreen,
    rediger: ComposeScreen,
    sensibilite: SensitivityScreen,
    exemples: ExamplesScreen,
    donnees: DataScreen,
    presenter: PresentScreen,
    partager: PublishScreen,
    galerie: GalleryScreen,
};

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
    const Feature = FEATURES[screen];
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
                    <Feature />
                </ErrorBoundary>
            </main>
            <Announcer />
        </div>
    );
}
