import type { Policy } from '../../../language/src/ir/policy.js';
import { civilDay } from '../../../language/src/kit/civil-date.js';
import { HISTORY, REPORT_VERSION, type LedgerRow, type ObjectiveOutcome, type ReplayReport, type RuleSetInput } from '../../../language/src/replay/index.js';
import { tellComparison, type Block, type Table, type Telling } from '../../../language/src/telling/index.js';

export const day = (year: number, month: number, at: number): number => civilDay(year, month, at) ?? 0;

type Mark = 'reached' | 'by-default' | 'missed' | 'unknown';

/** A lease of a ledger: signed that day, thirty days after the release. */
export function lease(ruleSet: string, signed: number, more: Partial<LedgerRow> & { readonly objectives?: Readonly<Record<string, Mark>> } = {}): LedgerRow {
    const { objectives = {}, ...row } = more;
    return {
        dwelling: 'L1',
        released: signed - 30,
        commune: '99001',
        typology: 'T3',
        reservee: 'AUCUN',
        landlord: 'valmont_habitat',
        ruleSet,
        end: ruleSet === HISTORY ? 'recorded' : 'leased',
        pool: 10,
        offers: 1,
        rounds: 1,
        examined: 3,
        notAllotted: 0,
        leaseDay: signed,
        decidedBy: 'note',
        flags: [],
        marks: { objectives, imputations: {}, signals: [], unproved: [] },
        ...row,
    };
}

/** So many leases of one mark, in one year, for one objective. */
export function leases(
    ruleSet: string,
    count: number,
    { objective, mark, year = 2024 }: { readonly objective: string; readonly mark: Mark; readonly year?: number },
): readonly LedgerRow[] {
    return Array.from({ length: count }, () => lease(ruleSet, day(year, 6, 1), { objectives: { [objective]: mark } }));
}

/** An outcome that only names its objective: the telling counts the rows themselves. */
export function outcome(objective: string, ruleSet: string, more: Partial<ObjectiveOutcome> = {}): ObjectiveOutcome {
    const label = objective === 'q1_hors_qpv' ? 'Premier quartile hors quartier prioritaire' : objective;
    return {
        objective,
        label,
        ruleSet,
        sense: 'at-least',
        counted: 'share',
        threshold: '1/4',
        numerator: 0,
        denominator: 0,
        unknown: 0,
        verdict: 'met',
        due: 0,
        text: '',
        references: [],
        ...more,
    };
}

/** A report of one baseline, perhaps variants, and the record, from mid-2023 to the end of 2024 so that 2024 is whole. */
export function reportOf(ledger: readonly LedgerRow[], more: Partial<ReplayReport> = {}): ReplayReport {
    const ids = [...new Set(ledger.map(({ ruleSet }) => ruleSet))].filter((id) => id !== HISTORY);
    return {
        reportVersion: REPORT_VERSION,
        mode: 'vivier',
        territory: { name: 'Valmont', synthetic: true, notices: [], from: day(2023, 7, 1), to: day(2024, 12, 31) },
        ruleSets: ids.map((id) => ({
            id,
            label: id === 'en-vigueur' ? 'Règles en vigueur' : `Variante ${id}`,
            policy: 'valmont',
            versions: [],
            changesNothing: false,
        })),
        volumes: {
            demands: 1_000,
            openAtStart: 900,
            entered: 100,
            left: 50,
            vacancies: 100,
            leases: ids.map((ruleSet) => ({ ruleSet, signed: 100, withoutTaker: 0, withoutCandidate: 0, outside: 0, notEvaluated: 0 })),
            notEvaluated: [],
        },
        objectives: [],
        comparisons: [],
        waiting: [],
        flux: [],
        imputations: [],
        checks: [],
        stocks: [],
        overdue: [],
        top: [],
        answers: [],
        honesty: { imputedHouseholdMonths: [], tiesDecided: [], why: [] },
        steps: [],
        ledger: ledger.filter(({ ruleSet }) => ruleSet !== HISTORY),
        recordLedger: ledger.filter(({ ruleSet }) => ruleSet === HISTORY),
        ...more,
    };
}

/** The rule sets of a report: the baseline, then each variant under its own name. */
export function ruleSetsOf(base: Policy, variants: readonly Policy[] = []): readonly RuleSetInput[] {
    return [
        { id: 'en-vigueur', label: 'Règles en vigueur', versions: [base] },
        ...variants.map((variant): RuleSetInput => ({ id: variant.variant?.name ?? '', label: variant.variant?.label ?? '', versions: [base], variant })),
    ];
}

export function tell(report: ReplayReport, ruleSets: readonly RuleSetInput[]): Telling {
    return tellComparison({ report, ruleSets, words: { dwelling: (_fact, word) => word } });
}

export function blockOf({ first, parts }: Telling, id: string): Block {
    const block = [...first, ...parts].find((of) => of.id === id);
    if (block === undefined) throw new Error(`no block ${id}`);
    return block;
}

/** The texts of a table's rows, cell by cell. */
export function rowsOf(block: Block): readonly (readonly string[])[] {
    return block.exhibits.flatMap((exhibit) => (exhibit.kind === 'table' ? (exhibit as Table).rows.map(({ cells }) => cells.map(({ text }) => text)) : []));
}

/** All that a telling says, in one text. */
export function textOf(telling: Telling): string {
    return JSON.stringify(telling);
}
