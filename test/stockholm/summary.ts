import type { ReplayReport } from '@bareme/language/replay';
import type { StockholmOutcome } from './replay-stockholm.js';

type Done = Extract<StockholmOutcome, { readonly kind: 'done' }>;

/** The report in a few French paragraphs: fidelity per dwelling type and why it is low, the effect of the variant. */
export function summaryOf({ report, findings, counts, approximations }: Done): string {
    return [
        'Stockholm 2000–2014 : rejeu en vivier, règle « la plus longue inscription » et une variante',
        '',
        ...counts.map(({ table, read, kept }) => `${table} : ${read} lignes lues, ${kept} retenues`),
        `Constats de lecture : ${findings.length} (cellules ou colonnes laissées de côté, jamais une valeur inventée)`,
        ...approximations.map((text) => `Approximation déclarée : ${text}`),
        '',
        ...volumes(report),
        '',
        ...fidelity(report),
        '',
        ...effects(report),
    ].join('\n');
}

function volumes({ volumes: { demands, vacancies, leases }, ruleSets }: ReplayReport): readonly string[] {
    const labels = new Map(ruleSets.map(({ id, label }) => [id, label]));
    return [
        `${demands} demandes, ${vacancies} logements parus`,
        ...leases.map(
            ({ ruleSet, signed, withoutCandidate }) =>
                `${labels.get(ruleSet) ?? ruleSet} : ${signed} logements pourvus, ${withoutCandidate} sans candidat dans ce vivier incomplet`,
        ),
    ];
}

function fidelity({ honesty: { rankOfRecordedFirst } }: ReplayReport): readonly string[] {
    if (rankOfRecordedFirst === undefined) return ['Fidélité : aucun logement n’a de locataire connu, elle ne se calcule pas.'];
    const { count, first, firstTen, median, groups } = rankOfRecordedFirst;
    return [
        'Fidélité : rang que la règle donne au ménage réellement logé, dans le vivier tel qu’il était ce jour-là',
        `  ${'catégorie'.padEnd(20)} ${'logements'.padStart(9)} ${'premier'.padStart(18)} ${'dix premiers'.padStart(18)} ${'rang médian'.padStart(12)}`,
        ...[{ group: 'ensemble', count, first, firstTen, median }, ...groups].map(
            (row) =>
                `  ${(row.group === '' ? 'non renseignée' : row.group).padEnd(20)} ${String(row.count).padStart(9)} ${shareOf(row.first, row.count).padStart(18)} ${shareOf(row.firstTen, row.count).padStart(18)} ${String(row.median).padStart(12)}`,
        ),
        'Pourquoi si peu : le fichier ne dit ni qui a postulé, ni où, ni pour quel loyer. Le premier de la file y est donc presque toujours',
        'un ménage que ce logement n’intéressait pas. Ce chiffre mesure ce que le fichier ne contient pas ; il n’est pas réglé.',
    ];
}

function effects({ comparisons, ruleSets }: ReplayReport): readonly string[] {
    const labels = new Map(ruleSets.map(({ id, label }) => [id, label]));
    return comparisons.flatMap((comparison) => [
        `Effet de « ${labels.get(comparison.ruleSet) ?? comparison.ruleSet} » :`,
        `  logés sous les deux : ${comparison.housedBoth} (plus tôt ${comparison.sooner}, plus tard ${comparison.later}, le même jour ${comparison.sameDay})`,
        `  logés sous la règle en vigueur seulement : ${comparison.onlyBaseline} ; sous la variante seulement : ${comparison.onlyOther}`,
        `  logements dont le premier change : ${comparison.firstChanged}`,
    ]);
}

/** « 12 (0,01 %) », rounded down to the hundredth of a percent on integers. */
function shareOf(part: number, whole: number): string {
    if (whole === 0) return `${part}`;
    const hundredths = Math.floor((part * 10_000) / whole);
    return `${part} (${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')} %)`;
}
