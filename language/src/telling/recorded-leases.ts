import { yearOf, civilDay } from '../kit/civil-date.js';
import type { Day } from '../ir/value.js';
import { HISTORY, type LedgerRow, type ReplayReport } from '../replay/index.js';

/** A row of the ledger that holds a measured lease. */
export interface LeaseRow extends LedgerRow {
    readonly marks: NonNullable<LedgerRow['marks']>;
    readonly signed: Day;
}

/** The measured leases of each rule set, and of the record under `HISTORY`: the rows of `registre-interne.csv` behind every figure. */
export function leasesBySide({ ledger, recordLedger = [] }: Pick<ReplayReport, 'ledger' | 'recordLedger'>): ReadonlyMap<string, readonly LeaseRow[]> {
    const bySide = new Map<string, LeaseRow[]>();
    for (const row of [...ledger, ...recordLedger]) {
        const { marks, leaseDay, ruleSet } = row;
        if (marks === undefined || leaseDay === undefined) continue;
        const rows = bySide.get(ruleSet) ?? [];
        rows.push({ ...row, marks, signed: leaseDay });
        bySide.set(ruleSet, rows);
    }
    return bySide;
}

/** The record or a rule set, in words of the file. */
export function isRecord(side: string): boolean {
    return side === HISTORY;
}

/** The longest time from a release to its lease that the run or the record has, in days. */
export function longestVacancy({ ledger, recordLedger = [] }: Pick<ReplayReport, 'ledger' | 'recordLedger'>): number {
    let longest = 0;
    for (const { released, leaseDay } of [...ledger, ...recordLedger]) if (leaseDay !== undefined) longest = Math.max(longest, leaseDay - released);
    return longest;
}

/** Whether every lease signed in a civil year is in the run, and if not why. */
export interface YearCover {
    readonly year: number;
    readonly complete: boolean;
    readonly text: string;
}

/**
 * The civil years of the leases. The window selects releases: a year is whole when its last day is in the window, and when the window
 * opens at least the longest vacancy seen before its first day; else leases signed in it are missing, and no verdict is given.
 */
export function yearsCovered(report: Pick<ReplayReport, 'ledger' | 'recordLedger' | 'territory'>): readonly YearCover[] {
    const { from, to } = report.territory;
    const longest = longestVacancy(report);
    const days = [...report.ledger, ...(report.recordLedger ?? [])].flatMap(({ leaseDay }) => leaseDay ?? []);
    const years = [...new Set(days.map(yearOf))].sort((a, b) => a - b);
    return years.map((year) => {
        const begins = (civilDay(year, 1, 1) ?? 0) - longest >= from;
        const complete = begins && (civilDay(year, 12, 31) ?? 0) <= to;
        const why = begins
            ? 'la période rejouée s’arrête avant le 31 décembre'
            : `des baux du début de l’année viennent de logements libérés avant la période (jusqu’à ${longest} jours de la libération au bail)`;
        return { year, complete, text: complete ? `${year}, année entière` : `${year}, année incomplète : ${why}` };
    });
}
