import { parseDate, yearOf } from '@bareme/language/ir';
import { HISTORY, type ObjectiveOutcome, type ReplayReport } from '@bareme/language/replay';

/** One objective, for one year or one part, under every rule set and in the record. */
export interface ObjectiveLine {
    readonly key: string;
    readonly label: string;
    /** The year or the part of the line, where the objective has several. */
    readonly detail: string;
    readonly text: string;
    readonly references: readonly string[];
    /** In the order of `columns`; absent where it was not measured. */
    readonly cells: readonly (ObjectiveOutcome | undefined)[];
}

/** A column of the matrix: the record first, then each rule set. */
export interface MatrixColumn {
    readonly id: string;
    readonly label: string;
}

/** The record, where it is measured, then the rule sets in their order. */
export function matrixColumns({ objectives, ruleSets }: ReplayReport): readonly MatrixColumn[] {
    const recorded = objectives.some(({ ruleSet }) => ruleSet === HISTORY);
    return [...(recorded ? [{ id: HISTORY, label: 'Baux enregistrés' }] : []), ...ruleSets.map(({ id, label }) => ({ id, label }))];
}

/** Objectives in the order of the policy. */
export function objectiveLines(
    report: ReplayReport,
    columns: readonly MatrixColumn[],
    nameOfPart: (fact: string, word: string) => string,
): readonly ObjectiveLine[] {
    const lines = new Map<string, ObjectiveOutcome[]>();
    for (const outcome of report.objectives) {
        const key = `${outcome.objective} ${outcome.year ?? ''} ${outcome.by?.fact ?? ''} ${outcome.by?.value ?? ''}`;
        lines.set(key, [...(lines.get(key) ?? []), outcome]);
    }
    return [...lines].map(([key, outcomes]) => {
        const [first] = outcomes as [ObjectiveOutcome];
        const part = first.by === undefined ? undefined : first.by.value === undefined ? 'non renseigné' : nameOfPart(first.by.fact, first.by.value);
        return {
            key,
            label: first.label,
            detail: [part, first.year === undefined ? undefined : `baux de ${first.year}`].filter((word) => word !== undefined).join(', '),
            text: first.text,
            references: first.references,
            cells: columns.map(({ id }) => outcomes.find(({ ruleSet }) => ruleSet === id)),
        };
    });
}

/**
 * Whether every lease signed in a year is in the replay. The window chooses releases, and a dwelling may stay vacant for as long as the
 * longest vacancy seen: the window must begin that long before the year, and end with it or after.
 */
export function isWholeYear({ territory, ledger, recordLedger = [] }: ReplayReport, year: number): boolean {
    const first = parseDate(`01/01/${year}`);
    const last = parseDate(`31/12/${year}`);
    if (first === undefined || last === undefined) return false;
    let longest = 0;
    for (const { released, leaseDay } of [...ledger, ...recordLedger]) if (leaseDay !== undefined) longest = Math.max(longest, leaseDay - released);
    return territory.from <= first - longest && territory.to >= last;
}

/** The years in which leases were signed under a rule set. */
export function yearsOfLeases({ ledger, recordLedger = [] }: ReplayReport): readonly number[] {
    const days = [...ledger, ...recordLedger].flatMap(({ leaseDay }) => leaseDay ?? []);
    return [...new Set(days.map(yearOf))].sort((a, b) => a - b);
}

/**
 * Why an objective has no verdict: quotas are annual, so that part of a year, or two years together, cannot tell. A rolling period of
 * months is no year.
 */
export function withoutVerdict(report: ReplayReport, outcome: ObjectiveOutcome, years: readonly number[]): 'part-of-year' | 'several-years' | undefined {
    if (outcome.months !== undefined) return undefined;
    if (outcome.year !== undefined) return isWholeYear(report, outcome.year) ? undefined : 'part-of-year';
    if (years.length > 1) return 'several-years';
    return years[0] !== undefined && isWholeYear(report, years[0]) ? undefined : 'part-of-year';
}

/** Under so many leases, a percentage says nothing: counts do. */
export const FEW_LEASES = 20;

/** Between which shares an objective lies, whatever the leases that cannot be told are. */
export function shareBounds({ numerator, denominator, unknown }: ObjectiveOutcome): { readonly low: number; readonly high: number; readonly of: number } {
    const of = denominator + unknown;
    return of === 0 ? { low: 0, high: 0, of } : { low: numerator / of, high: (numerator + unknown) / of, of };
}
