import type { MouseEvent } from 'react';
import { show } from '../state/navigation.js';
import { SCREENS, useSession, type Screen } from '../state/session.js';

const LABELS: Readonly<Record<Exclude<Screen, 'galerie'>, string>> = {
    accueil: 'Accueil',
    comparer: 'Comparer',
    rejouer: 'Rejouer',
    rediger: 'Rédiger',
    sensibilite: 'Sensibilité',
    exemples: 'Exemples',
    donnees: 'Données',
    presenter: 'Présenter',
    partager: 'Partager',
};

/** The screens. */
export function Menu() {
    const current = useSession((state) => state.screen);
    const follow = (event: MouseEvent, screen: Screen): void => {
        event.preventDefault();
        show(screen);
    };
    return (
        <nav className="menu" aria-label="Écrans de l’atelier">
            <ul>
                {SCREENS.filter((screen) => screen !== 'galerie').map((screen) => (
                    <li key={screen}>
                        <a href={`#/${screen}`} aria-current={screen === current ? 'page' : undefined} onClick={(event) => follow(event, screen)}>
                            {LABELS[screen]}
                        </a>
                    </li>
                ))}
            </ul>
            <p className="note">Tout se passe sur cette machine : ni vos règles ni vos données n’en sortent.</p>
        </nav>
    );
}
