import type { FactValue } from '../../../ir/value.js';
import type { Subject } from '../../subject.js';
import { readsOf } from '../../description/reads.js';
import { explainDemand } from './explain-demand.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';

/**
 * The facts of the demand whose proof is asked and not given, and on which its rank or its admission rests: those of the criteria whose
 * points are in the declared note and not in the verified one, and those that an exclusion reads. A fact that says no claims nothing.
 * Names sorted.
 */
export function unprovedFacts(loaded: LoadedPolicy, subject: Subject): readonly string[] {
    const lacking = (name: string): boolean => !subject.demand.proved(name) && claims(subject.demand.fact(name));
    const mayLack = loaded.scorings.some(({ criteria }) => criteria.some(({ proofFacts }) => proofFacts.some(lacking)));
    const scored = mayLack ? unprovedCriteria(loaded, subject).flatMap((name) => proofFactsOf(loaded, name)) : [];
    const excluding = readsOf(
        loaded.derivedFacts,
        loaded.policy.exclusions.map(({ condition }) => condition),
    ).demand;
    const asked = [...excluding].filter((name) => loaded.facts.demande.get(name)?.declaration.proof === true);
    return [...new Set([...scored, ...asked])].filter(lacking).sort();
}

/** Criteria that give points to the declared note and, for want of a proof, none to the verified one. */
function unprovedCriteria(loaded: LoadedPolicy, subject: Subject): readonly string[] {
    const { declared, verified } = explainDemand(loaded, subject).traces;
    return declared.lines.flatMap(({ kind, name, status }, place) => {
        const counts = kind === 'criterion' && (status === 'given' || status === 'unknown');
        return counts && verified.lines[place]?.status === 'unproved' ? [name] : [];
    });
}

function proofFactsOf({ scorings }: LoadedPolicy, criterion: string): readonly string[] {
    return scorings.flatMap(({ criteria }) => criteria.filter((one) => one.criterion.name === criterion).flatMap(({ proofFacts }) => proofFacts));
}

function claims(value: FactValue): boolean {
    return value.kind !== 'missing' && value.kind !== 'not-applicable' && !(value.kind === 'boolean' && !value.value);
}
