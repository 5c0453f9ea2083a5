import type { AstNode } from 'langium';
import { absurd } from '../kit/absurd.js';
import { toFraction } from '../kit/exact-number.js';
import { describeType } from '../diagnostics/type-words.js';
import type * as ast from '../generated/ast.js';
import type { CellConversions, CellMeaning, FieldSource } from '../ir/mapping.js';
import type { FactDeclaration, ValueType } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { fail, locationOf, optional, placeOf, unquote, type FileContext } from './context/context.js';
import { lowerLiteral } from './expressions/lower-literal.js';
import { frenchNumber } from './expressions/lower-type.js';
import { markOf } from './lower-file-form.js';

/** Where a fact's value comes from; nothing, told, where its type cannot come from there. */
export function lowerFieldSource(context: FileContext, scope: Scope, node: ast.FieldSource, fact: FactDeclaration): FieldSource | undefined {
    switch (node.$type) {
        case 'RowNumberSource':
            return fits(context, node, fact, 'numéro de ligne') ? { kind: 'row-number' } : undefined;
        case 'SpreadDateSource':
            return fits(context, node, fact, 'date répartie')
                ? { kind: 'spread-date', year: unquote(node.year) ?? '', order: unquote(node.order) ?? '' }
                : undefined;
        case 'ConstantSource': {
            const value = cellMeaning(context, scope, node.value, fact);
            return value === undefined ? undefined : { kind: 'constant', value };
        }
        case 'JoinedSource': {
            if (!fits(context, node, fact, 'jointes par') || !holdsOne(context, node, fact)) return undefined;
            const columns = node.columns.map((column) => unquote(column) ?? '');
            return {
                kind: 'joined',
                columns,
                by: markOf(context, placeOf(context, node, 'joint'), node.joint),
                ...lowerConversions(context, scope, node, fact),
            };
        }
        case 'ColumnSource':
            return { kind: 'column', column: unquote(node.column) ?? '', ...lowerConversions(context, scope, node, fact) };
    }
}

/** What the source says before a value that only some types can take from it. */
type Limited = 'numéro de ligne' | 'date répartie' | 'jointes par' | 'séparée par' | 'multipliée par' | 'avec heure';

/** The types that each of them can give. */
const GIVES: Readonly<Record<Limited, readonly ValueType['kind'][]>> = {
    'numéro de ligne': ['number', 'code', 'text'],
    'date répartie': ['date'],
    'jointes par': ['code', 'text', 'enumeration'],
    'séparée par': ['code', 'text', 'enumeration'],
    'multipliée par': ['number', 'money', 'ratio'],
    'avec heure': ['date'],
};

/** Whether a fact can be read so: what would have no effect is told, never left in silence. */
function fits(context: FileContext, node: AstNode, fact: FactDeclaration, said: Limited): boolean {
    const isFit = GIVES[said].includes(fact.type.kind);
    if (!isFit) fail(context, 'BAR342', { name: fact.name, said, type: describeType(fact.type) }, locationOf(context, node));
    return isFit;
}

/** Joined columns give one value: where a cell of one held several, which goes with which could not be known. */
function holdsOne(context: FileContext, node: ast.JoinedSource, { name, multiple, type }: FactDeclaration): boolean {
    if (multiple) fail(context, 'BAR342', { name, said: 'jointes par', type: `plusieurs fois ${describeType(type)}` }, locationOf(context, node));
    return !multiple;
}

function lowerConversions(context: FileContext, scope: Scope, { conversions }: ast.ColumnSource | ast.JoinedSource, fact: FactDeclaration): CellConversions {
    const codes: (readonly [string, CellMeaning])[] = [];
    let lowered: CellConversions = {};
    for (const conversion of conversions) {
        switch (conversion.$type) {
            case 'SplitConversion':
                if (fits(context, conversion, fact, 'séparée par'))
                    lowered = { ...lowered, split: markOf(context, placeOf(context, conversion, 'separator'), conversion.separator) };
                break;
            case 'ScaleConversion':
                if (fits(context, conversion, fact, 'multipliée par')) lowered = { ...lowered, factor: toFraction(frenchNumber(conversion.factor)) };
                break;
            case 'TimeConversion':
                if (fits(context, conversion, fact, 'avec heure')) lowered = { ...lowered, time: true };
                break;
            case 'EmptyConversion':
                lowered = { ...lowered, ...optional('empty', cellMeaning(context, scope, conversion.value, fact)) };
                break;
            case 'CodesConversion':
                for (const pair of conversion.pairs) {
                    const meaning = cellMeaning(context, scope, pair.value, fact);
                    if (meaning !== undefined) codes.push([unquote(pair.code) ?? '', meaning]);
                }
                break;
            default:
                absurd(conversion);
        }
    }
    return codes.length === 0 ? lowered : { ...lowered, codes };
}

function cellMeaning(context: FileContext, scope: Scope, node: ast.LiteralValue, fact: FactDeclaration): CellMeaning | undefined {
    if (node.$type === 'LiteralState') return { kind: node.value === 'sans objet' ? 'not-applicable' : 'missing' };
    return lowerLiteral(context, scope, node, fact.type);
}
