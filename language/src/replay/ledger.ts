import type { LedgerRow } from './model.js';
import type { ReplayContext } from './replay-context.js';
import type { VacancyOutcome } from './vacancy-outcome.js';

/** What a rule set makes of vacancies. */
export interface LedgerRequest {
    readonly ruleSet: string;
    /** Places of the vacancies among those replayed; absent: all, in order. */
    readonly vacancies?: readonly number[];
    readonly outcomes: readonly VacancyOutcome[];
    /** The rank of the commission's first, where it is known. */
    readonly recordedRanks: readonly (number | undefined)[];
}

/** The rows of a rule set, one for each outcome. */
export function ledgerRows(context: ReplayContext, { ruleSet, vacancies, outcomes, recordedRanks }: LedgerRequest): readonly LedgerRow[] {
    return outcomes.map((outcome, place) => ledgerRow(context, { ruleSet, vacancy: vacancies?.[place] ?? place, outcome, recordedRank: recordedRanks[place] }));
}

interface RowRequest {
    readonly ruleSet: string;
    readonly vacancy: number;
    readonly outcome: VacancyOutcome;
    readonly recordedRank: number | undefined;
}

function ledgerRow({ vacancies, population }: ReplayContext, { ruleSet, vacancy, outcome, recordedRank }: RowRequest): LedgerRow {
    const { id, released, commune, typology, reservee, landlord, lease, lessee } = vacancies.replayed[vacancy]!;
    const { end, route, reservee: heldBy, pool, first, secondNote, housed, decidedBy, offers, rounds, examined, notAllotted = 0, flags, moved } = outcome;
    const nameOf = (demand: number | undefined): string | undefined => (demand === undefined ? undefined : population.histories[demand]!.id);
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
    return (rows[0] ?? []).flatMap((_, vacancy) => rows.map((of) => of[vacancy]!));
}
