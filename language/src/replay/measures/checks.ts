import type { Program } from '../../engine/index.js';
import type { CheckedLease } from './checked-lease.js';
import type { LeaseChecks } from '../contract/checks-outcome.js';
import { countSignals } from './signal-counts.js';
import { sortedTexts } from '../../kit/text-order.js';

/** The leases of a rule set together, then landlord by landlord. */
export function measureChecks(ruleSet: string, policies: readonly Program[], leases: readonly CheckedLease[]): readonly LeaseChecks[] {
    const landlords = sortedTexts(new Set(leases.flatMap(({ landlord }) => landlord ?? [])));
    return [undefined, ...landlords].map((landlord): LeaseChecks => {
        const own = landlord === undefined ? leases : leases.filter((lease) => lease.landlord === landlord);
        const facts = sortedTexts(new Set(own.flatMap(({ unproved }) => unproved)));
        return {
            ruleSet,
            ...(landlord === undefined ? {} : { landlord }),
            leases: own.length,
            signals: countSignals(policies, own),
            unproved: facts.map((fact) => ({ fact, label: labelOf(policies, fact), leases: own.filter(({ unproved }) => unproved.includes(fact)).length })),
            allProved: own.filter(({ unproved }) => unproved.length === 0).length,
        };
    });
}

function labelOf(policies: readonly Program[], fact: string): string {
    const declarations = policies.flatMap(({ policy }) => policy.vocabulary.facts.filter(({ name, owner }) => name === fact && owner === 'demande'));
    return declarations.find(({ label }) => label !== undefined)?.label ?? fact;
}
