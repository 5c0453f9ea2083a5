import { candidateStream, type Candidate, type PoolLook } from '../pool/candidate-stream.js';
import type { RankedCandidate, RankedVacancy } from '../contract/ranked-vacancy.js';
import { decidedBy, noteText } from './vacancy-outcome.js';

/** The first candidates of a pool, as it stands before anybody is taken from it. */
export function firstCandidates(look: PoolLook, { ruleSet, most }: { readonly ruleSet: string; readonly most: number }): RankedVacancy {
    const { id, released } = look.pool.dwellings.vacancy(look.vacancy);
    const stream = candidateStream(look);
    const first: Candidate[] = [];
    // One more is read, to tell what separates the last from who comes next.
    for (let next = stream.next(); next !== undefined; next = first.length > most ? undefined : stream.next()) first.push(next);
    stream.close();
    const candidates = first.slice(0, most).map((candidate, place) => rankedCandidate(look, candidate, first[place + 1]));
    return { ruleSet, dwelling: id, released, candidates };
}

function rankedCandidate({ pool: { ranks } }: PoolLook, candidate: Candidate, next: Candidate | undefined): RankedCandidate {
    const note = noteText(ranks.policy, candidate.result());
    return {
        demand: candidate.demand.id,
        ...(note === undefined ? {} : { note }),
        before: decidedBy(ranks.policy, candidate, next),
    };
}
