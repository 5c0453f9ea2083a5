import { compare, fromFraction, rational } from '@bareme/language/ir';
import { HISTORY, type FluxOutcome } from '@bareme/language/replay';
import { fractionPercent, integerText, percentText, pointsText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { hasBreakdown } from '../../figures/yearly-records.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** A fact with more words than this is left to the yearly records and to flux.csv. */
const MOST_WORDS = 12;

/** What each holder receives of the flux, where, and what has a maximum: for the préfecture and the reservees (CCH R.441-5-1, R.441-5-2). */
export function reserveesSection(view: ReportView): readonly Section[] {
    const own = view.report.flux.filter(({ ruleSet }) => ruleSet === view.baseline.id);
    const record = view.report.flux.filter(({ ruleSet }) => ruleSet === HISTORY);
    const facts = [...new Set(own.flatMap(({ breakdown }) => breakdown.map(({ fact }) => fact)))].filter((fact) => wordsOf(own, fact).length <= MOST_WORDS);
    const limits = limitRows(own);
    if (facts.length === 0 && limits.length === 0) return [];
    return [
        {
            id: 'reservataires',
            title: 'Pour la préfecture et les réservataires : qui reçoit où',
            content: [
                paragraph(
                    'Ce que chaque réservataire reçoit du flux, tous bailleurs ensemble, à comparer à la part qui lui est due : en quartier prioritaire et hors de lui, commune par commune, type par type. Au numérateur, les logements reçus dans l’unité que sa convention compte (orientés, proposés, attribués, baux signés) ; au dénominateur, ceux du flux. Ce sont des logements : aucun nombre n’est tu.',
                ),
                ...facts.flatMap((fact) => [together(shareTable(view, own, fact)), record.length === 0 ? undefined : together(shareTable(view, record, fact))]),
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
                aside(
                    ...(hasBreakdown(view.report.flux)
                        ? ['Convention par convention : ', el('a', { href: '#bilans' }, 'le bilan annuel'), ', en annexe. ']
                        : []),
                    'Les logements un par un : registre-interne.csv, colonne « reçu_par ».',
                ),
            ],
        },
    ];
}

function wordsOf(outcomes: readonly FluxOutcome[], fact: string): readonly string[] {
    const words = outcomes.flatMap(({ breakdown }) => breakdown.filter((part) => part.fact === fact).flatMap((part) => part.words.map(({ word }) => word)));
    return [...new Set(words)].sort();
}

/** The flux by word of a fact, and what each reservee received of it: dwellings, which the law makes public (CCH R.441-5-1). */
function shareTable(view: ReportView, outcomes: readonly FluxOutcome[], fact: string): Child {
    const words = wordsOf(outcomes, fact);
    const [ruleSet = ''] = outcomes.map((outcome) => outcome.ruleSet);
    const holders = [...new Set(outcomes.flatMap(({ reservee }) => reservee ?? []))].sort().map((holder) => heldBy(outcomes, holder, { fact, words }));
    return dataTable({
        caption: `Part reçue du flux, ${view.label(ruleSet)} : ${view.words.fact(fact)}`,
        columns: [{ title: view.words.fact(fact) }, { title: 'Flux', numeric: true }, ...holders.map(({ title }) => ({ title, numeric: true }))],
        rows: words.map((word, place) => [
            word === '' ? 'non renseigné' : view.words.dwelling(fact, word),
            integerText(Math.max(0, ...holders.map(({ flux }) => flux[place] ?? 0))),
            ...holders.map(({ flux, received }) => partText(received[place], flux[place] ?? 0)),
        ]),
    });
}

function partText(count: number | undefined, flux: number): string {
    return count === undefined || flux === 0 ? '—' : `${integerText(count)} (${percentText(count, flux)})`;
}

/** What one reservee received of the flux of each word, in the units of its conventions. */
interface Held {
    readonly title: string;
    readonly flux: readonly number[];
    readonly received: readonly number[];
}

function heldBy(outcomes: readonly FluxOutcome[], holder: string, { fact, words }: { readonly fact: string; readonly words: readonly string[] }): Held {
    const own = outcomes.filter(({ reservee }) => reservee === holder);
    const sums = words.map((word) => {
        const counts = own.flatMap(({ unit, breakdown }) =>
            breakdown
                .filter((part) => part.fact === fact)
                .flatMap((part) => part.words.filter((of) => of.word === word).map((of) => ({ flux: of.flux, received: of[unit] ?? of.signed }))),
        );
        return { flux: sum(counts.map(({ flux }) => flux)), received: sum(counts.map(({ received }) => received)) };
    });
    // The record does not tell what was allotted: what was signed stands in its place.
    const isTold = own.every(({ balance }) => balance !== undefined);
    return {
        title: `${own[0]?.reserveeLabel ?? holder}${sharesText(own)}${isTold ? '' : ', en baux signés'}`,
        flux: sums.map(({ flux }) => flux),
        received: sums.map(({ received }) => received),
    };
}

/** ` (dû : 30 %)`, ` (dû : de 12 % à 15 %)`: the least and the greatest of its conventions' shares. */
function sharesText(outcomes: readonly FluxOutcome[]): string {
    const shares = outcomes.flatMap(({ share }) => share ?? []).sort((a, b) => compare(fromFraction(a) ?? NOTHING, fromFraction(b) ?? NOTHING));
    const [least, most] = [shares[0], shares.at(-1)];
    if (least === undefined || most === undefined) return '';
    return least === most ? ` (dû : ${fractionPercent(least)})` : ` (dû : de ${fractionPercent(least)} à ${fractionPercent(most)})`;
}

const NOTHING = rational(0);

function sum(counts: readonly number[]): number {
    return counts.reduce((all, count) => all + count, 0);
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
