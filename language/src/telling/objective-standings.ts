import { addMonths, yearOf } from '../kit/civil-date.js';
import type { Fraction } from '../ir/value.js';
import type { ReplayReport, Replications } from '../replay/index.js';
import { countLeases, measure, type LeaseCount, type Measured } from './objective-figures.js';
import { termsOf, thresholdOf, type Terms } from './objective-terms.js';
import { longestVacancy, type LeaseRow, type YearCover } from './recorded-leases.js';
import type { RowSource, RowTest, Side } from './telling.js';
import type { TellingInput } from './telling-input.js';

/** One line of the matrix: an objective, one civil year, and one part of the dwellings where it is told by parts. */
export interface Line {
    readonly objective: string;
    readonly label: string;
    readonly year: YearCover;
    /** The last months that it looks at, where it does not look at civil years. */
    readonly months?: number;
    readonly part?: string;
    readonly by?: string;
}

/** One objective under one side in one year. */
export interface Standing {
    readonly side: Side;
    readonly terms: Terms;
    readonly count: LeaseCount;
    readonly measured: Measured;
    readonly threshold: { readonly year: Fraction; readonly law: Fraction };
    readonly draws?: { readonly met: number; readonly unsure: number; readonly of: number };
    /** The rows that reach it, those counted, and those that cannot be told. */
    readonly rows: { readonly reached: RowSource; readonly counted: RowSource; readonly unknown: RowSource };
}

/** Facts by which a row of the ledger tells leases apart, by the role of the fact. */
const COLUMNS: Readonly<Record<string, { readonly column: string; readonly of: (row: LeaseRow) => string | undefined }>> = {
    bailleur: { column: 'bailleur', of: ({ landlord }) => landlord },
    commune: { column: 'commune', of: ({ commune }) => commune },
    typologie: { column: 'typologie', of: ({ typology }) => typology },
    réservataire: { column: 'réservataire', of: ({ reservee }) => reservee },
};

/** The leases of each side, by its id. */
export type LeasesBySide = ReadonlyMap<string, readonly LeaseRow[]>;

/** Every objective of the report by civil year and by part, in its order. */
export function linesOf(report: ReplayReport, years: readonly YearCover[]): readonly Line[] {
    const lines = new Map<string, Line>();
    for (const { objective, label, by, months } of report.objectives) {
        for (const year of months === undefined ? years : [rollingCover(report, months)]) {
            const key = JSON.stringify([objective, by?.value ?? '', year.year]);
            if (lines.has(key)) continue;
            lines.set(key, {
                objective,
                label,
                year,
                ...(months === undefined ? {} : { months }),
                ...(by === undefined ? {} : { by: by.fact, part: by.value ?? '' }),
            });
        }
    }
    return [...lines.values()];
}

/** The last months of the run: whole when it opens at least the longest vacancy before them. */
function rollingCover(report: ReplayReport, months: number): YearCover {
    const { from, to } = report.territory;
    const complete = addMonths(to, -months) - longestVacancy(report) >= from;
    return {
        year: yearOf(to),
        complete,
        text: complete ? `${months} derniers mois` : `${months} derniers mois, incomplets : la période rejouée ne remonte pas assez loin`,
    };
}

/** How a side stands with a line; nothing where it has no such objective that year, or where rows do not tell the parts. */
export function standingOf(
    { ruleSets, report }: TellingInput,
    bySide: LeasesBySide,
    { line, side }: { readonly line: Line; readonly side: Side },
): Standing | undefined {
    const ruleSet = ruleSets.find(({ id }) => id === side.id) ?? ruleSets[0];
    const terms = ruleSet === undefined ? undefined : termsOf(ruleSet, line.objective, line.year.year);
    if (terms === undefined) return undefined;
    const role = terms.policy.vocabulary.facts.find(({ owner, name }) => owner === 'logement' && name === line.by)?.role ?? '';
    const column = line.by === undefined ? undefined : COLUMNS[role];
    if (line.by !== undefined && column === undefined) return undefined;
    const inYear = ({ signed }: LeaseRow): boolean => line.months !== undefined || yearOf(signed) === line.year.year;
    const rows = (bySide.get(side.id) ?? []).filter((row) => inYear(row) && (column === undefined || (column.of(row) ?? '') === (line.part ?? '')));
    const count = countLeases(rows, line.objective);
    const threshold = thresholdOf(terms.objective, line.year.year);
    const year: readonly RowTest[] = line.months === undefined ? [{ column: 'bail_le', test: 'year', year: line.year.year }] : [];
    const part: readonly RowTest[] = column === undefined ? [] : [{ column: column.column, test: 'in', words: [line.part ?? ''] }];
    const marked = (...words: readonly string[]): RowSource => ({
        file: 'registre-interne.csv',
        where: [{ column: 'règles', test: 'in', words: [side.id] }, ...year, ...part, { column: `objectif ${line.objective}`, test: 'in', words }],
    });
    const [reached, unknown] = [['atteint', 'atteint à défaut'], ['inconnu']] as const;
    return {
        side,
        terms,
        count,
        measured: measure(count, terms.objective, threshold.year),
        threshold,
        ...drawsOf(report.replications, { line, side }),
        rows: { reached: marked(...reached), counted: marked(...reached, 'manqué', ...unknown), unknown: marked(...unknown) },
    };
}

/** In how many draws the threshold was reached, where the replications tell this year apart. */
function drawsOf(replications: Replications | undefined, { line, side }: { readonly line: Line; readonly side: Side }): Pick<Standing, 'draws'> {
    const isLine = (of: { readonly objective: string; readonly ruleSet: string; readonly by?: { readonly value?: string } }): boolean =>
        of.objective === line.objective && of.ruleSet === side.id && (of.by?.value ?? '') === (line.part ?? '');
    const year = line.months === undefined ? line.year.year : undefined;
    const found = replications?.objectives.find((of) => isLine(of) && of.year === year);
    return found === undefined || replications === undefined || !side.simulated
        ? {}
        : { draws: { met: found.met, unsure: found.unsure, of: replications.seeds.length } };
}
