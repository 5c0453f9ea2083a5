import type { Day } from '../ir/value.js';
import type { Candidate } from './candidate-stream.js';
import { accepts, follows, refusalIsLegitimate } from './draws.js';
import type { SimulatedRefusal } from './readers.js';
import type { ReplayContext } from './replay-context.js';
import type { Vacancy } from './vacancies.js';

/** What the commission and the households decided on one vacancy. */
export interface Decision {
    readonly housed?: Candidate;
    readonly refusals: readonly { readonly candidate: Candidate; readonly refusal: SimulatedRefusal }[];
    readonly offers: number;
    readonly rounds: number;
    readonly examined: number;
}

/** Whether the adequacies of the policy leave a doubt about a candidate. */
export type AdequacyDoubt = (candidate: Candidate) => boolean;

/**
 * Steps 5 and 6. Each round examines so many candidates in rank order; the commission follows the ranking of each, or passes it over,
 * by a draw; those it follows are offered the dwelling in turn, and answer by a draw. The first to accept is housed; when none does,
 * another round, up to the declared number. All draws are keyed by the household and the dwelling alone.
 */
export function decide(context: ReplayContext, vacancy: Vacancy, candidates: Iterable<Candidate>, doubt: AdequacyDoubt): Decision {
    const { assumptions, chances, seed } = context;
    const refusals: Decision['refusals'][number][] = [];
    const most = assumptions.candidatesPerRound * assumptions.rounds;
    let examined = 0;
    let offers = 0;
    const decision = (housed?: Candidate): Decision => ({ housed, refusals, offers, examined, rounds: Math.ceil(examined / assumptions.candidatesPerRound) });
    for (const candidate of candidates) {
        examined += 1;
        const { word } = candidate.demand;
        if (follows(seed, chances.follow, word, vacancy.word)) {
            offers += 1;
            if (accepts(seed, chances.acceptance, word, vacancy.word)) return decision(candidate);
            refusals.push({ candidate, refusal: refusalOf(context, candidate, vacancy, doubt) });
        }
        if (examined === most) break;
    }
    return decision();
}

/** A refusal is dated at the examination. The dwelling was adapted, since the pool holds no other, unless an adequacy is unknown. */
function refusalOf({ chances, seed }: ReplayContext, candidate: Candidate, vacancy: Vacancy, doubt: AdequacyDoubt): SimulatedRefusal {
    const day: Day = vacancy.examination;
    return {
        day,
        adapted: doubt(candidate) ? undefined : true,
        legitimate: refusalIsLegitimate(seed, chances.legitimate, candidate.demand.word, vacancy.word),
    };
}
