import type { VacancyFlag } from './contract/report-codes.js';
import type { RecordedHolder } from './measures/flux-report.js';
import type { CheckedLease } from './measures/checked-lease.js';
import { marksOf } from './measures/marks.js';
import { HISTORY, type LedgerRow } from './contract/report.js';
import type { ReplayContext } from './pool/replay-context.js';
import { demandAt } from './record/population.js';
import type { Vacancy } from './record/vacancies.js';
import type { VacancyOutcome } from './run/vacancy-outcome.js';

/** What a rule set makes of vacancies. */
interface LedgerRequest {
    readonly ruleSet: string;
    /** Places of the vacancies among those replayed; absent: all, in order. */
    readonly vacancies?: readonly number[];
    /** The run's own dates, by vacancy; absent: those of the record. */
    readonly dates?: readonly Vacancy[];
    readonly outcomes: readonly VacancyOutcome[];
    /** The rank of the commission's first, where it is known. */
    readonly recordedRanks: readonly (number | undefined)[];
    /** The leases measured, whose marks the rows carry. */
    readonly leases?: readonly CheckedLease[];
}

/** The rows of a rule set, one for each outcome. */
export function ledgerRows(context: ReplayContext, { ruleSet, vacancies, dates, outcomes, recordedRanks, leases = [] }: LedgerRequest): readonly LedgerRow[] {
    const signed = new Map(leases.map((lease) => [lease.vacancy, lease]));
    return outcomes.map((outcome, place) => {
        const vacancy = vacancies?.[place] ?? place;
        const lease = signed.get(vacancy);
        const row = ledgerRow(context, { ruleSet, vacancy, dates, outcome, recordedRank: recordedRanks[place] });
        return lease === undefined ? row : { ...row, marks: marksOf(lease, context.window.to) };
    });
}

/** The leases of the record, and by vacancy who held it. */
interface Recorded {
    readonly leases: readonly CheckedLease[];
    readonly holders: readonly (RecordedHolder | undefined)[];
}

/** What the record says of each vacancy: who held it, and what its lease weighs. */
export function recordRows(context: ReplayContext, { leases, holders }: Recorded): readonly LedgerRow[] {
    const { replayed } = context.vacancies;
    const outcomes = replayed.map(({ lessee }, vacancy): VacancyOutcome => {
        const flags: readonly VacancyFlag[] = lessee === undefined ? ['recorded-lessees-absent'] : [];
        return { ...holders[vacancy], end: 'recorded', pool: 0, decidedBy: 'none', offers: 0, rounds: 0, examined: 0, flags };
    });
    const rows = ledgerRows(context, { ruleSet: HISTORY, outcomes, recordedRanks: [], leases });
    return rows.map((row, vacancy) => ({ ...row, leaseDay: replayed[vacancy]?.recordedLease }));
}

interface RowRequest {
    readonly ruleSet: string;
    readonly vacancy: number;
    readonly dates?: readonly Vacancy[];
    readonly outcome: VacancyOutcome;
    readonly recordedRank: number | undefined;
}

function ledgerRow({ dwellings, population }: ReplayContext, { ruleSet, vacancy, dates, outcome, recordedRank }: RowRequest): LedgerRow {
    const { id, released, commune, typology, reservee, landlord, lease, lessee } = dates?.[vacancy] ?? dwellings.vacancy(vacancy);
    const {
        end,
        route,
        reservee: heldBy,
        account,
        pool,
        first,
        secondNote,
        housed,
        decidedBy,
        offers,
        rounds,
        examined,
        notAllotted = 0,
        flags,
        moved,
    } = outcome;
    const nameOf = (demand: number | undefined): string | undefined => (demand === undefined ? undefined : demandAt(population, demand).id);
    return {
        dwelling: id,
        released,
        commune,
        typology,
        reservee,
        landlord,
        ruleSet,
        route,
        heldBy,
        account,
        end,
        pool,
        first: nameOf(first?.demand),
        firstNote: first?.note,
        secondNote,
        housed: nameOf(housed?.demand),
        housedNote: housed?.note,
        offers,
        rounds,
        examined,
        notAllotted,
        leaseDay: housed === undefined ? undefined : lease,
        decidedBy,
        moved,
        recorded: lessee,
        recordedRank,
        flags,
    };
}

/** Rows of all rule sets, vacancy by vacancy, rule sets in their order. */
export function interleave(rows: readonly (readonly LedgerRow[])[]): readonly LedgerRow[] {
    return (rows[0] ?? []).flatMap((_, vacancy) => rows.flatMap((of) => of[vacancy] ?? []));
}
