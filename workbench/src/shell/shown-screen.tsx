import { useEffect, useState } from 'react';
import { Button } from '../base/button.js';
import { EmptyState } from '../base/notice.js';
import { HomeScreen } from '../features/home/home-screen.js';
import type { Screen } from '../state/session.js';
import type { SCREENS } from './screens.js';

type Loaded = typeof SCREENS | 'loading' | 'failed';

/**
 * The screen shown. The first is painted at once; the others follow without being asked, so that an open page needs the network no more.
 */
export function ShownScreen({ screen }: { readonly screen: Screen }) {
    const [screens, setScreens] = useState<Loaded>('loading');
    useEffect(() => {
        let isShown = true;
        import('./screens.js').then(
            (loaded) => {
                // The editor's signs would be asked for at the first editor.
                void document.fonts.load('16px codicon');
                if (isShown) setScreens(loaded.SCREENS);
            },
            () => isShown && setScreens('failed'),
        );
        return () => {
            isShown = false;
        };
    }, []);
    if (screen === 'accueil') return <HomeScreen />;
    if (screens === 'loading') return <p role="status">Ouverture de l’écran…</p>;
    if (screens === 'failed')
        return (
            <EmptyState title="L’atelier ne s’est pas ouvert en entier" action={<Button onClick={() => window.location.reload()}>Recharger la page</Button>}>
                <p>Un de ses fichiers n’a pas pu être lu : la page qui l’héberge est incomplète ou n’est plus joignable.</p>
            </EmptyState>
        );
    const Shown = screens[screen];
    return <Shown />;
}
