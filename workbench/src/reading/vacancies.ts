import type { LedgerRow, ReplayReport } from '@bareme/language/replay';

/** One vacancy under every rule set, side by side. */
export interface VacancyRow {
    /** The dwelling and the day it was released: what tells vacancies apart. */
    readonly key: string;
    readonly baseline: LedgerRow;
    /** By id of the other rule sets. */
    readonly others: ReadonlyMap<string, LedgerRow>;
    /** What was recorded, where the data name lessees. */
    readonly record?: LedgerRow;
}

/** The ledger by vacancy, in the order of the baseline's rows. */
export function vacanciesOf({ ledger, recordLedger = [], ruleSets }: ReplayReport): readonly VacancyRow[] {
    const [baseline] = ruleSets;
    const rows = new Map<string, { baseline?: LedgerRow; others: Map<string, LedgerRow>; record?: LedgerRow }>();
    for (const row of ledger) {
        const key = keyOf(row);
        const known = rows.get(key) ?? { others: new Map<string, LedgerRow>() };
        if (row.ruleSet === baseline?.id) known.baseline = row;
        else known.others.set(row.ruleSet, row);
        rows.set(key, known);
    }
    for (const row of recordLedger) {
        const known = rows.get(keyOf(row));
        if (known !== undefined) known.record = row;
    }
    return [...rows].flatMap(([key, { baseline: first, others, record }]) => (first === undefined ? [] : [{ key, baseline: first, others, record }]));
}

function keyOf({ dwelling, released }: LedgerRow): string {
    return `${dwelling} ${released}`;
}

/** How a vacancy changes under a rule set: another household signs, another is merely first, or nothing moves. */
export type Change = 'household' | 'first' | 'none';

/** How a vacancy changes under a rule set. */
export function changeUnder({ baseline, others }: VacancyRow, ruleSet: string): Change {
    const other = others.get(ruleSet);
    if (other === undefined) return 'none';
    if (other.housed !== baseline.housed) return 'household';
    return other.first === baseline.first ? 'none' : 'first';
}
