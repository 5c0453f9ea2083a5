import { at } from '../kit/at.js';
import { checkRequest } from './check-request.js';
import type { AskedCommission, PresentedCandidate } from './contract/asked-commission.js';
import type { ReplayFinding, ReplayProgress, ReplayRequest } from './contract/request.js';
import type { Candidate } from './pool/candidate-stream.js';
import { readyReplay } from './replay.js';
import type { Commission, Examination } from './run/commission.js';
import { runRuleSet } from './run/run.js';

/** Why a run cannot be made; nothing when it was. */
export type RunAsAsked = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly findings: readonly ReplayFinding[] };

/**
 * Fills the vacancies of a request under its first rule set, with a commission from outside in the place of the assumptions: routes, holders,
 * publics, adequacies, exclusions and ranking are those of the rules. No report is made: the commission has seen everything.
 */
export function* runAsAsked(request: ReplayRequest, asked: AskedCommission): Generator<ReplayProgress, RunAsAsked> {
    const refused = checkRequest(request);
    if (refused.length > 0) return { kind: 'refused', findings: refused };
    const ready = readyReplay(request);
    if (ready.kind === 'refused') return ready;
    const [ruleSet] = ready.ruleSets;
    const total = ready.context.vacancies.replayed.length;
    const steps = runRuleSet(ready.context, ruleSet, { commission: commissionAsking(asked) });
    for (let step = steps.next(); step.done !== true; step = steps.next()) yield { done: step.value, total, label: ruleSet.label };
    return { kind: 'done' };
}

/** What the ledger of a run counts apart is not told by a commission from outside: no report is made of it. */
function commissionAsking(asked: AskedCommission): Commission {
    return (_, vacancy, candidates, examination) => {
        const read: Candidate[] = [];
        const { housed, refusals } = asked(vacancy.id, presented(candidates, read, examination));
        return {
            ...(housed === undefined ? {} : { housed: at(read, housed) }),
            refusals: refusals.map(({ place, ...refusal }) => ({ candidate: at(read, place), refusal })),
            offers: refusals.length + (housed === undefined ? 0 : 1),
            rounds: 1,
            examined: read.length,
            notAllotted: 0,
            single: false,
        };
    };
}

function* presented(candidates: Iterable<Candidate>, read: Candidate[], examination: Examination): Generator<PresentedCandidate> {
    for (const candidate of candidates) {
        read.push(candidate);
        yield { demand: candidate.demand.id, alone: () => examination.single(candidate), barred: () => examination.barred(candidate) };
    }
}
