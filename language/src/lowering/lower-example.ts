import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Example, Expectation } from '../ir/example.js';
import type { EventRecord, FactValue } from '../ir/value.js';
import type { FactDeclaration, FactOwner, ValueType } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { fail, failUnknown, optional, spanOf, unquote, type FileContext, wordLocation } from './context.js';
import { lowerDate, lowerLiteral, pointsFraction } from './lower-literal.js';

type Given = readonly [fact: string, value: FactValue];

/** An example: facts typed by the vocabulary of its policy; a deduced fact may be given, and is then not computed. */
export function lowerExample(context: FileContext, scope: Scope, node: ast.Example): Example | undefined {
    const label = unquote(node.label) ?? '';
    const date = node.items.find((item) => item.$type === 'ExampleDate');
    const expectations = node.items.flatMap((item) => (item.$type === 'ExampleExpectation' ? item.expectations : []));
    if (expectations.length === 0) return fail(context, 'BAR604', { label }, wordLocation(context, node, node.label));
    if (date === undefined) return fail(context, 'BAR603', { label }, wordLocation(context, node, node.label));
    const day = lowerDate(context, date, date.date);
    if (day === undefined) return undefined;
    const dwelling = node.items.find((item): item is ast.ExampleBlock => item.$type === 'ExampleBlock' && item.subject === 'logement');
    const fields = dwelling === undefined ? undefined : lowerFields(context, scope, dwelling.fields, 'logement');
    return {
        label,
        policy: node.policy,
        ...optional('version', unquote(node.version)),
        ...optional('variant', node.variant),
        day,
        demand: [
            ...lowerFields(
                context,
                scope,
                node.items.filter((item) => item.$type === 'ExampleField'),
                'demande',
            ),
            ...lowerEvents(context, scope, node),
        ],
        ...optional('dwelling', fields),
        proved: node.items.flatMap((item) => (item.$type === 'ExampleProofs' ? item.facts.filter((name) => checkFact(context, scope, item, name)) : [])),
        expectations: expectations.flatMap((expectation) => lowerExpectation(context, expectation)),
        at: spanOf(context, node),
    };
}

function checkFact(context: FileContext, scope: Scope, node: ast.ExampleItem, name: string): boolean {
    if (scope.facts.demande.has(name)) return true;
    failUnknown(context, 'BAR201', { name, nearest: nearestNames(name, scope.facts.demande.keys()) }, node);
    return false;
}

function lowerFields(context: FileContext, scope: Scope, fields: readonly ast.ExampleField[], owner: FactOwner): Given[] {
    return fields.flatMap((field) => {
        const fact = scope.facts[owner].get(field.fact);
        const type = fact?.type ?? (owner === 'demande' ? scope.derived.get(field.fact) : undefined);
        if (type === undefined) {
            const names = [...scope.facts[owner].keys(), ...(owner === 'demande' ? scope.derived.keys() : [])];
            failUnknown(context, 'BAR201', { name: field.fact, nearest: nearestNames(field.fact, names) }, field);
            return [];
        }
        const value = lowerFactValue(context, scope, field.value, { type, multiple: fact?.multiple ?? false });
        return value === undefined ? [] : [[field.fact, value] as const];
    });
}

/** A value, several for a multi-valued fact, or one of the two absences. */
export function lowerFactValue(
    context: FileContext,
    scope: Scope,
    node: ast.LiteralValue,
    { type, multiple }: { readonly type: ValueType; readonly multiple: boolean },
): FactValue | undefined {
    if (node.$type === 'LiteralState') return { kind: node.value === 'sans objet' ? 'not-applicable' : 'missing' };
    if (!multiple) return lowerLiteral(context, scope, node, type);
    const nodes = node.$type === 'LiteralSet' ? node.values : [node];
    const values = nodes.flatMap((item) => {
        const value = lowerLiteral(context, scope, item, type);
        return value?.kind === 'word' ? [value.value] : [];
    });
    return { kind: 'set', values };
}

/** Blocks named after an events fact: one block per event. A fact of events that no block names is empty, not missing. */
function lowerEvents(context: FileContext, scope: Scope, node: ast.Example): Given[] {
    const byFact = new Map<string, EventRecord[]>();
    for (const fact of scope.facts.demande.values()) if (fact.type.kind === 'events') byFact.set(fact.name, []);
    for (const item of node.items) {
        if (item.$type !== 'ExampleBlock' || item.subject === 'logement') continue;
        const fact = scope.facts.demande.get(item.subject);
        const events = byFact.get(item.subject);
        if (fact?.type.kind !== 'events' || events === undefined) {
            failUnknown(context, 'BAR203', { name: item.subject, kind: KIND_WORDS.events, nearest: nearestNames(item.subject, byFact.keys()) }, item);
            continue;
        }
        events.push(lowerEvent(context, scope, item.fields, fact.type.fields));
    }
    return [...byFact].map(([name, events]) => [name, { kind: 'events', events }] as const);
}

function lowerEvent(context: FileContext, scope: Scope, nodes: readonly ast.ExampleField[], fields: readonly FactDeclaration[]): EventRecord {
    return nodes.flatMap((node) => {
        const field = fields.find((candidate) => candidate.name === node.fact);
        if (field === undefined) {
            failUnknown(
                context,
                'BAR201',
                {
                    name: node.fact,
                    nearest: nearestNames(
                        node.fact,
                        fields.map((candidate) => candidate.name),
                    ),
                },
                node,
            );
            return [];
        }
        const value = lowerFactValue(context, scope, node.value, field);
        return value === undefined ? [] : [[node.fact, value] as const];
    });
}

function lowerExpectation(context: FileContext, node: ast.Expectation): readonly Expectation[] {
    const at = spanOf(context, node);
    switch (node.$type) {
        case 'ExpectedNote': {
            const details = node.details.map((detail) => ({
                criterion: detail.criterion,
                points: pointsFraction({ negative: detail.negative, value: detail.points }),
                at: spanOf(context, detail),
            }));
            return [{ kind: 'note', which: node.which === 'vérifiée' ? 'verified' : 'declared', note: pointsFraction(node), details, at }];
        }
        case 'ExpectedIncomplete': {
            const low = node.low === undefined ? undefined : pointsFraction({ negative: node.lowNegative, value: node.low });
            const high = node.high === undefined ? undefined : pointsFraction({ negative: node.highNegative, value: node.high });
            return [{ kind: 'incomplete', ...optional('low', low), ...optional('high', high), missing: [...node.missing], at }];
        }
        case 'ExpectedEligibility':
            return [{ kind: 'eligibility', result: RESULTS[node.result], ...optional('motive', node.motive), at }];
    }
}

const RESULTS = { éligible: 'eligible', inéligible: 'ineligible', 'à vérifier': 'to-verify' } as const;
