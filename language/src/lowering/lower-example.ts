import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Example, Expectation, GivenPlaces } from '../ir/example.js';
import type { FactValue } from '../ir/value.js';
import type { Span } from '../ir/span.js';
import type { FactDeclaration, FactOwner, ValueType } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { fail, failUnknown, optional, placeOf, spanOf, unquote, wordSpan, wordSpans, type FileContext } from './context/context.js';
import { lowerDate, lowerLiteral, pointsFraction } from './expressions/lower-literal.js';

/** A fact with its value, and where both were written. */
interface Given {
    readonly given: readonly [fact: string, value: FactValue];
    readonly places: GivenPlaces;
}

function placesOf(given: readonly Given[]): readonly GivenPlaces[] {
    return given.map(({ places }) => places);
}

/** An example: facts typed by the vocabulary of its policy; a deduced fact may be given, and is then not computed. */
export function lowerExample(context: FileContext, scope: Scope, node: ast.Example): Example | undefined {
    const label = unquote(node.label) ?? '';
    const date = node.items.find((item) => item.$type === 'ExampleDate');
    const expectations = node.items.flatMap((item) => (item.$type === 'ExampleExpectation' ? item.expectations : []));
    if (expectations.length === 0) return fail(context, 'BAR604', { label }, placeOf(context, node, 'label'));
    if (date === undefined) return fail(context, 'BAR603', { label }, placeOf(context, node, 'label'));
    const day = lowerDate(context, placeOf(context, date, 'date'), date.date);
    if (day === undefined) return undefined;
    const dwelling = node.items.find((item): item is ast.ExampleBlock => item.$type === 'ExampleBlock' && item.subject === 'logement');
    const ofDwelling = dwelling === undefined ? undefined : lowerFields(context, scope, dwelling.fields, 'logement');
    const fields = node.items.filter((item) => item.$type === 'ExampleField');
    const ofDemand = [...lowerFields(context, scope, fields, 'demande'), ...lowerEvents(context, scope, node)];
    return {
        label,
        policy: node.policy,
        ...optional('version', unquote(node.version)),
        ...optional('variant', node.variant),
        day,
        demand: ofDemand.map(({ given }) => given),
        ...optional(
            'dwelling',
            ofDwelling?.map(({ given }) => given),
        ),
        proved: node.items.flatMap((item) => (item.$type === 'ExampleProofs' ? item.facts.filter((_, index) => checkFact(context, scope, item, index)) : [])),
        expectations: expectations.flatMap((expectation) => lowerExpectation(context, expectation)),
        at: spanOf(context, node),
        places: { ...examplePlaces(context, node), day: wordSpan(context, date, 'date'), demand: placesOf(ofDemand), dwelling: placesOf(ofDwelling ?? []) },
    };
}

function examplePlaces(context: FileContext, node: ast.Example): Omit<NonNullable<Example['places']>, 'demand' | 'dwelling'> {
    return {
        label: wordSpan(context, node, 'label'),
        policy: wordSpan(context, node, 'policy'),
        ...optional('version', node.version === undefined ? undefined : wordSpan(context, node, 'version')),
        ...optional('variant', node.variant === undefined ? undefined : wordSpan(context, node, 'variant')),
        proved: node.items.flatMap((item) => (item.$type === 'ExampleProofs' ? wordSpans(context, item, 'facts') : [])),
    };
}

function checkFact(context: FileContext, scope: Scope, node: ast.ExampleProofs, index: number): boolean {
    const name = node.facts[index] ?? '';
    if (scope.facts.demande.has(name)) return true;
    failUnknown(context, 'BAR201', { name, nearest: nearestNames(name, scope.facts.demande.keys()) }, placeOf(context, node, 'facts', index));
    return false;
}

function lowerFields(context: FileContext, scope: Scope, fields: readonly ast.ExampleField[], owner: FactOwner): Given[] {
    return fields.flatMap((field) => {
        const fact = scope.facts[owner].get(field.fact);
        const type = fact?.type ?? (owner === 'demande' ? scope.derived.get(field.fact) : undefined);
        if (type === undefined) {
            const names = [...scope.facts[owner].keys(), ...(owner === 'demande' ? scope.derived.keys() : [])];
            failUnknown(context, 'BAR201', { name: field.fact, nearest: nearestNames(field.fact, names) }, placeOf(context, field, 'fact'));
            return [];
        }
        const value = lowerFactValue(context, scope, field.value, { type, multiple: fact?.multiple ?? false });
        return value === undefined ? [] : [givenBy(context, field, value)];
    });
}

function givenBy(context: FileContext, field: ast.ExampleField, value: FactValue): Given {
    return { given: [field.fact, value], places: { fact: wordSpan(context, field, 'fact'), value: spanOf(context, field.value) } };
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
    const byFact = new Map<string, Given[][]>();
    for (const fact of scope.facts.demande.values()) if (fact.type.kind === 'events') byFact.set(fact.name, []);
    for (const item of node.items) {
        if (item.$type !== 'ExampleBlock' || item.subject === 'logement') continue;
        const fact = scope.facts.demande.get(item.subject);
        const events = byFact.get(item.subject);
        if (fact?.type.kind !== 'events' || events === undefined) {
            failUnknown(
                context,
                'BAR203',
                { name: item.subject, kind: KIND_WORDS.events, nearest: nearestNames(item.subject, byFact.keys()) },
                placeOf(context, item, 'subject'),
            );
            continue;
        }
        events.push(lowerEvent(context, scope, item.fields, fact.type.fields));
    }
    return [...byFact].map(([name, events]) => ({
        given: [name, { kind: 'events', events: events.map((event) => event.map(({ given }) => given)) }],
        places: { events: events.map(placesOf) },
    }));
}

function lowerEvent(context: FileContext, scope: Scope, nodes: readonly ast.ExampleField[], fields: readonly FactDeclaration[]): Given[] {
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
                placeOf(context, node, 'fact'),
            );
            return [];
        }
        const value = lowerFactValue(context, scope, node.value, field);
        return value === undefined ? [] : [givenBy(context, node, value)];
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
                places: { criterion: wordSpan(context, detail, 'criterion') },
            }));
            return [{ kind: 'note', which: node.which === 'vérifiée' ? 'verified' : 'declared', note: pointsFraction(node), details, at }];
        }
        case 'ExpectedIncomplete': {
            const low = node.low === undefined ? undefined : pointsFraction({ negative: node.lowNegative, value: node.low });
            const high = node.high === undefined ? undefined : pointsFraction({ negative: node.highNegative, value: node.high });
            return [
                {
                    kind: 'incomplete',
                    ...optional('low', low),
                    ...optional('high', high),
                    missing: [...node.missing],
                    at,
                    places: { missing: wordSpans(context, node, 'missing') },
                },
            ];
        }
        case 'ExpectedUnscored':
            return [
                {
                    kind: 'unscored',
                    ...optional('clause', node.clause),
                    at,
                    places: node.clause === undefined ? {} : { clause: wordSpan(context, node, 'clause') },
                },
            ];
        case 'ExpectedEligibility':
            return [{ kind: 'eligibility', result: RESULTS[node.result], ...optional('motive', node.motive), at, places: motivePlace(context, node) }];
    }
}

function motivePlace(context: FileContext, node: ast.ExpectedEligibility): { readonly motive?: Span } {
    return node.motive === undefined ? {} : { motive: wordSpan(context, node, 'motive') };
}

const RESULTS = { éligible: 'eligible', inéligible: 'ineligible', 'à vérifier': 'to-verify' } as const;
