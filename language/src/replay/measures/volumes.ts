import { isOpen } from '../record/population.js';
import type { Volumes } from '../contract/report.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { RunResult } from '../run/run.js';
import { tally, tallied, type Tally } from '../record/tally.js';
import { countUncertain } from '../run/uncertainties.js';
import type { VacancyOutcome } from '../run/vacancy-outcome.js';

/** What the rows of the files come to, and what each rule set makes of the vacancies. */
export function volumesOf(context: ReplayContext, runs: readonly RunResult[], counts: Tally): Volumes {
    const { population, vacancies, window } = context;
    const { histories, record } = population;
    const within = (day: number | undefined): boolean => day !== undefined && day >= window.from && day <= window.to;
    return {
        demands: histories.length,
        openAtStart: histories.filter(({ rows }) => rows.some(({ row }) => isOpen(record, row, window.from))).length,
        entered: histories.filter(({ entry }) => within(entry) && entry > window.from).length,
        left: histories.filter(({ exit }) => within(exit)).length,
        vacancies: vacancies.replayed.length,
        leases: runs.map(({ ruleSet, outcomes }) => ({ ruleSet: ruleSet.id, ...endsOf(outcomes) })),
        notEvaluated: [
            ...tallied(rowCounts(context, counts)),
            ...runs.flatMap(({ ruleSet, outcomes }) =>
                withoutRules(outcomes).map((count) => ({ reason: 'commune-without-rules' as const, ruleSet: ruleSet.id, count })),
            ),
            ...runs.flatMap(({ ruleSet, uncertainties }) => countUncertain(uncertainties).map(({ reason, count }) => ({ reason, ruleSet: ruleSet.id, count }))),
        ],
    };
}

function rowCounts({ notEvaluatedRows }: ReplayContext, counts: Tally): Tally {
    const all: Tally = new Map(counts);
    for (const some of notEvaluatedRows) for (const [reason, count] of some) tally(all, reason, count);
    return all;
}

/** How many vacancies no policy ranks; nothing where each has its own. */
function withoutRules(outcomes: readonly VacancyOutcome[]): readonly number[] {
    const count = outcomes.filter(({ flags }) => flags.includes('commune-without-rules')).length;
    return count === 0 ? [] : [count];
}

function endsOf(outcomes: readonly VacancyOutcome[]): Omit<Volumes['leases'][number], 'ruleSet'> {
    const count = (wanted: VacancyOutcome['end']): number => outcomes.filter(({ end }) => end === wanted).length;
    return {
        signed: count('leased'),
        withoutTaker: count('without-taker'),
        withoutCandidate: count('without-candidate'),
        outside: count('outside'),
        notEvaluated: count('not-evaluated'),
    };
}
