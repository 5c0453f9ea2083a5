import { KIND_WORDS } from '../../diagnostics/kind-words.js';
import { describeType } from '../../diagnostics/type-words.js';
import { formatFrenchDate, parseDate } from '../../kit/civil-date.js';
import { nearestNames } from '../../kit/nearest-name.js';
import type * as ast from '../../generated/ast.js';
import type { Expression } from '../../ir/expression.js';
import type { Span } from '../../ir/span.js';
import type { LiteralValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { fail, failUnknown, placeOf } from '../context/context.js';
import { BOOLEAN, type ExpressionContext } from './expression-context.js';
import { lowerLiteral } from './lower-literal.js';

/** What is looked for in a set, and where the test is written. */
export interface Sought {
    readonly subject: Expression;
    readonly at: Span;
}

/** Whether an expression may have several values at once. */
export function isMultiple(expression: Expression): boolean {
    return expression.kind === 'fact' && expression.multiple;
}

/** `hors` says that none of the values is there; like any atom it is false of a fact that is `sans objet`. */
export function lowerAmong(context: ExpressionContext, node: ast.Test, sought: Sought): Expression | undefined {
    const among = amongValues(context, node.set, sought);
    return among === undefined || node.relation === 'parmi' ? among : noneOf(among, sought);
}

function noneOf(among: Expression, { subject, at }: Sought): Expression {
    const applicable: Expression = { kind: 'not', operand: { kind: 'state', subject, state: 'sans objet', type: BOOLEAN, at }, type: BOOLEAN, at };
    return { kind: 'and', items: [applicable, { kind: 'not', operand: among, type: BOOLEAN, at }], type: BOOLEAN, at };
}

/** Whether the subject has one of the values written, or one of a list by its name. */
export function amongValues(context: ExpressionContext, set: ast.ValueSet | undefined, sought: Sought): Expression | undefined {
    if (set === undefined) return undefined;
    const { subject, at } = sought;
    if (set.list !== undefined) return amongListed(context, set, sought);
    const values = lowerValues(context, set, subject.type);
    if (values === undefined) return undefined;
    const words = wordsAmong(values);
    if (words !== undefined) return { kind: 'among', subject, values: words, type: BOOLEAN, at };
    const items = values.map((value): Expression => {
        const right: Expression = { kind: 'literal', type: subject.type, value, at };
        return { kind: 'compare', relation: '=', left: subject, right, type: BOOLEAN, at };
    });
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: 'or', items, type: BOOLEAN, at };
}

/** Values written out, each of the type of the subject; every one that is not is reported. */
export function lowerValues(context: ExpressionContext, set: ast.ValueSet, type: ValueType): readonly LiteralValue[] | undefined {
    const values = set.values.map((value) => lowerLiteral(context, context.scope, value, type));
    const complete = values.filter((value) => value !== undefined);
    return complete.length === values.length ? complete : undefined;
}

/** The words that values are, where all are words. */
export function wordsAmong(values: readonly LiteralValue[]): readonly string[] | undefined {
    const words = values.flatMap((value) => (value.kind === 'word' ? [value.value] : []));
    return words.length === values.length ? words : undefined;
}

function amongListed(context: ExpressionContext, set: ast.ValueSet, { subject, at }: Sought): Expression | undefined {
    const list = set.list ?? '';
    const dated = context.scope.tables.get(list)?.words;
    if (dated === undefined) {
        const values = lowerListWords(context, set, subject.type);
        return values && { kind: 'among', subject, values, list, type: BOOLEAN, at };
    }
    if (isMultiple(subject)) return fail(context, 'BAR320', { list }, set);
    return areOfType(context, set, { words: dated, type: subject.type }) ? { kind: 'lookup', table: list, keys: [subject], type: BOOLEAN, at } : undefined;
}

/** The words of a named list, each of which must be a value of that type. */
export function lowerListWords(context: ExpressionContext, set: ast.ValueSet, type: ValueType): readonly string[] | undefined {
    const list = set.list ?? '';
    const words = context.scope.lists.get(list);
    if (words === undefined) {
        const nearest = nearestNames(list, context.scope.lists.keys());
        return failUnknown(context, 'BAR203', { name: list, kind: KIND_WORDS.list, nearest }, placeOf(context, set, 'list'));
    }
    return areOfType(context, set, { words, type }) ? words : undefined;
}

/** Whether each word of a list can be a value of the type; the first that cannot is reported. */
function areOfType(context: ExpressionContext, set: ast.ValueSet, { words, type }: { readonly words: readonly string[]; readonly type: ValueType }): boolean {
    const list = set.list ?? '';
    if (type.kind === 'enumeration') {
        const names = context.scope.enumerations.get(type.name)?.values.map((value) => value.name) ?? [];
        const unknown = words.find((word) => !names.includes(word));
        if (unknown !== undefined)
            failUnknown(context, 'BAR202', { name: unknown, type: type.name, nearest: nearestNames(unknown, names) }, placeOf(context, set, 'list'));
        return unknown === undefined;
    }
    const foreign = words.find((word) => !isWordOf(type, word));
    if (foreign !== undefined) fail(context, 'BAR330', { list, word: foreign, type: describeType(type) }, placeOf(context, set, 'list'));
    return foreign === undefined;
}

/** A list holds bare words: integers in digits, days as 01/02/2024, `oui` and `non`; nothing that needs a unit. */
function isWordOf(type: ValueType, word: string): boolean {
    switch (type.kind) {
        case 'code':
        case 'text':
            return true;
        case 'number':
            return /^(0|[1-9][0-9]*)$/.test(word);
        case 'boolean':
            return word === 'oui' || word === 'non';
        case 'date': {
            const day = parseDate(word);
            return day !== undefined && formatFrenchDate(day) === word;
        }
        default:
            return false;
    }
}
