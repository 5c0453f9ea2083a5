import type { AstNode } from 'langium';
import type { Location } from '../../diagnostics/diagnostic.js';
import { KIND_WORDS } from '../../diagnostics/kind-words.js';
import { describeType } from '../../diagnostics/type-words.js';
import { nearestNames } from '../../kit/nearest-name.js';
import type * as ast from '../../generated/ast.js';
import type { Expression, Window } from '../../ir/expression.js';
import type { FactDeclaration, ValueType } from '../../ir/value-type.js';
import { lowerCondition } from './condition.js';
import { fail, failUnknown, locationOf, optional, placeOf, refer, spanOf } from '../context/context.js';
import { lowerWhole } from './lower-literal.js';
import { isOrdered } from './typing.js';
import { BOOLEAN, COUNT, MEMBERS, type ExpressionContext } from './expression-context.js';

/** How many of a demand's events satisfy a filter, in a window: `nombre de refus …`, or so many points `par refus …`. */
export function lowerEventCount(context: ExpressionContext, node: ast.EventCount | ast.CountedRate): Expression | undefined {
    const source = node.$type === 'EventCount' ? node.source : node.source.word;
    const events = eventsOf(context, placeOf(context, node as ast.EventCount, 'source'), source);
    if (events === undefined) return undefined;
    const window = node.window === undefined ? undefined : lowerWindow(context, node.window);
    if (node.window !== undefined && window === undefined) return undefined;
    if (window !== undefined && !hasRole(context, node, events, 'date')) return undefined;
    const filter = node.filter === undefined ? undefined : lowerCondition(filterContext(context, events), node.filter);
    if (node.filter !== undefined && filter === undefined) return undefined;
    return { kind: 'count', source: events.name, ...optional('window', window), ...optional('filter', filter), type: COUNT, at: spanOf(context, node) };
}

/** The sum, the least or the greatest of a value over events; those of one kind add up, those that have an order compare. */
export function lowerEventFold(context: ExpressionContext, node: ast.EventFold, expected?: ValueType): Expression | undefined {
    const events = eventsOf(context, placeOf(context, node, 'source'), node.source);
    if (events === undefined) return undefined;
    const inside = filterContext(context, events);
    const value = context.lower(inside, node.value, expected);
    const window = node.window === undefined ? undefined : lowerWindow(context, node.window);
    const filter = node.filter === undefined ? undefined : lowerCondition(inside, node.filter);
    if (value === undefined || (node.window !== undefined && window === undefined) || (node.filter !== undefined && filter === undefined)) return undefined;
    if (window !== undefined && !hasRole(context, node, events, 'date')) return undefined;
    const operation = OPERATIONS[node.operation];
    if (!folds(context, operation, value)) return fail(context, 'BAR338', { operation: node.operation, type: describeType(value.type) }, node.value);
    return {
        kind: 'fold',
        operation,
        source: events.name,
        value,
        ...optional('window', window),
        ...optional('filter', filter),
        type: value.type,
        at: spanOf(context, node),
    };
}

const OPERATIONS = { 'somme de': 'sum', 'le plus grand de': 'max', 'le plus petit de': 'min' } as const;

function folds({ scope }: ExpressionContext, operation: 'sum' | 'min' | 'max', { type }: Expression): boolean {
    if (operation === 'sum') return ['number', 'money', 'ratio'].includes(type.kind);
    return isOrdered(type, type.kind === 'enumeration' && (scope.enumerations.get(type.name)?.ordered ?? false));
}

/** Whether a member of the household meets a condition. */
export function lowerMemberTest(context: ExpressionContext, node: ast.MemberTest): Expression | undefined {
    const members = eventsNamed(context, locationOf(context, node), MEMBERS);
    const filter = members && lowerCondition(filterContext(context, members), node.condition);
    return filter && { kind: 'exists', source: MEMBERS, filter, current: false, type: BOOLEAN, at: spanOf(context, node) };
}

/** The events fact of that name, or a diagnostic. */
export function eventsOf(context: ExpressionContext, place: Location, name: string): FactDeclaration | undefined {
    refer(context, place, name, [['fact', 'demande']]);
    return eventsNamed(context, place, name);
}

/** The events fact of that name, whose word is not its name, or a diagnostic. */
export function eventsNamed(context: ExpressionContext, place: Location, name: string): FactDeclaration | undefined {
    const fact = context.scope.facts.demande.get(name);
    if (fact?.type.kind === 'events') return fact;
    if (fact !== undefined) return fail(context, 'BAR303', { found: describeType(fact.type), expected: describeType({ kind: 'events' }) }, place);
    const known = [...context.scope.facts.demande.values()].filter((candidate) => candidate.type.kind === 'events').map((candidate) => candidate.name);
    return failUnknown(context, 'BAR203', { name, kind: KIND_WORDS.events, nearest: nearestNames(name, known) }, place);
}

/** Whether the events have a field of that role; reports it when not. */
export function hasRole(context: ExpressionContext, node: AstNode, events: FactDeclaration, role: string): boolean {
    const found = events.type.kind === 'events' && events.type.fields.some((field) => field.role === role);
    if (!found) fail(context, 'BAR308', { name: events.name, role }, node);
    return found;
}

/** The context in which a filter is read: the fields of the events come first. */
export function filterContext(context: ExpressionContext, events: FactDeclaration): ExpressionContext {
    return { ...context, event: { source: events.name, fields: events.type.kind === 'events' ? events.type.fields : [] } };
}

function lowerWindow(context: ExpressionContext, node: ast.Window): Window | undefined {
    const amount = lowerWhole(context, placeOf(context, node, 'amount'), node.amount);
    return amount === undefined ? undefined : { amount, unit: node.unit === 'années' ? 'ans' : node.unit };
}
