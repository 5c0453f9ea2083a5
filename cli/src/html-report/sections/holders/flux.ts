import { add, compare, fromFraction, rational, type Rational } from '@bareme/language/ir';
import { HISTORY, type FluxOutcome } from '@bareme/language/replay';
import { fractionPercent, integerText, pointsText } from '../../../french.js';
import { imputationColumn } from '../../../ledger-words.fr.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { hasBreakdown } from '../../figures/yearly-records.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** What each unit of count is called, in the plural. */
export const UNIT_WORDS: Readonly<Record<FluxOutcome['unit'], string>> = {
    oriented: 'orientés',
    proposed: 'proposés',
    allotted: 'attribués',
    signed: 'baux signés',
};

/** The conventions: what is due of the flux, what was received, landlord by landlord; nothing where the policy has none. */
export function fluxSection(view: ReportView): readonly Section[] {
    const { flux, imputations } = view.report;
    if (flux.length === 0 && imputations.length === 0) return [];
    const landlords = [...new Set(flux.map(({ landlord }) => landlord))];
    return [
        {
            id: 'conventions',
            title: 'Les conventions de réservation : dû, reçu, solde',
            content: [
                paragraph(
                    'Le flux d’un bailleur est l’ensemble des logements qu’il libère, moins ceux que la loi ou la convention en soustrait. Chaque convention y réserve une part. « Dû » est cette part ; « reçu » compte les logements dans l’unité que la convention fixe (orientés, proposés, attribués ou baux signés) ; un solde positif reste dû au réservataire.',
                ),
                ...landlords.flatMap((landlord) => landlordContent(view, landlord)),
                ...imputationContent(view),
                aside(
                    'Les logements un par un : registre-interne.csv, colonne « reçu_par » (la convention, ou « part non réservée » ; rien pour un logement hors du flux) ; « titulaire » et « route » disent qui le tient et par quelle voie.',
                ),
                aside('Le détail par commune est dans flux.csv.'),
                hasBreakdown(flux)
                    ? aside(
                          'Chaque convention a en annexe son ',
                          el('a', { href: '#bilans' }, 'bilan annuel'),
                          ', celui que demande l’article R.441-5-1 du CCH.',
                      )
                    : undefined,
            ],
        },
    ];
}

function landlordContent(view: ReportView, landlord: string): readonly Child[] {
    const rows = view.report.flux.filter((outcome) => outcome.landlord === landlord);
    const subtracted = subtractionRows(view, rows);
    return [
        together(
            el('h3', {}, view.words.dwelling('bailleur', landlord)),
            dataTable({
                caption: 'Part due et part reçue, par convention',
                columns: [
                    { title: 'Convention' },
                    { title: 'Règles' },
                    { title: 'Flux', numeric: true },
                    { title: 'Dû', numeric: true },
                    { title: 'Reçu', numeric: true },
                    { title: 'Compté en' },
                    { title: 'Solde', numeric: true },
                    { title: 'Remis au bailleur', numeric: true },
                ],
                rows: grouped(rows).flatMap((group) => conventionRows(view, group)),
            }),
        ),
        ...pooledContent(view, rows),
        ...(subtracted.length === 0
            ? []
            : [
                  dataTable({
                      caption: 'Soustractions du flux : annoncées et constatées',
                      columns: [
                          { title: 'Route' },
                          { title: 'Règles' },
                          { title: 'Annoncées', numeric: true },
                          { title: 'Constatées', numeric: true },
                          { title: 'Au-delà, laissées dans le flux', numeric: true },
                      ],
                      rows: subtracted,
                  }),
              ]),
    ];
}

/** Conventions put together: their balance in common, under each rule set and in the record. */
function pooledContent(view: ReportView, rows: readonly FluxOutcome[]): readonly Child[] {
    const pools = [
        ...new Map(rows.flatMap(({ pooled, year }) => (pooled === undefined ? [] : [[`${pooled.name} ${year}`, { ...pooled, year }] as const]))).values(),
    ];
    return pools.map(({ name, label, year }) => {
        const own = rows.filter((row) => row.pooled?.name === name && row.year === year);
        const balances = shownRules(view, own).flatMap(([ruleSet, words = view.label(ruleSet)]) => {
            const balance = own.find((row) => row.ruleSet === ruleSet)?.pooled?.balance;
            return balance === undefined ? [] : [`${words} : ${balanceText(fromFraction(balance) ?? NOTHING)}`];
        });
        const members = [...new Set(own.map((row) => row.label))].join(' et ');
        return aside(`${label} (${year}) met en commun ${members} ; solde commun : ${balances.join(' ; ')}.`);
    });
}

/** On whose rights leases to a public weigh, whoever held the dwelling. */
function imputationContent(view: ReportView): readonly Child[] {
    const { imputations } = view.report;
    const names = [...new Set(imputations.map(({ imputation }) => imputation))];
    return names.flatMap((name) => {
        const own = imputations.filter(({ imputation }) => imputation === name);
        const [first] = own;
        if (first === undefined) return [];
        return [
            together(
                el('h3', {}, `${first.label} : sur les droits de qui`),
                aside(
                    `Un bail pèse sur les droits d’un titulaire même quand le logement était tenu par un autre. Ces comptes sont distincts des objectifs.${first.references.length === 0 ? '' : ` ${first.references.join(' ; ')}`}`,
                ),
                dataTable({
                    caption: 'Baux imputés, et parmi eux ceux des logements que le titulaire tenait',
                    columns: [
                        { title: 'Règles' },
                        { title: 'Baux', numeric: true },
                        ...first.lines.map(({ label }) => ({ title: label, numeric: true })),
                        { title: 'Imputation inconnue', numeric: true },
                        { title: 'Baux dont on ne sait pas', numeric: true },
                    ],
                    rows: own.map(({ ruleSet, leases, lines, untold, unsure }) => [
                        el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet)),
                        integerText(leases),
                        ...lines.map(({ imputed, own: held }) => `${integerText(imputed)} (dont ${integerText(held)})`),
                        integerText(untold),
                        integerText(unsure),
                    ]),
                }),
                aside(`Les baux un par un : registre-interne.csv, colonne « ${imputationColumn(name)} ».`),
            ),
        ];
    });
}

/** The outcomes of one convention in one year, under every rule set and on every territory; what the landlord keeps comes last. */
function grouped(rows: readonly FluxOutcome[]): readonly (readonly FluxOutcome[])[] {
    const groups = new Map<string, FluxOutcome[]>();
    for (const row of rows) {
        const key = JSON.stringify([row.convention, row.year]);
        groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups.values()].sort(([a], [b]) => Number(a?.convention === undefined) - Number(b?.convention === undefined));
}

/** One row for each rule set: where each commune has its own share, their sum. */
function conventionRows(view: ReportView, group: readonly FluxOutcome[]): readonly (readonly Child[])[] {
    const [first] = group;
    if (first === undefined) return [];
    const places = new Set(group.flatMap(({ place }) => place ?? [])).size;
    const part = first.share === undefined ? '' : `, ${fractionPercent(first.share)}${places > 1 ? `, somme de ${integerText(places)} communes` : ''}`;
    const delegated = first.delegated === true ? ', désignation déléguée au bailleur' : '';
    const title = `${first.convention === undefined ? 'Part non réservée' : first.label} (${first.year}${part}${delegated})`;
    return shownRules(view, group).flatMap(([ruleSet, label]) => {
        const own = group.filter((outcome) => outcome.ruleSet === ruleSet);
        if (own.length === 0) return [];
        const balances = own.map(({ balance }) => balance);
        const received = balances.every((balance) => balance !== undefined) ? integerText(total(own.map(receivedOf))) : 'non dit par les données';
        return [
            [
                title,
                label === undefined ? el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet)) : label,
                integerText(total(own.map(({ flux }) => flux))),
                amountText(sum(own.map(({ due }) => due))),
                received,
                UNIT_WORDS[first.unit],
                balances.every((balance) => balance !== undefined) ? balanceText(sum(balances)) : '',
                integerText(total(own.map(({ returned }) => returned))),
            ],
        ];
    });
}

/** The rule sets of a group, then the record; all of them as one when they say the same. */
function shownRules({ report }: ReportView, group: readonly FluxOutcome[]): readonly (readonly [ruleSet: string, label?: string])[] {
    const [first, ...others] = report.ruleSets.map(({ id }) => id);
    if (first === undefined) return [[HISTORY]];
    const same = others.length > 0 && others.every((id) => isSameFlux(group, first, id));
    return [...(same ? [[first, ALL_RULES] as const] : [first, ...others].map((id) => [id] as const)), [HISTORY]];
}

const ALL_RULES = 'Toutes les règles';

/** Whether two rule sets give the same accounts. */
export function isSameFlux(outcomes: readonly FluxOutcome[], a: string, b: string): boolean {
    const of = (id: string): string => JSON.stringify(outcomes.filter(({ ruleSet }) => ruleSet === id).map((outcome) => ({ ...outcome, ruleSet: '' })));
    return of(a) === of(b);
}

/** What an outcome counts as received, in its own unit. */
export function receivedOf(outcome: FluxOutcome): number {
    return outcome[outcome.unit] ?? 0;
}

/** Routes subtracted: the most of any convention of the landlord, since one dwelling is subtracted for all of them. */
function subtractionRows(view: ReportView, rows: readonly FluxOutcome[]): readonly (readonly Child[])[] {
    const [first, ...others] = view.report.ruleSets;
    const same = others.length > 0 && first !== undefined && others.every(({ id }) => isSameFlux(rows, first.id, id));
    return (same ? [{ id: first.id, label: ALL_RULES }] : view.report.ruleSets).flatMap(({ id, label }) => {
        const own = rows.filter(({ ruleSet, place }) => ruleSet === id && place === undefined);
        const routes = [...new Map(own.flatMap(({ subtracted }) => subtracted.map((line) => [line.route, line.label] as const)))];
        return routes.map(([route, name]) => {
            const lines = own.flatMap((outcome) => outcome.subtracted.filter((line) => line.route === route));
            const forecasts = lines.flatMap(({ forecast }) => forecast ?? []);
            return [
                name,
                same ? label : el('span', {}, swatch(view.pattern(id)), label),
                forecasts.length === 0 ? 'rien d’annoncé' : integerText(Math.max(...forecasts)),
                integerText(Math.max(...lines.map(({ recorded }) => recorded))),
                integerText(Math.max(...lines.map(({ beyond }) => beyond))),
            ];
        });
    });
}

function total(counts: readonly number[]): number {
    return counts.reduce((all, count) => all + count, 0);
}

const NOTHING = rational(0);

function sum(fractions: readonly (string | undefined)[]): Rational {
    return fractions.reduce<Rational>((all, fraction) => add(all, fromFraction(fraction ?? '0') ?? NOTHING), NOTHING);
}

/** Two decimals at most. */
function amountText(amount: Rational): string {
    return pointsText(amount);
}

/** `+2,4`: still owed; `−1`: received beyond what is due. */
function balanceText(balance: Rational): string {
    const text = pointsText(balance);
    return compare(balance, NOTHING) > 0 ? `+${text}` : text;
}
