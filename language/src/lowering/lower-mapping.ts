import { toFraction } from '../kit/exact-number.js';
import { nearestNames } from '../kit/nearest-name.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type * as ast from '../generated/ast.js';
import type { FieldSource, MappedField, Mapping, SourceTable } from '../ir/mapping.js';
import type { LiteralValue } from '../ir/value.js';
import type { FactDeclaration, FactOwner } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { failUnknown, optional, placeOf, spanOf, unquote, type FileContext } from './context/context.js';
import { lowerLiteral } from './expressions/lower-literal.js';
import { frenchNumber } from './expressions/lower-type.js';

/** The tables that source files may fill, and whose facts each carries. */
const TARGETS: ReadonlyMap<string, FactOwner> = new Map([
    ['demandes', 'demande'],
    ['logements', 'logement'],
    ['candidatures', 'candidature'],
    ['occupants', 'demande'],
]);

export function lowerMapping(context: FileContext, scope: Scope, node: ast.Mapping): Mapping {
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        vocabulary: node.vocabulary,
        tables: node.tables.flatMap((table) => lowerTable(context, scope, table) ?? []),
        at: spanOf(context, node),
    };
}

function lowerTable(context: FileContext, scope: Scope, node: ast.SourceTable): SourceTable | undefined {
    const facts = targetFacts(scope, node.target);
    if (facts === undefined)
        return failUnknown(
            context,
            'BAR203',
            { name: node.target, kind: KIND_WORDS.table, nearest: nearestNames(node.target, TARGETS.keys()) },
            placeOf(context, node, 'target'),
        );
    const separator = node.options.find((option) => option.$type === 'SeparatorOption');
    const decimal = node.options.find((option) => option.$type === 'DecimalOption');
    const thousands = node.options.find((option) => option.$type === 'ThousandsOption');
    return {
        target: node.target,
        file: unquote(node.file) ?? '',
        separator: unquote(separator?.value) ?? ';',
        ...optional('decimal', unquote(decimal?.value)),
        ...optional('thousands', unquote(thousands?.value)),
        fields: node.fields.flatMap((field) => lowerField(context, scope, field, facts) ?? []),
        at: spanOf(context, node),
    };
}

/** The facts of a table: those of an owner, or the fields of an events fact, whose table also says whose demand each event is. */
function targetFacts(scope: Scope, target: string): ReadonlyMap<string, FactDeclaration> | undefined {
    const owner = TARGETS.get(target);
    if (owner !== undefined) return scope.facts[owner];
    const events = scope.facts.demande.get(target);
    if (events?.type.kind !== 'events') return undefined;
    const identifier = [...scope.facts.demande.values()].filter((fact) => fact.role === 'identifiant');
    return new Map([...events.type.fields, ...identifier].map((field) => [field.name, field]));
}

function lowerField(context: FileContext, scope: Scope, node: ast.MappedField, facts: ReadonlyMap<string, FactDeclaration>): MappedField | undefined {
    const fact = facts.get(node.target);
    if (fact === undefined)
        return failUnknown(context, 'BAR201', { name: node.target, nearest: nearestNames(node.target, facts.keys()) }, placeOf(context, node, 'target'));
    const source = lowerSource(context, scope, node.source, fact);
    return source === undefined
        ? undefined
        : { fact: node.target, source, ...optional('approximation', unquote(node.approximation)), at: spanOf(context, node) };
}

function lowerSource(context: FileContext, scope: Scope, node: ast.FieldSource, fact: FactDeclaration): FieldSource | undefined {
    switch (node.$type) {
        case 'RowNumberSource':
            return { kind: 'row-number' };
        case 'SpreadDateSource':
            return { kind: 'spread-date', year: unquote(node.year) ?? '', order: unquote(node.order) ?? '' };
        case 'ConstantSource': {
            const value = cellMeaning(context, scope, node.value, fact);
            return value === undefined ? undefined : { kind: 'constant', value };
        }
        case 'ColumnSource':
            return lowerColumn(context, scope, node, fact);
    }
}

type CellMeaning = LiteralValue | { readonly kind: 'missing' } | { readonly kind: 'not-applicable' };

function lowerColumn(context: FileContext, scope: Scope, node: ast.ColumnSource, fact: FactDeclaration): FieldSource {
    const codes: (readonly [string, CellMeaning])[] = [];
    let column: Extract<FieldSource, { kind: 'column' }> = { kind: 'column', column: unquote(node.column) ?? '' };
    for (const conversion of node.conversions) {
        if (conversion.$type === 'SplitConversion') column = { ...column, split: unquote(conversion.separator) ?? '' };
        if (conversion.$type === 'ScaleConversion') column = { ...column, factor: toFraction(frenchNumber(conversion.factor)) };
        if (conversion.$type === 'EmptyConversion') column = { ...column, ...optional('empty', cellMeaning(context, scope, conversion.value, fact)) };
        if (conversion.$type !== 'CodesConversion') continue;
        for (const pair of conversion.pairs) {
            const meaning = cellMeaning(context, scope, pair.value, fact);
            if (meaning !== undefined) codes.push([unquote(pair.code) ?? '', meaning]);
        }
    }
    return codes.length === 0 ? column : { ...column, codes };
}

function cellMeaning(context: FileContext, scope: Scope, node: ast.LiteralValue, fact: FactDeclaration): CellMeaning | undefined {
    if (node.$type === 'LiteralState') return { kind: node.value === 'sans objet' ? 'not-applicable' : 'missing' };
    return lowerLiteral(context, scope, node, fact.type);
}
