import { someNode, type PolicyNode } from '../../ir/policy-nodes.js';
import { readsOfScoring, type PolicyIndex } from './reads.js';

/**
 * Whether a note may depend on a fact being missing rather than on its value: a state is tested, or a `selon` has a line for a missing
 * subject. Without that, knowing more only narrows a note.
 */
export function testsAbsence({ policy, derivedFacts }: PolicyIndex): boolean {
    const derived = new Set(policy.scorings.flatMap((scoring) => readsOfScoring(derivedFacts, scoring).flatMap((reads) => [...reads.derived])));
    return someNode(policy.scorings, isAbsenceTest) || [...derived].some((name) => someNode(derivedFacts.get(name), isAbsenceTest));
}

/** A line `non renseigné : à compléter` says what holds without it. */
function isAbsenceTest({ kind, test, outcome }: PolicyNode): boolean {
    return kind === 'state' || (test?.kind === 'missing' && outcome?.kind !== 'incomplete');
}
