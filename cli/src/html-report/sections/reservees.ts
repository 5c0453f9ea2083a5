import type { FluxOutcome } from '@bareme/language/replay';
import { fractionPercent, integerText, percentText, pointsText } from '../../french.js';
import { el, type Child } from '../markup.js';
import { publishColumn } from '../suppression.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { countText } from '../words.js';
import { aside, paragraph, together, type Section } from './section.js';

/** A fact with more words than this is left to flux.csv. */
const MOST_WORDS = 12;

/** Who signs where, holder by holder, and what has a maximum: for the préfecture and the reservees (CCH R.441-5-1, R.441-5-2). */
export function reserveesSection(view: ReportView): readonly Section[] {
    const own = view.report.flux.filter(({ ruleSet }) => ruleSet === view.baseline.id);
    const facts = [...new Set(own.flatMap(({ breakdown }) => breakdown.map(({ fact }) => fact)))].filter((fact) => wordsOf(own, fact).length <= MOST_WORDS);
    const limits = limitRows(own);
    if (facts.length === 0 && limits.length === 0) return [];
    return [
        {
            id: 'reservataires',
            title: 'Pour la préfecture et les réservataires : qui signe où',
            content: [
                paragraph(
                    'Qui tient les logements du flux où un bail est signé, sous les règles en vigueur, tous bailleurs ensemble. Un effectif de moins de 11 ménages est tu, et avec lui celui qui permettrait de le retrouver par différence.',
                ),
                ...facts.map((fact) => together(shareTable(view, own, fact))),
                ...(limits.length === 0
                    ? []
                    : [
                          together(
                              el('h3', {}, 'Contingents plafonnés'),
                              dataTable({
                                  caption: 'Ce qu’ils ont reçu, et le plus qu’ils peuvent recevoir',
                                  columns: [
                                      { title: 'Convention' },
                                      { title: 'Contingent' },
                                      { title: 'Plafond, part du flux' },
                                      { title: 'Plafond, en logements', numeric: true },
                                      { title: 'Reçu', numeric: true },
                                  ],
                                  rows: limits,
                              }),
                          ),
                      ]),
                aside('Le bilan de chaque convention, sous chaque jeu de règles et dans les données, est dans flux.csv.'),
            ],
        },
    ];
}

function wordsOf(outcomes: readonly FluxOutcome[], fact: string): readonly string[] {
    const words = outcomes.flatMap(({ breakdown }) => breakdown.filter((part) => part.fact === fact).flatMap((part) => part.words.map(({ word }) => word)));
    return [...new Set(words)].sort();
}

/** Leases by word of a fact: one column for each holder, the landlords' own part last. */
function shareTable(view: ReportView, outcomes: readonly FluxOutcome[], fact: string): Child {
    const holders = [...new Set(outcomes.flatMap(({ reservee }) => reservee ?? []))].sort();
    const signed = (word: string, reservee: string | undefined): number =>
        outcomes
            .filter((outcome) => outcome.reservee === reservee)
            .flatMap(({ breakdown }) => breakdown.filter((part) => part.fact === fact).flatMap((part) => part.words.filter((of) => of.word === word)))
            .reduce((sum, counts) => sum + counts.signed, 0);
    return dataTable({
        caption: `Baux signés : ${view.words.fact(fact)}`,
        columns: [
            { title: view.words.fact(fact) },
            { title: 'Baux du flux', numeric: true },
            ...holders.map((holder) => ({ title: labelOf(outcomes, holder), numeric: true })),
            { title: 'non réservé', numeric: true },
        ],
        rows: wordsOf(outcomes, fact).map((word) => {
            const counts = [...holders, undefined].map((holder) => signed(word, holder));
            const total = counts.reduce((sum, count) => sum + count, 0);
            const published = publishColumn(counts);
            const part = (count: number | 'masked'): string => (count === 'masked' ? countText(count) : `${integerText(count)} (${percentText(count, total)})`);
            return [word === '' ? 'non renseigné' : view.words.dwelling(fact, word), integerText(total), ...published.map(part)];
        }),
    });
}

/** How the policy calls a holder. */
function labelOf(outcomes: readonly FluxOutcome[], reservee: string): string {
    return outcomes.find((outcome) => outcome.reservee === reservee)?.reserveeLabel ?? reservee;
}

function limitRows(outcomes: readonly FluxOutcome[]): readonly (readonly Child[])[] {
    return outcomes.flatMap(({ label, year, place, within }) =>
        place !== undefined
            ? []
            : within.map(({ code, received, atMost, limit }) => [
                  `${label} (${year})`,
                  code,
                  fractionPercent(atMost),
                  pointsText(limit),
                  integerText(received),
              ]),
    );
}
