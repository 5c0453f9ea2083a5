import type { AstNode } from 'langium';
import { inUnitOf } from './in-unit.js';
import type { Location } from '../../diagnostics/diagnostic.js';
import { report } from '../../diagnostics/report.js';
import { describeType } from '../../diagnostics/type-words.js';
import { nearestNames } from '../../kit/nearest-name.js';
import type * as ast from '../../generated/ast.js';
import type { Expression, Relation } from '../../ir/expression.js';
import type { Span } from '../../ir/span.js';
import type { FactDeclaration, ValueType } from '../../ir/value-type.js';
import { fail, failUnknown, locationOf, placeOf, spanOf, textOf } from '../context/context.js';
import { BOOLEAN, MEMBERS, type ExpressionContext } from './expression-context.js';
import { lowerCondition } from './condition.js';
import { eventsOf, filterContext, hasRole } from './lower-events.js';
import { amongValues, isMultiple, lowerAmong } from './lower-among.js';
import { lowerLiteral, sameMeasure } from './lower-literal.js';
import { lowerReference } from './lower-reference.js';
import { isOrdered, requireType } from './typing.js';

/** The comparison that each relation of the language makes (language.md, meaning 4). */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map([
    ['moins de', '<'],
    ['avant le', '<'],
    ['plus de', '>'],
    ['après le', '>'],
    ['au moins', '>='],
    ['à partir de', '>='],
    ['à partir du', '>='],
    ['au plus', '<='],
    ['jusqu’à', '<='],
    ['jusqu’au', '<='],
    ['est', '='],
    ['=', '='],
    ['n’est pas', '≠'],
]);

/** A subject and what is said of it. */
export function lowerTest(context: ExpressionContext, node: ast.Test): Expression | undefined {
    if (node.relation === undefined) return undefined;
    if (node.relation === 'contient') return lowerContains(context, node);
    const subject = context.lower(context, node.left);
    if (subject === undefined) return undefined;
    const at = spanOf(context, node);
    if (node.relation === 'parmi' || node.relation === 'hors') return lowerAmong(context, node, { subject, at });
    if (node.relation === 'de') return lowerBetween(context, node, subject);
    const state = STATES.get(node.relation);
    if (state !== undefined) return stateTest(subject, state, at);
    return lowerComparison(context, node, subject);
}

type State = { readonly state: 'renseigné' | 'sans objet' | 'justifié'; readonly negated: boolean };

const STATES: ReadonlyMap<string, State> = new Map<string, State>([
    ['renseigné', { state: 'renseigné', negated: false }],
    ['non renseigné', { state: 'renseigné', negated: true }],
    ['justifié', { state: 'justifié', negated: false }],
    ['non justifié', { state: 'justifié', negated: true }],
    ['sans objet', { state: 'sans objet', negated: false }],
]);

function stateTest(subject: Expression, { state, negated }: State, at: Span): Expression {
    const test: Expression = { kind: 'state', subject, state, type: BOOLEAN, at };
    return negated ? { kind: 'not', operand: test, type: BOOLEAN, at } : test;
}

function lowerComparison(context: ExpressionContext, node: ast.Test, subject: Expression): Expression | undefined {
    const relation = RELATIONS.get(node.relation ?? '');
    if (relation === undefined || node.right === undefined) return undefined;
    if (isMultiple(subject)) return failSeveral(context, node, node.right);
    if (relation !== '=' && relation !== '≠' && !ordered(context, subject.type)) return fail(context, 'BAR307', { type: textOf(context, node.left) }, node);
    const right = context.lower(context, node.right, subject.type);
    if (right === undefined) return undefined;
    if (!sameMeasure(subject.type, right.type)) return failMeasure(context, node, { subject, found: right, written: node.right });
    return { kind: 'compare', relation, left: subject, right, type: BOOLEAN, at: spanOf(context, node) };
}

interface Incomparable {
    readonly subject: Expression;
    readonly found: Expression;
    readonly written: ast.Expression;
}

/** Two quantities of different kinds; a bare number is told the unit that it lacks. */
function failMeasure(context: ExpressionContext, node: ast.Test, { subject, found, written }: Incomparable): undefined {
    const instead = written.$type === 'NumberLiteral' ? inUnitOf(subject.type, written) : [];
    return fail(context, 'BAR301', { left: describeType(subject.type), right: describeType(found.type), instead }, node);
}

/** `est` of a fact of several values: `contient` says what is meant; what `n’est pas` means is for the author to say. */
function failSeveral(context: ExpressionContext, node: ast.Test, right: ast.Expression): undefined {
    const edit = { location: between(context, node.left, right), newText: ' contient ' };
    const fix = node.relation === 'n’est pas' ? undefined : { title: 'Écrire « contient »', edits: [edit] };
    context.diagnostics.push(report('BAR304', { name: textOf(context, node.left) }, locationOf(context, node.left), { fix }));
    return undefined;
}

/** `contient` of a fact of one value: `est`, or `parmi` alone. */
function failSingle(context: ExpressionContext, node: ast.Test, choice: ast.Choice): undefined {
    const word = choice.set === undefined ? ' est ' : ' ';
    const fix = { title: word === ' ' ? 'Retirer « contient »' : 'Écrire « est »', edits: [{ location: between(context, node.left, choice), newText: word }] };
    context.diagnostics.push(report('BAR305', { name: textOf(context, node.left) }, locationOf(context, node.left), { fix }));
    return undefined;
}

/** What is written between two nodes. */
function between(context: ExpressionContext, left: AstNode, right: AstNode): Location {
    return { path: context.path, start: locationOf(context, left).end, end: locationOf(context, right).start };
}

function ordered(context: ExpressionContext, type: ValueType): boolean {
    return isOrdered(type, type.kind === 'enumeration' && (context.scope.enumerations.get(type.name)?.ordered ?? false));
}

function lowerBetween(context: ExpressionContext, node: ast.Test, subject: Expression): Expression | undefined {
    if (node.low === undefined || node.right === undefined) return undefined;
    if (isMultiple(subject)) return fail(context, 'BAR304', { name: textOf(context, node.left) }, node.left);
    if (!ordered(context, subject.type)) return fail(context, 'BAR307', { type: textOf(context, node.left) }, node);
    const low = context.lower(context, node.low, subject.type);
    const high = context.lower(context, node.right, subject.type);
    if (low === undefined || high === undefined) return undefined;
    for (const bound of [low, high]) {
        if (!sameMeasure(subject.type, bound.type))
            return failMeasure(context, node, { subject, found: bound, written: bound === low ? node.low : node.right });
    }
    return { kind: 'between', subject, low, high, exclusive: node.exclusive, type: BOOLEAN, at: spanOf(context, node) };
}

/** `contient`: one of several values, a value, or an event. */
function lowerContains(context: ExpressionContext, node: ast.Test): Expression | undefined {
    if (node.event !== undefined) return lowerEventPattern(context, node, node.event);
    const choice = node.choice;
    if (choice === undefined) return undefined;
    if (choice.condition !== undefined && node.left.$type === 'Reference') return lowerExists(context, node, choice);
    const subject = context.lower(context, node.left);
    if (subject === undefined) return undefined;
    const at = spanOf(context, node);
    if (!isMultiple(subject)) return failSingle(context, node, choice);
    if (choice.set !== undefined) return amongValues(context, choice.set, { subject, at });
    const value = choice.value ?? choice.condition;
    const item = context.lower(context, value, subject.type);
    if (item === undefined || value === undefined) return undefined;
    if (item.kind === 'literal' && item.value.kind === 'word') return { kind: 'among', subject, values: [item.value.value], type: BOOLEAN, at };
    const typed = requireType(context, value, item, subject.type);
    return typed === undefined ? undefined : { kind: 'contains', subject, item: typed, type: BOOLEAN, at };
}

function lowerExists(context: ExpressionContext, node: ast.Test, choice: ast.Choice): Expression | undefined {
    const events = eventsOfSubject(context, node.left);
    if (events === undefined) return undefined;
    if (choice.current && !hasRole(context, node, events, 'date')) return undefined;
    const filter = lowerCondition(filterContext(context, events), choice.condition);
    if (filter === undefined) return undefined;
    return { kind: 'exists', source: events.name, filter, current: choice.current, type: BOOLEAN, at: spanOf(context, node) };
}

/** The events that a test looks into: a fact of the demand by its name, nothing computed. */
function eventsOfSubject(context: ExpressionContext, node: ast.Expression): FactDeclaration | undefined {
    if (node.$type === 'Reference' && (node.owner === undefined || node.owner === 'demande')) return eventsOf(context, locationOf(context, node), node.word);
    const subject = context.lower(context, node);
    return subject && fail(context, 'BAR303', { found: describeType(subject.type), expected: describeType({ kind: 'events' }) }, node);
}

/** `étiquettes contient nature dalo en cours`: an event whose field has that value. */
function lowerEventPattern(context: ExpressionContext, node: ast.Test, pattern: ast.EventPattern): Expression | undefined {
    const events = eventsOfSubject(context, node.left);
    if (events?.type.kind !== 'events') return undefined;
    if (pattern.current && !hasRole(context, node, events, 'date')) return undefined;
    const field = events.type.fields.find((candidate) => candidate.name === pattern.field);
    if (field === undefined)
        return failUnknown(
            context,
            'BAR201',
            {
                name: pattern.field,
                nearest: nearestNames(
                    pattern.field,
                    events.type.fields.map((candidate) => candidate.name),
                ),
                // A deduced fact is a formula, and no field that a label names.
                ...(events.name === MEMBERS && context.scope.memberFacts.has(pattern.field) ? { fieldOf: MEMBERS } : {}),
            },
            placeOf(context, pattern, 'field'),
        );
    const value = lowerLiteral(context, context.scope, pattern.value, field.type);
    if (value === undefined) return undefined;
    const at = spanOf(context, node);
    const subject: Expression = { kind: 'fact', owner: 'event', name: field.name, type: field.type, multiple: field.multiple, at };
    const filter: Expression =
        value.kind === 'word'
            ? { kind: 'among', subject, values: [value.value], type: BOOLEAN, at }
            : { kind: 'compare', relation: '=', left: subject, right: { kind: 'literal', type: field.type, value, at }, type: BOOLEAN, at };
    return { kind: 'exists', source: events.name, filter, current: pattern.current, type: BOOLEAN, at };
}

/** `en qpv`, `hors qpv`: a yes/no fact, or its contrary; both are false when it is `sans objet`. */
export function lowerMembership(context: ExpressionContext, node: ast.Membership): Expression | undefined {
    const fact = lowerReference(context, node.fact);
    const boolean = fact === undefined ? undefined : requireType(context, node.fact, fact, BOOLEAN);
    if (boolean === undefined || node.relation === 'en') return boolean;
    const at = spanOf(context, node);
    const no: Expression = { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: false }, at };
    return { kind: 'compare', relation: '=', left: boolean, right: no, type: BOOLEAN, at };
}
