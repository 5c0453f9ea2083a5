import type { ComponentType } from 'react';
import { CompareScreen } from '../features/compare/compare-screen.js';
import { ComposeScreen } from '../features/compose/compose-screen.js';
import { DataScreen } from '../features/data/data-screen.js';
import { ExamplesScreen } from '../features/examples/examples-screen.js';
import { GalleryScreen } from '../features/gallery/gallery-screen.js';
import { PresentScreen } from '../features/present/present-screen.js';
import { PublishScreen } from '../features/publish/publish-screen.js';
import { ReplayScreen } from '../features/replay/replay-screen.js';
import { SensitivityScreen } from '../features/sensitivity/sensitivity-screen.js';
import type { Screen } from '../state/session.js';

/** Every screen but the first, with the editor: most of the workbench by weight. */
export const SCREENS: Readonly<Record<Exclude<Screen, 'accueil'>, ComponentType>> = {
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
