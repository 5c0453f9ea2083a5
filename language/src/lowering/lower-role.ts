import { describeType } from '../diagnostics/type-words.js';
import type { AstNode } from 'langium';
import { CANDIDATURE_ROLES, DEMAND_ROLES, DWELLING_ROLES } from '../ir/roles.js';
import type { FactOwner, ValueType } from '../ir/value-type.js';
import { nearestNames } from '../kit/nearest-name.js';
import { fail, failUnknown, wordLocation, type FileContext } from './context.js';

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
    failUnknown(context, 'BAR212', { name: node.role, nearest: nearestNames(node.role, known), known }, node);
}

/** What a value of each role must be, where the replay cannot use another; `undefined`: it may be. */
const EXPECTED: Readonly<Record<string, ((type: ValueType) => string | undefined) | undefined>> = {
    délai_dépassé: ({ kind }) => (kind === 'boolean' ? undefined : 'oui/non'),
    profil: (type) => (isProfile(type) ? undefined : 'oui/non, un entier ou une énumération'),
};

function isProfile(type: ValueType): boolean {
    return type.kind === 'boolean' || type.kind === 'enumeration' || (type.kind === 'number' && type.places === 0);
}

/** Reports a role that a value of that type cannot play. */
export function checkRoleType(context: FileContext, node: RoleNode, type: ValueType): void {
    const expected = node.role === undefined ? undefined : EXPECTED[node.role]?.(type);
    if (expected !== undefined) fail(context, 'BAR303', { found: describeType(type), expected }, wordLocation(context, node, node.role ?? ''));
}
