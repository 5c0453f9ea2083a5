import { describeType } from '../../diagnostics/type-words.js';
import type { AstNode } from 'langium';
import { CANDIDATURE_ROLES, DEMAND_ROLES, DWELLING_ROLES } from '../../ir/roles.js';
import type { FactOwner, ValueType } from '../../ir/value-type.js';
import { isDerivedFact } from '../../generated/ast.js';
import type { DerivedFact } from '../../ir/vocabulary.js';
import { nearestNames } from '../../kit/nearest-name.js';
import { fail, failUnknown, placeOf, type FileContext } from '../context/context.js';

/** The roles that the facts of each owner may play in a replay. */
export const ROLES: Readonly<Record<FactOwner, readonly string[]>> = {
    demande: DEMAND_ROLES,
    logement: DWELLING_ROLES,
    candidature: CANDIDATURE_ROLES,
};

interface RoleNode extends AstNode {
    readonly role?: string;
}

/** Reports a role that the replay does not know: a fact with it would be read for nothing. */
export function checkRole(context: FileContext, node: RoleNode, known: readonly string[]): void {
    if (node.role === undefined || known.includes(node.role)) return;
    failUnknown(context, 'BAR212', { name: node.role, nearest: nearestNames(node.role, known), known }, placeOf(context, node, 'role'));
}

/** What a value of each role must be, where the replay cannot use another; `undefined`: it may be. */
const EXPECTED: Readonly<Record<string, ((type: ValueType) => string | undefined) | undefined>> = {
    délai_dépassé: ({ kind }) => (kind === 'boolean' ? undefined : 'oui/non'),
    profil: (type) => (isProfile(type) ? undefined : 'oui/non, un entier ou une énumération'),
};

function isProfile(type: ValueType): boolean {
    return type.kind === 'boolean' || type.kind === 'enumeration' || (type.kind === 'number' && type.places === 0);
}

/** Reports a role that a value of that type, or several values, cannot play. */
export function checkRoleType(context: FileContext, node: RoleNode, { type, multiple }: { readonly type: ValueType; readonly multiple: boolean }): void {
    const expected = node.role === undefined ? undefined : EXPECTED[node.role]?.(type);
    const at = placeOf(context, node, 'role');
    if (expected !== undefined) fail(context, 'BAR303', { found: describeType(type), expected }, at);
    else if (multiple && node.role === 'profil') fail(context, 'BAR303', { found: 'un fait à plusieurs valeurs', expected: 'un fait à une seule valeur' }, at);
}

/** Reports a role of a deduced fact that reads more than the demand: the replay asks it of a demand alone, and would learn nothing. */
export function checkRoleReads(context: FileContext, node: AstNode, derived: readonly DerivedFact[]): void {
    if (!isDerivedFact(node) || node.role === undefined) return;
    const fact = derived.find(({ name }) => name === node.name);
    if (fact === undefined || !readsBeyondDemand(fact, derived, new Set([fact.name]))) return;
    const found = 'un fait déduit qui lit le logement ou la candidature';
    fail(context, 'BAR303', { found, expected: 'un fait déduit de la demande seule' }, placeOf(context, node, 'role'));
}

function readsBeyondDemand(part: unknown, derived: readonly DerivedFact[], seen: Set<string>): boolean {
    if (Array.isArray(part)) return part.some((item) => readsBeyondDemand(item, derived, seen));
    if (typeof part !== 'object' || part === null) return false;
    const { kind, owner, name } = part as { readonly kind?: unknown; readonly owner?: unknown; readonly name?: unknown };
    if (kind === 'fact' && (owner === 'logement' || owner === 'candidature')) return true;
    if (kind === 'derived' && typeof name === 'string' && !seen.has(name)) {
        seen.add(name);
        if (readsBeyondDemand(derived.find((fact) => fact.name === name)?.value, derived, seen)) return true;
    }
    return Object.values(part).some((child) => readsBeyondDemand(child, derived, seen));
}
