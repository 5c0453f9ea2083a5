import { el } from '../../drawing/markup.js';
import type { Section } from '../../drawing/section.js';

/** Ten words that a newcomer to social housing meets in this page. */
const WORDS: readonly (readonly [word: string, meaning: string])[] = [
    ['Bailleur', 'L’organisme qui possède et loue des logements sociaux.'],
    ['CALEOL', 'La commission d’attribution des logements et d’examen de l’occupation des logements : elle examine les candidats et décide.'],
    ['CIL', 'La conférence intercommunale du logement : elle réunit élus, bailleurs, réservataires et associations, et fixe les orientations.'],
    ['Cotation', 'Des points donnés à chaque demande selon des critères votés. La note aide à choisir ; elle ne décide pas.'],
    ['DALO', 'Le droit au logement opposable : un ménage reconnu prioritaire et à loger d’urgence par une commission de médiation.'],
    ['Mutation', 'La demande d’un locataire de logement social qui veut changer de logement.'],
    ['Premier quartile', 'Le quart des demandeurs dont les ressources par unité de consommation sont les plus faibles.'],
    ['QPV', 'Quartier prioritaire de la politique de la ville.'],
    ['Réservataire', 'Celui qui a le droit de proposer des candidats pour un logement : l’État, une collectivité, Action Logement ou un employeur.'],
    ['Vivier', 'Toutes les demandes ouvertes, à un jour donné, qui pourraient convenir à un logement.'],
];

/** The glossary. */
export function glossarySection(): Section {
    return {
        id: 'mots',
        title: 'Dix mots pour lire ce rapport',
        content: [el('dl', {}, WORDS.map(([word, meaning]) => [el('dt', {}, word), el('dd', {}, meaning)]).flat())],
    };
}
