import type { DemandResult } from '../../result.js';
import type { Run } from '../notes/choose-scoring.js';
import { isUnknown } from '../values/truth.js';
import { joinGaps, namesOf, NO_GAP } from '../values/value.js';

/** The clauses that surely treat a demand apart, and those of which facts are missing to know. */
export interface TreatedApart {
    readonly clauses: readonly string[];
    readonly perhaps?: NonNullable<DemandResult['perhapsUnscored']>;
}

/** Reads every clause that treats demands apart (`hors cotation`), on the day of the note. */
export function treatedApart({ loaded, contexts: { closed } }: Run): TreatedApart {
    const clauses: string[] = [];
    const unknown: string[] = [];
    let gap = NO_GAP;
    for (const { name, condition } of loaded.unscored) {
        const truth = closed.interpreter.truth(closed, condition);
        if (truth === true) clauses.push(name);
        else if (isUnknown(truth)) {
            unknown.push(name);
            gap = joinGaps(gap, truth.gap);
        }
    }
    return unknown.length === 0 ? { clauses } : { clauses, perhaps: { clauses: unknown, missing: namesOf(gap) } };
}
