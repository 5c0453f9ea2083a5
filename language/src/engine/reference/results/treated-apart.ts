import type { DemandResult } from '../../result.js';
import { contextLike, limit, recallAnomalies, type Interpreter } from '../expressions/context.js';
import type { Run } from '../notes/choose-scoring.js';
import { isUnknown } from '../values/truth.js';
import { joinGaps, namesOf, NO_GAP } from '../values/value.js';

/** The clauses that surely treat a demand apart, and those of which facts are missing to know. */
export interface TreatedApart {
    readonly clauses: readonly string[];
    readonly perhaps?: NonNullable<DemandResult['perhapsUnscored']>;
}

const NOBODY: TreatedApart = { clauses: [] };

/**
 * Reads every clause that treats demands apart (`hors cotation`), on the day of the note. `interpreter` gives the note that the demand would
 * have, to those that read it.
 */
export function treatedApart({ loaded, contexts: { closed } }: Run, interpreter: Interpreter): TreatedApart {
    if (loaded.unscored.length === 0) return NOBODY;
    const context = contextLike(closed, { interpreter });
    const clauses: string[] = [];
    const unknown: string[] = [];
    let gap = NO_GAP;
    for (const { name, condition } of loaded.unscored) {
        const truth = interpreter.truth(context, condition);
        if (truth === true) clauses.push(name);
        else if (isUnknown(truth)) {
            unknown.push(name);
            gap = joinGaps(gap, truth.gap);
        }
    }
    limit(closed, context.until);
    recallAnomalies(closed, context.anomalies);
    return unknown.length === 0 ? { clauses } : { clauses, perhaps: { clauses: unknown, missing: namesOf(gap) } };
}
