import { integerText, percentText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { publishColumn } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** What became of the candidatures of the record, by stage and reason; and the refusals that a run supposes. For the CIL. */
export function refusalsSection(view: ReportView): readonly Section[] {
    const { answers, mode } = view.report;
    if (answers.length === 0) return [];
    return [
        {
            id: 'refus',
            title: 'Pour la conférence intercommunale : décisions, refus et motifs',
            content: [
                paragraph(
                    'Ce que les données disent de chaque candidature aux logements rejoués : la décision de la commission, la réponse du ménage à la proposition, le motif. Une case vide dit que les données n’en disent rien. Un effectif de moins de 11 ménages est tu, et avec lui celui qui permettrait de le retrouver par différence.',
                ),
                together(answerTable(view)),
                ...(mode === 'vivier'
                    ? [
                          together(offerTable(view)),
                          aside('Le rejeu tire les réponses au hasard, sous l’hypothèse d’acceptation déclarée : il ne donne pas de motif.'),
                      ]
                    : []),
            ],
        },
    ];
}

function answerTable({ report: { answers }, words }: ReportView): Child {
    const total = answers.reduce((sum, { candidatures }) => sum + candidatures, 0);
    const published = publishColumn(answers.map(({ candidatures }) => candidatures));
    const word = (role: string, value: string | undefined): string => (value === undefined ? '' : words.candidature(role, value));
    return dataTable({
        caption: `Les ${integerText(total)} candidatures des données`,
        columns: [{ title: 'Décision' }, { title: 'Réponse' }, { title: 'Motif' }, { title: 'Candidatures', numeric: true }, { title: 'Part', numeric: true }],
        rows: answers.map(({ decision, answer, reason }, place) => {
            const count = published[place] ?? 'masked';
            return [
                decision === undefined ? 'sans décision' : word('décision', decision),
                word('réponse', answer),
                word('motif', reason),
                countText(count),
                count === 'masked' ? '' : percentText(count, total),
            ];
        }),
    });
}

/** Under each rule set: offers made in the ranking, and those refused. */
function offerTable(view: ReportView): Child {
    return dataTable({
        caption: 'Propositions du rejeu',
        columns: [{ title: 'Règles' }, { title: 'Propositions', numeric: true }, { title: 'Refusées', numeric: true }, { title: 'Part', numeric: true }],
        rows: view.report.ruleSets.map(({ id, label }) => {
            const own = view.report.ledger.filter(({ ruleSet, decidedBy }) => ruleSet === id && decidedBy !== 'route');
            const offers = own.reduce((sum, row) => sum + row.offers, 0);
            const refused = offers - own.filter(({ end }) => end === 'leased').length;
            return [el('span', {}, swatch(view.pattern(id)), label), integerText(offers), integerText(refused), percentText(refused, offers)];
        }),
    });
}
