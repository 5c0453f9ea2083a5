import type { Comparison } from '../replay/index.js';
import { integerText, percentText, plural, quoted } from './words/french.js';
import { SMALLEST_COUNT } from './protect.js';
import { drawsTelling, keepsBack, leaseRangeText, leasesText, leaseTelling, tellingOfAll, type LeaseTelling } from './lease-words.js';
import type { Block, Figure, StackChart, Statement, Table, TableRow } from './telling.js';
import { labelOfRules, type TellingInput } from './telling-input.js';

/** How many leases go to other households, and what becomes of those that both rule sets house. */
export function tellMovement(input: TellingInput): Block {
    const { report } = input;
    const told = report.comparisons.map((comparison) => movementOf(input, comparison));
    const shown = told.filter(({ row }) => row !== undefined);
    return {
        id: 'movement',
        reader: 'all',
        title: titleOf(input, told),
        statements: [...told.flatMap(({ statements }) => statements), ...(report.mode === 'vivier' ? [] : [notSimulated(report.mode)])],
        exhibits: shown.length === 0 ? [] : [chartOf(shown), tableOf(shown)],
    };
}

interface Movement {
    readonly label: string;
    readonly statements: readonly Statement[];
    readonly leases: number;
    readonly telling: LeaseTelling;
    readonly row?: TableRow;
    readonly values: readonly number[];
}

function notSimulated(mode: string): Statement {
    const text =
        mode === 'constat'
            ? 'Ce rapport mesure ce qui a été fait : rien n’est simulé, et rien ne peut être dit de ce qu’une variante changerait.'
            : 'Ce rapport reclasse les candidats réellement présentés : il dit qui serait premier, non qui serait logé.';
    return { id: 'not-simulated', text, severity: 'doubt', figures: [] };
}

function titleOf({ report }: TellingInput, told: readonly Movement[]): string {
    if (report.mode !== 'vivier') return 'Ce qui bouge : ce mode ne loge personne, rien ne peut en être dit';
    if (told.length === 0) return 'Ce qui bouge : il n’y a pas de variante à comparer';
    const most = Math.max(...told.map(({ leases }) => leases));
    const telling = tellingOfAll(told.map((of) => of.telling));
    const keeps = keepsBack(telling);
    if (most === 0 && !keeps) return 'Ce qui bouge : aucun bail ne change de ménage';
    const [only] = told;
    return told.length === 1 && only !== undefined
        ? `Ce qui bouge : ${leasesText(only.leases, telling)} ${only.leases > 1 || keeps ? 'iraient' : 'irait'} à d’autres ménages`
        : `Ce qui bouge : ${leaseRangeText(Math.min(...told.map(({ leases }) => leases)), most, telling)} iraient à d’autres ménages, selon la variante`;
}

function movementOf({ report, edition = 'shareable' }: TellingInput, comparison: Comparison): Movement {
    const label = labelOfRules({ report }, comparison.ruleSet);
    const { onlyOther: leases } = comparison;
    if (report.mode !== 'vivier') return { label, statements: [], leases: 0, telling: { least: 0 }, values: [] };
    const signed = report.volumes.leases.find(({ ruleSet }) => ruleSet === comparison.ruleSet)?.signed ?? 0;
    const telling = leaseTelling(comparison, edition);
    const hidden = keepsBack(telling);
    const figure: Figure = {
        name: `moved ${comparison.ruleSet}`,
        unit: 'leases',
        value: String(leases),
        numerator: leases,
        denominator: signed,
        source: {
            file: 'registre-interne.csv',
            where: [
                { column: 'règles', test: 'in', words: [comparison.ruleSet] },
                { column: 'logée', test: 'filled' },
                { column: 'logée', test: 'not-among', ruleSet: comparison.baseline },
            ],
        },
        base: {
            file: 'registre-interne.csv',
            where: [
                { column: 'règles', test: 'in', words: [comparison.ruleSet] },
                { column: 'bail_le', test: 'filled' },
            ],
        },
        text: integerText(leases),
    };
    const share = hidden
        ? `${leasesText(leases, telling)}${signed < SMALLEST_COUNT || telling.least > signed || telling.words !== undefined ? '' : ` sur ${integerText(signed)}`}`
        : `${plural(leases, 'bail', 'baux')} sur ${integerText(signed)} (${percentText(leases, signed)})`;
    const isIdle = report.ruleSets.some(({ id, changesNothing }) => id === comparison.ruleSet && changesNothing);
    const said = isIdle
        ? `${quoted(label)} ne change rien : sur ces données et cette période, aucune note ni aucun classement n’en dépend.`
        : leases === 0 && !hidden
          ? `${quoted(label)} : aucun bail ne change de ménage sur la période.`
          : `${quoted(label)} : ${share} ${leases > 1 || hidden ? 'iraient' : 'irait'} à des ménages que les règles en vigueur ne logent pas${spreadText({ report, edition }, comparison)}.`;
    const values = [comparison.onlyOther, comparison.sooner, comparison.sameDay, comparison.later, comparison.onlyBaseline];
    const safe = edition === 'internal' || values.every((value) => value === 0 || value >= SMALLEST_COUNT);
    const statement: Statement = { id: `moved ${comparison.ruleSet}`, text: said, severity: 'plain', figures: hidden ? [] : [figure] };
    return {
        label,
        statements: [statement],
        leases,
        telling,
        values,
        ...(safe && leases > 0 ? { row: { cells: [{ text: label }, ...values.map((value) => ({ text: integerText(value), order: value }))] } } : {}),
    };
}

function spreadText({ report: { replications }, edition }: Required<Pick<TellingInput, 'report' | 'edition'>>, comparison: Comparison): string {
    const spread = replications?.comparisons.find((of) => of.ruleSet === comparison.ruleSet)?.onlyOther;
    if (replications === undefined || spread === undefined) return ' (un seul tirage)';
    return ` (${leaseRangeText(Number(spread.low), Number(spread.high), drawsTelling(comparison, edition))} selon les ${replications.seeds.length} tirages)`;
}

const PARTS = [
    { id: 'housed', label: 'logés seulement par la variante' },
    { id: 'sooner', label: 'logés plus tôt' },
    { id: 'same', label: 'le même jour' },
    { id: 'later', label: 'logés plus tard' },
    { id: 'no-longer', label: 'plus logés' },
] as const;

function chartOf(shown: readonly Movement[]): StackChart {
    return {
        kind: 'stack',
        id: 'movement-chart',
        title: 'Ce que deviennent les ménages logés par l’une ou l’autre règle',
        description: 'Une barre par variante : logés seulement par elle, plus tôt, le même jour, plus tard, plus logés.',
        table: 'movement-table',
        parts: PARTS,
        bars: shown.map(({ label, values }) => ({
            label,
            values,
            text: `${label} : ${PARTS.map((part, place) => `${part.label}, ${integerText(values[place] ?? 0)}`).join(' ; ')}`,
        })),
    };
}

function tableOf(shown: readonly Movement[]): Table {
    return {
        kind: 'table',
        id: 'movement-table',
        caption: 'Ménages logés par l’une ou l’autre règle, sur la période (premier tirage)',
        columns: [{ title: 'Variante', kind: 'text' }, ...PARTS.map(({ label }) => ({ title: label, kind: 'number' as const }))],
        rows: shown.flatMap(({ row }) => row ?? []),
        notes: [],
    };
}
