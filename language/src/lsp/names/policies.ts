import type { Policy } from '../../ir/policy.js';
import type { Project } from '../../ir/project.js';
import type { Criterion, Group, Scoring, ScoringItem } from '../../ir/scoring.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { DerivedFact } from '../../ir/vocabulary.js';
import { versionScope } from '../../references/root-scopes.js';
import type { NamedSymbol } from '../../references/symbol.js';

/** The version or the variant whose scope it is. */
export function policyOfScope({ policies, variants }: Project, scope: string): Policy | undefined {
    return policies.find(({ name, version }) => versionScope(name, version) === scope) ?? variants.find((variant) => scopeOfVariant(variant) === scope);
}

/** The version that a variant edits. */
export function versionOfVariant({ policies }: Project, { name, version }: Policy): Policy | undefined {
    return policies.find((policy) => policy.name === name && policy.version === version);
}

function scopeOfVariant({ name, version, variant }: Policy): string {
    return `variante ${variant?.name ?? ''} de ${versionScope(name, version)}`;
}

/** The critère or the rubrique of a name, in a cotation where one is said. */
export function itemOf(policy: Policy, { name, owner }: Pick<NamedSymbol, 'name' | 'owner'>): ScoringItem | undefined {
    const scorings = policy.scorings.filter((scoring) => owner === '' || scoring.name === owner);
    return scorings.flatMap(({ group }) => itemsOf(group)).find((item) => item.name === name);
}

/** Every critère and rubrique of a group, those inside rubrics too. */
export function itemsOf({ items }: Group): readonly ScoringItem[] {
    return items.flatMap((item) => (item.kind === 'rubric' ? [item, ...itemsOf(item.group)] : [item]));
}

/** Every critère of a cotation. */
export function criteriaOf({ group }: Scoring): readonly Criterion[] {
    return itemsOf(group).filter((item) => item.kind === 'criterion');
}

/** The fact that a symbol names; of a field, that of its events. */
export function factOf({ vocabularies, policies }: Project, { kind, owner, scope, name }: NamedSymbol): FactDeclaration | undefined {
    const words = [...vocabularies.filter((each) => `vocabulaire ${each.name}` === scope), ...policies].map(({ vocabulary }) => vocabulary);
    const facts = words.flatMap((each) => each.facts);
    if (kind === 'fact') return facts.find((fact) => fact.owner === owner && fact.name === name);
    if (kind !== 'field') return undefined;
    const holder = facts.find((fact) => `${fact.owner}.${fact.name}` === owner);
    return holder?.type.kind === 'events' ? holder.type.fields.find((field) => field.name === name) : undefined;
}

/** The deduced fact that a symbol names, of the demand or of each member. */
export function derivedOf({ vocabularies, policies }: Project, { kind, owner, scope, name }: NamedSymbol): DerivedFact | undefined {
    if (kind !== 'derived' && kind !== 'field') return undefined;
    const words = [...vocabularies.filter((each) => `vocabulaire ${each.name}` === scope), ...policies].map(({ vocabulary }) => vocabulary);
    if (kind === 'field') return owner !== 'demande.membres' ? undefined : words.flatMap((each) => each.memberFacts).find((fact) => fact.name === name);
    return words.flatMap((each) => each.derived).find((fact) => fact.name === name);
}
