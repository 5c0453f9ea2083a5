import { NOTHING_SUPPOSED, readsNamed } from './cells.js';
import { apart, holdsOn, note, recall, type Context } from './context.js';
import { isInside } from './declared-bounds.js';
import type { LoadedDerived } from '../policy/loaded-policy.js';
import { demandFact } from './read-fact.js';
import { isUnknown } from '../values/truth.js';
import { isAbsence, joinGaps, missingBecause, NO_GAP, NOT_APPLICABLE, type Evaluated, type Gap } from '../values/value.js';

/** The value of a derived fact, computed once for a subject and for as many days as it holds. */
export function derivedValue(context: Context, name: string): Evaluated {
    const derived = context.loaded.derived.get(name);
    if (derived === undefined) return missingBecause({ facts: [name], absent: [] });
    if (context.unsupposed !== undefined && !readsSupposed(context, derived)) return unsupposedValue(context, context.unsupposed, name);
    const memo = context.derived[derived.letting ? 'letting' : 'demand'];
    const kept = memo.get(name);
    if (kept !== undefined && holdsOn(kept.holding, context.day)) {
        recall(context, kept.holding);
        // A civil duration kept for another day ends at the evaluation date: what holds is where it begins.
        return kept.outcome.kind === 'span' && kept.holding.from !== context.day ? { ...kept.outcome, to: context.day } : kept.outcome;
    }
    // Until it is computed the fact is missing: a cycle, which the checker refuses, ends there.
    const unfinished = missingBecause({ facts: [name], absent: [] });
    memo.set(name, { outcome: unfinished, holding: { from: context.day, until: context.day, anomalies: [], tookAbsence: false } });
    const computed = apart(context, () => deriveFact(context, derived));
    memo.set(name, computed);
    return computed.outcome;
}

function readsSupposed({ cells = NOTHING_SUPPOSED }: Context, { reads }: LoadedDerived): boolean {
    for (const name of cells.keys()) if (readsNamed(reads, name)) return true;
    return false;
}

function unsupposedValue(context: Context, unsupposed: Context, name: string): Evaluated {
    const { outcome, holding } = apart(unsupposed, () => derivedValue(unsupposed, name));
    recall(context, holding);
    return outcome;
}

/** `sans objet si` and `non renseigné si` are read before the formula; a value out of the bounds declared is an anomaly, and missing. */
function deriveFact(context: Context, { fact, reads }: LoadedDerived): Evaluated {
    const { truth, value } = context.interpreter;
    const idle = fact.notApplicable === undefined ? false : truth(context, fact.notApplicable);
    if (idle === true) return NOT_APPLICABLE;
    const unknown = fact.unknown === undefined ? false : truth(context, fact.unknown);
    if (unknown === true) return missingBecause(gapOfReads(context, fact.name, reads.demand));
    const computed = value(context, fact.value);
    const outcome = isAbsence(computed) || isInside(context, fact.bounds, computed) ? computed : outOfBounds(context, fact);
    if (idle === false && unknown === false) return outcome;
    const gaps = [idle, unknown].map((state) => (isUnknown(state) ? state.gap : NO_GAP)).reduce(joinGaps);
    return missingBecause(outcome.kind === 'missing' ? joinGaps(gaps, outcome.gap) : gaps);
}

function outOfBounds(context: Context, { name, at }: LoadedDerived['fact']): Evaluated {
    note(context, 'out-of-bounds', name, at);
    return missingBecause({ facts: [name], absent: [] });
}

/** What is missing of a fact declared unknown: the facts it reads that are missing, or itself when none is. */
function gapOfReads(context: Context, name: string, reads: ReadonlySet<string>): Gap {
    const facts = [...reads].filter((read) => demandFact(context, read).kind === 'missing');
    return { facts: facts.length === 0 ? [name] : facts, absent: [] };
}
