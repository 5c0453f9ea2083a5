import { nearestNames, sureName } from '../../kit/nearest-name.js';
import type { Lookup, Reference } from '../../generated/ast.js';
import { KIND_WORDS } from '../../diagnostics/kind-words.js';
import type { Expression } from '../../ir/expression.js';
import type { FactDeclaration, FactOwner, ValueType } from '../../ir/value-type.js';
import { expect, fail, failUnknown, failWithReplacement, locationOf, placeOf, refer, spanOf, textOf } from '../context/context.js';
import type { MemberFact } from '../../references/scope.js';
import { MEMBERS, NOTE, type ExpressionContext } from './expression-context.js';
import { lowerWord } from './lower-literal.js';
import { requireType } from './typing.js';

const OWNERS: readonly FactOwner[] = ['demande', 'logement', 'candidature'];

/** A name: a field of the event tested, a value of the enumeration expected, a fact, a deduced fact or a parameter, in that order. */
export function lowerReference(context: ExpressionContext, node: Reference, expected?: ValueType): Expression | undefined {
    if (node.owner !== undefined) return lowerOwned(context, node, node.owner);
    const name = node.word;
    if (name === undefined) return undefined;
    const field = context.event?.fields.find((candidate) => candidate.name === name);
    if (field !== undefined) {
        refer(context, placeOf(context, node, 'word'), name, [['field', `demande.${context.event?.source ?? ''}`]]);
        return { kind: 'fact', owner: 'event', name, type: field.type, multiple: field.multiple, at: spanOf(context, node) };
    }
    const deduced = context.event?.source === MEMBERS ? context.scope.memberFacts.get(name) : undefined;
    if (deduced !== undefined) return memberFact(context, node, deduced);
    expect(context, node, expected);
    const value = enumerationValue(context, node, expected);
    if (value !== undefined) return value;
    if (name === 'note' && !isNamed(context, name)) return noteOf(context, node);
    return named(context, node) ?? unknownName(context, node, expected);
}

/** The formula itself, at the place of the name: what holds of expressions holds of a deduced fact of a member. */
function memberFact(context: ExpressionContext, node: Reference, { type, value }: MemberFact): Expression | undefined {
    refer(context, placeOf(context, node, 'word'), node.word, [['field', `demande.${MEMBERS}`]]);
    const { trail = [] } = context;
    const formula = value(trail);
    if (formula === 'circular') return fail(context, 'BAR209', { chain: [...trail.slice(trail.indexOf(node.word)), node.word] }, node);
    return formula && { ...formula, type, at: spanOf(context, node) };
}

/** A fact may bear that name: it is then read. */
function isNamed({ scope, dwellingFacts }: ExpressionContext, name: string): boolean {
    const known = [scope.facts.demande, scope.derived, scope.parameters, ...(dwellingFacts ? [scope.facts.logement] : [])];
    return known.some((names) => names.has(name));
}

/** The note of the demand, where the clause is read after it. */
function noteOf(context: ExpressionContext, node: Reference): Expression | undefined {
    if (context.notes !== true) return fail(context, 'BAR644', {}, node);
    return { kind: 'note', type: NOTE, at: spanOf(context, node) };
}

function enumerationValue(context: ExpressionContext, node: Reference, expected?: ValueType): Expression | undefined {
    if (expected?.kind !== 'enumeration') return undefined;
    const known = context.scope.enumerations.get(expected.name)?.values.some((value) => value.name === node.word) ?? false;
    if (known) refer(context, placeOf(context, node, 'word'), node.word, [['value', expected.name]]);
    return known ? { kind: 'literal', type: expected, value: { kind: 'word', value: node.word }, at: spanOf(context, node) } : undefined;
}

function named(context: ExpressionContext, node: Reference): Expression | undefined {
    const { scope } = context;
    const at = spanOf(context, node);
    const fact = scope.facts.demande.get(node.word) ?? (context.dwellingFacts ? scope.facts.logement.get(node.word) : undefined);
    if (fact !== undefined) return factExpression(context, node, fact);
    refer(context, placeOf(context, node, 'word'), node.word, [
        ['derived', ''],
        ['parameter', ''],
    ]);
    const derived = scope.derived.get(node.word);
    if (derived !== undefined) return { kind: 'derived', name: node.word, type: derived, at };
    const parameter = scope.parameters.get(node.word);
    return parameter === undefined ? undefined : { kind: 'parameter', name: node.word, type: parameter.type, at };
}

function factExpression(context: ExpressionContext, node: Reference, fact: FactDeclaration): Expression {
    refer(context, placeOf(context, node, 'word'), fact.name, [['fact', fact.owner]]);
    return { kind: 'fact', owner: fact.owner, name: fact.name, type: fact.type, multiple: fact.multiple, at: spanOf(context, node) };
}

function unknownName(context: ExpressionContext, node: Reference, expected?: ValueType): undefined {
    const { scope } = context;
    const name = node.word;
    if (scope.facts.logement.has(name)) {
        return failWithReplacement(context, { code: 'BAR207', params: { name }, node }, { title: `Écrire « logement.${name} »`, newText: `logement.${name}` });
    }
    if (expected?.kind === 'enumeration') {
        lowerWord(context, scope, node, { word: name, expected });
        return undefined;
    }
    const candidates = [
        ...scope.facts.demande.keys(),
        ...scope.derived.keys(),
        ...scope.parameters.keys(),
        ...(context.event?.fields.map((field) => field.name) ?? []),
        ...(context.event?.source === MEMBERS ? scope.memberFacts.keys() : []),
    ];
    const among = amongValues(context, node);
    if (among !== undefined) return fail(context, 'BAR201', { name, nearest: [], among }, node);
    const fieldOf = holderOf(scope, name);
    if (fieldOf !== undefined) return fail(context, 'BAR201', { name, nearest: [], fieldOf }, node);
    const nearest = nearestNames(name, candidates);
    const best = sureName(name, nearest);
    if (best === undefined) return failUnknown(context, 'BAR201', { name, nearest }, locationOf(context, node));
    return failWithReplacement(context, { code: 'BAR201', params: { name, nearest }, node }, { title: `Remplacer par « ${best} »`, newText: best });
}

/** The events, or the members, each of which has a fact of that name. */
function holderOf({ facts, memberFacts }: ExpressionContext['scope'], name: string): string | undefined {
    if (memberFacts.has(name)) return MEMBERS;
    return [...facts.demande.values()].find(({ type }) => type.kind === 'events' && type.fields.some((field) => field.name === name))?.name;
}

/** `situations contient sans_abri ou squat`: the value of the same fact that the name after `ou` most likely is. */
function amongValues(context: ExpressionContext, node: Reference): string | undefined {
    const { $container: parent } = node;
    if (parent.$type !== 'Disjunction') return undefined;
    const before = parent.items[parent.items.indexOf(node) - 1];
    if (before?.$type !== 'Test') return undefined;
    const value = before.relation === 'contient' ? before.choice?.value : before.right;
    if (value?.$type !== 'Reference' || !['contient', 'est', '='].includes(before.relation ?? '')) return undefined;
    return `${textOf(context, before.left)} ${before.relation === 'contient' ? 'contient ' : ''}parmi (${textOf(context, value)} ; ${node.word})`;
}

function lowerOwned(context: ExpressionContext, node: Reference, owner: string): Expression | undefined {
    const known = OWNERS.find((candidate) => candidate === owner);
    if (known === undefined) return fail(context, 'BAR211', { name: node.word, owner, known: OWNERS }, node);
    const facts = context.scope.facts[known];
    const fact = facts.get(node.word);
    if (fact !== undefined) return factExpression(context, node, fact);
    return failUnknown(
        context,
        'BAR201',
        { name: `${owner}.${node.word}`, nearest: nearestNames(node.word, facts.keys()).map((name) => `${owner}.${name}`) },
        locationOf(context, node),
    );
}

/** A table read with one expression per key, each of the key's type. */
export function lowerLookup(context: ExpressionContext, node: Lookup): Expression | undefined {
    const table = context.scope.tables.get(node.table);
    if (table === undefined) {
        return failUnknown(
            context,
            'BAR203',
            { name: node.table, kind: KIND_WORDS.table, nearest: nearestNames(node.table, context.scope.tables.keys()) },
            placeOf(context, node, 'table'),
        );
    }
    if (table.keys.length !== node.keys.length) {
        return fail(context, 'BAR310', { table: node.table, expected: String(table.keys.length), found: String(node.keys.length) }, node);
    }
    const keys = node.keys.map((key, index) => {
        const type = table.keys[index]?.type;
        const lowered = type === undefined ? undefined : context.lower(context, key, type);
        return lowered === undefined || type === undefined ? undefined : requireType(context, key, lowered, type);
    });
    const complete = keys.filter((key) => key !== undefined);
    if (complete.length !== keys.length) return undefined;
    return { kind: 'lookup', table: node.table, keys: complete, type: table.type, at: spanOf(context, node) };
}
