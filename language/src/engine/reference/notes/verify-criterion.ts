import type { FactReader } from '../../../columns/facts.js';
import type { FactValue } from '../../../ir/value.js';
import { compare, max, min, ZERO } from '../../../kit/exact-number.js';
import { contextLike, limit, mayAppear, type Context } from '../expressions/context.js';
import { demandFact } from '../expressions/read-fact.js';
import type { LoadedCriterion } from '../policy/loaded-scoring.js';
import { either, leastOf, mostOf, NOTHING, type Outcome } from './outcome.js';
import { joinGaps, NOT_APPLICABLE } from '../values/value.js';

/** What a criterion gives in each of the two notes. */
export interface BothNotes {
    readonly declared: Outcome;
    /** The same object when proofs change nothing. */
    readonly verified: Outcome;
}

type Evaluation = (context: Context, criterion: LoadedCriterion) => Outcome;

/**
 * A criterion in the declared note, then in the verified one. A bonus rests on the demand facts that the criterion reads and whose proof
 * is asked, by the criterion or by the fact's declaration, when they have a value or when the bonus hangs on them: unless all of these
 * are proved it gives 0, never `à compléter`. A malus reads declared facts. A bonus that is not verified does not apply: it sets no
 * other criterion aside.
 */
export function bothNotes(context: Context, criterion: LoadedCriterion, evaluate: Evaluation): BothNotes {
    const declared = evaluate(context, criterion);
    if (criterion.proofFacts.length === 0 || declared.applies === 'no' || declared.high.n < 0n) return { declared, verified: declared };
    const { demand } = context.subject;
    const unproved = criterion.proofFacts.filter((name) => !demand.proved(name));
    if (unproved.some((name) => hasValue(demandFact(context, name)))) return { declared, verified: withoutBonus(declared) };
    const missing = unproved.filter((name) => demandFact(context, name).kind === 'missing');
    return { declared, verified: missing.length === 0 ? declared : unlessProved(context, criterion, { declared, missing, evaluate }) };
}

/** Whether proofs took points away. */
export function lostByProof({ declared, verified }: BothNotes): boolean {
    return declared !== verified && compare(mostOf(verified), max(mostOf(declared), ZERO)) < 0;
}

interface Unproved {
    readonly declared: Outcome;
    /** Facts that want a proof, have none, and are missing. */
    readonly missing: readonly string[];
    readonly evaluate: Evaluation;
}

/** A missing fact that turns out to have a value will want a proof that is not in the file; one that is `sans objet` will not. */
function unlessProved(context: Context, criterion: LoadedCriterion, unproved: Unproved): Outcome {
    const { declared, missing } = unproved;
    // Facts that are `sans objet` or stay missing can only take points away from a criterion that only asks what is there.
    const hangs = missing.some((name) => declared.gap.facts.includes(name));
    if (hangs && criterion.reads.positive) return withoutThem(context, criterion, unproved);
    if (mayAppear(context, { facts: missing, absent: declared.gap.absent })) return perhapsUnproved(declared, missing);
    context.tookAbsence = true;
    return hangs ? withoutBonus(declared) : declared;
}

/** The bonus that is left to the criterion without the facts that are not proved: none, unless it may be had in another way. */
function withoutThem(context: Context, criterion: LoadedCriterion, { declared, missing, evaluate }: Unproved): Outcome {
    const subject = { ...context.subject, demand: lacking(context.subject.demand, missing) };
    const cells = context.cells && new Map([...context.cells].filter(([name]) => !missing.includes(name)));
    const apart = contextLike(context, { subject, cells, unsupposed: undefined });
    const left = evaluate(apart, criterion);
    limit(context, apart.until);
    const none = withoutBonus(declared);
    return left.applies === 'no' || left.high.n <= 0n ? none : either(none, left);
}

function lacking(demand: FactReader, names: readonly string[]): FactReader {
    return { fact: (name) => (names.includes(name) ? NOT_APPLICABLE : demand.fact(name)), proved: demand.proved };
}

function hasValue({ kind }: FactValue): boolean {
    return kind !== 'missing' && kind !== 'not-applicable';
}

function perhapsUnproved(declared: Outcome, missing: readonly string[]): Outcome {
    return { ...declared, applies: 'maybe', low: min(leastOf(declared), ZERO), gap: joinGaps(declared.gap, { facts: missing, absent: [] }) };
}

function withoutBonus(declared: Outcome): Outcome {
    const low = min(leastOf(declared), ZERO);
    return low.n === 0n ? NOTHING : { ...declared, applies: 'maybe', low, high: ZERO };
}
