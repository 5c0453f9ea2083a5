import type { FluxCounts, FluxOutcome, ReplayReport } from '@bareme/language/replay';
import { exactCell } from '../french.js';
import { UNIT_WORDS } from '../html-report/sections/holders/flux.js';
import { csvText, type CsvCell, type SheetTable } from '../output/csv.js';

/** The columns of `flux.csv`, in order. */
export const FLUX_HEADER = [
    'règles',
    'bailleur',
    'convention',
    'titulaire',
    'commune',
    'année',
    'part',
    'compté_en',
    'libérés',
    'à_part',
    'soustraits',
    'au_delà_des_annonces',
    'flux',
    'reporté',
    'dû',
    'fait',
    'valeur',
    'flux_de_la_valeur',
    'orientés',
    'proposés',
    'attribués',
    'baux_signés',
    'remis_au_bailleur',
    'solde',
    'synthétique',
] as const;

/**
 * `flux.csv`: one row per convention, territory, year and rule set; then, for each of them, its yearly record by the facts that the policy
 * names (CCH R.441-5-1). Rows without `convention` are what a landlord keeps.
 */
export function fluxCsv(report: ReplayReport): string {
    const { header, rows } = fluxTable(report);
    return csvText(header, rows);
}

/** The table of `flux.csv`. */
export function fluxTable({ flux, territory }: ReplayReport): SheetTable {
    const synthetic = territory.synthetic ? 'oui' : 'non';
    return { header: FLUX_HEADER, rows: flux.flatMap((outcome) => rowsOf(outcome).map((cells) => [...cells, synthetic])) };
}

function rowsOf(outcome: FluxOutcome): readonly (readonly CsvCell[])[] {
    const { returned, balance } = outcome;
    const whole = [
        ...headOf(outcome),
        undefined,
        undefined,
        undefined,
        ...stages(outcome),
        returned,
        balance === undefined ? undefined : { exact: exactCell(balance) },
    ];
    const parts = outcome.breakdown.flatMap(({ fact, words }) =>
        words.map((counts) => [
            ...headOf(outcome),
            fact,
            counts.word === '' ? 'non renseigné' : counts.word,
            counts.flux,
            ...stages(counts),
            undefined,
            undefined,
        ]),
    );
    return [whole, ...parts];
}

function headOf(outcome: FluxOutcome): readonly CsvCell[] {
    const { share, subtracted } = outcome;
    return [
        outcome.ruleSet,
        outcome.landlord,
        outcome.convention,
        outcome.reservee,
        outcome.place,
        outcome.year,
        share === undefined ? undefined : { exact: exactCell(share) },
        UNIT_WORDS[outcome.unit],
        outcome.released,
        outcome.apart,
        subtracted.reduce((sum, { recorded }) => sum + recorded, 0),
        subtracted.reduce((sum, { beyond }) => sum + beyond, 0),
        outcome.flux,
        { exact: exactCell(outcome.carried) },
        { exact: exactCell(outcome.due) },
    ];
}

function stages({ oriented, proposed, allotted, signed }: FluxCounts): readonly CsvCell[] {
    return [oriented, proposed, allotted, signed];
}
