import { nearestNames } from '../kit/nearest-name.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type * as ast from '../generated/ast.js';
import type { MappedField, Mapping, SourceTable } from '../ir/mapping.js';
import type { FactDeclaration, FactOwner } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { failUnknown, optional, placeOf, spanOf, unquote, type FileContext } from './context/context.js';
import { lowerFieldSource } from './lower-field-source.js';
import { fileForm } from './lower-file-form.js';

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
    return {
        target: node.target,
        file: unquote(node.file) ?? '',
        ...fileForm(context, node),
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
    const source = lowerFieldSource(context, scope, node.source, fact);
    return source === undefined
        ? undefined
        : { fact: node.target, source, ...optional('approximation', unquote(node.approximation)), at: spanOf(context, node) };
}
