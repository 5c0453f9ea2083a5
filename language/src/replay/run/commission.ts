import type { Day } from '../../ir/value.js';
import type { Candidate } from '../pool/candidate-stream.js';
import { accepts, follows, refusalIsLegitimate } from '../record/draws.js';
import type { SimulatedRefusal } from '../record/readers.js';
import type { RunRecord } from '../record/replay-record.js';
import type { Vacancy } from '../record/vacancies.js';

/** What the commission and the households decided on one vacancy. */
export interface Decision {
    readonly housed?: Candidate;
    readonly refusals: readonly { readonly candidate: Candidate; readonly refusal: SimulatedRefusal }[];
    readonly offers: number;
    readonly rounds: number;
    readonly examined: number;
    /** Candidates examined and not allotted the dwelling, on a ground of the policy (decision d): their demands stay open. */
    readonly notAllotted: number;
    /** The first round examined one candidate alone. */
    readonly single: boolean;
}

/** What the policy says of a candidate before the commission. */
export interface Examination {
    /** The adequacies of the policy leave a doubt. */
    readonly doubt: (candidate: Candidate) => boolean;
    /** It may be presented alone. */
    readonly single: (candidate: Candidate) => boolean;
    /** A ground keeps it from that dwelling. */
    readonly barred: (candidate: Candidate) => boolean;
}

/** Decides on a vacancy, from its candidates in rank order. */
export type Commission = (context: RunRecord, vacancy: Vacancy, candidates: Iterable<Candidate>, examination: Examination) => Decision;

/**
 * Steps 5 and 6. Each round examines so many candidates in rank order, or one alone where the policy says so; a ground of the policy bars a
 * candidate; the commission follows the ranking of each other one, or passes it over, by a draw; those it follows are offered the dwelling
 * in turn, and answer by a draw. The first to accept is housed; when none does, another round, up to the declared number. All draws are
 * keyed by the household and the dwelling alone.
 */
export function decide(context: RunRecord, vacancy: Vacancy, candidates: Iterable<Candidate>, examination: Examination): Decision {
    const { assumptions, chances, seed } = context;
    const refusals: Decision['refusals'][number][] = [];
    let [examined, offers, notAllotted, rounds, left] = [0, 0, 0, 0, 0];
    let single = false;
    const decision = (housed?: Candidate): Decision => ({ housed, refusals, offers, examined, rounds, notAllotted, single });
    for (const candidate of candidates) {
        if (left === 0) {
            rounds += 1;
            left = examination.single(candidate) ? 1 : assumptions.candidatesPerRound;
            if (rounds === 1) single = left < assumptions.candidatesPerRound;
        }
        examined += 1;
        left -= 1;
        const { word } = candidate.demand;
        if (examination.barred(candidate)) notAllotted += 1;
        else if (follows(seed, chances.follow, word, vacancy.word)) {
            offers += 1;
            if (accepts(seed, chances.acceptance, word, vacancy.word)) return decision(candidate);
            refusals.push({ candidate, refusal: refusalOf(context, candidate, vacancy, examination) });
        }
        if (left === 0 && rounds === assumptions.rounds) break;
    }
    return decision();
}

/** A refusal is dated at the examination. The dwelling was adapted, since the pool holds no other, unless an adequacy is unknown. */
function refusalOf({ chances, seed }: RunRecord, candidate: Candidate, vacancy: Vacancy, { doubt }: Examination): SimulatedRefusal {
    const day: Day = vacancy.examination;
    return {
        day,
        adapted: doubt(candidate) ? undefined : true,
        legitimate: refusalIsLegitimate(seed, chances.legitimate, candidate.demand.word, vacancy.word),
    };
}
