import { list, paragraph, type Section } from '../../drawing/section.js';
import type { ReportView } from '../../figures/view.js';

/** What the tool does not say (law.md T6): an aid to decision, and nothing else. */
export function limitsSection({ report }: ReportView): Section {
    const isWithoutOccupants = report.entrants === undefined && report.mode !== 'constants';
    const synthetic = 'Il ne dit rien d’un territoire réel : ces données sont engendrées par un programme.';
    return {
        id: 'limites',
        title: 'Ce que ce rapport ne dit pas',
        content: [
            list([
                'Il n’attribue aucun logement. La cotation est une aide à la décision : le réservataire désigne, la commission d’attribution (CALEOL) examine et décide, le ménage accepte ou refuse.',
                'Il ne prévoit pas l’avenir : il rejoue une période passée, avec les demandes et les logements de cette période.',
                'Il ne dit pas qu’une règle est juste ni qu’elle est légale : il montre ses effets sur ces données, clause par clause.',
                'Il suppose que tous les acteurs suivent le classement autant sous chaque règle. Dans la réalité, une règle nouvelle change aussi les pratiques.',
                ...(isWithoutOccupants
                    ? ['Il ne compare pas ceux qui entrent à ceux qui occupent déjà le parc : le fichier des occupants n’a pas été donné.']
                    : []),
                ...(report.territory.synthetic ? [synthetic] : []),
            ]),
            paragraph(
                report.replications === undefined
                    ? 'Un écart de quelques ménages entre deux règles n’est pas un résultat : un seul jeu de tirages a été rejoué, et d’autres tirages donneraient d’autres ménages.'
                    : 'Un écart de quelques ménages entre deux règles n’est pas un résultat : les intervalles disent ce que les tirages changent, non ce que le modèle ignore.',
            ),
        ],
    };
}
