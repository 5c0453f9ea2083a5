import { div, integer, isInteger, mul, neg, parseFrenchNumber, toFraction, type Rational } from '../../kit/exact-number.js';
import { parseDate } from '../../kit/civil-date.js';
import { nearestNames } from '../../kit/nearest-name.js';
import { describeType } from '../../diagnostics/type-words.js';
import type { AstNode } from 'langium';
import type { Location } from '../../diagnostics/diagnostic.js';
import type { LiteralValue as LiteralNode } from '../../generated/ast.js';
import type { LiteralValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import type { Scope } from '../../references/scope.js';
import { expect, fail, failUnknown, locationOf, refer, textOf, unquote, type FileContext } from '../context/context.js';
import { beyondCents, inUnitOf, type WrittenNumber } from './in-unit.js';
import { frenchNumber, unitWord } from './lower-type.js';

/** A literal and the type that its own writing gives it. */
export interface TypedLiteral {
    readonly value: LiteralValue;
    readonly type: ValueType;
}

/**
 * A number literal in the type expected: money in cents, percentages as fractions, months as a duration, digits of a code as a
 * word. Without expectation its unit decides. Reports a unit that cannot be read so.
 */
export function lowerNumber(context: FileContext, node: AstNode, written: WrittenNumber, expected?: ValueType): TypedLiteral | undefined {
    const magnitude = frenchNumber(written.value);
    const value = written.negative === true ? neg(magnitude) : magnitude;
    // A period is that of an amount, a code has no sign: nothing else would read them.
    const isStray = (written.per !== undefined && written.unit !== '€') || (expected?.kind === 'code' && written.negative === true);
    if (isStray) return fail(context, 'BAR306', { unit: textOf(context, node), expected: describeType(expected ?? { kind: 'number' }) }, node);
    if (expected?.kind === 'code' && written.unit === undefined) return { value: { kind: 'word', value: written.value.replace(/\s/g, '') }, type: expected };
    const cents = written.unit === '€' ? beyondCents(written) : undefined;
    if (cents !== undefined) return fail(context, 'BAR127', { found: textOf(context, node), readings: cents }, node);
    const byUnit = numberByUnit(value, written, expected);
    if (byUnit !== undefined) return byUnit;
    return fail(
        context,
        'BAR306',
        { unit: written.unit ?? written.value, expected: describeType(expected ?? { kind: 'number' }), ...unitOf(expected, written) },
        node,
    );
}

/** How a number would be written in the type expected. */
function unitOf(expected: ValueType | undefined, written: WrittenNumber): { readonly instead?: readonly string[] } {
    return expected === undefined ? {} : { instead: inUnitOf(expected, written) };
}

function numberByUnit(value: Rational, { unit, per }: WrittenNumber, expected?: ValueType): TypedLiteral | undefined {
    if (unit === undefined) return { value: number(value), type: plainType(expected, value) };
    if (unit === '%') return { value: number(div(value, integer(100)) ?? value), type: { kind: 'ratio' } };
    if (unit === '€') return { value: number(mul(value, integer(100))), type: per === undefined ? { kind: 'money' } : { kind: 'money', per } };
    const duration = DURATIONS.get(unit);
    const word = unitWord(unit);
    if (duration !== undefined && expected?.kind !== 'number') {
        return isInteger(value) ? { value: { kind: 'duration', amount: Number(value.n), unit: duration }, type: { kind: 'duration' } } : undefined;
    }
    if (expected?.kind === 'number' && expected.unit !== undefined && expected.unit !== word) return undefined;
    return { value: number(value), type: { kind: 'number', places: expected?.kind === 'number' ? expected.places : 0, unit: word } };
}

const DURATIONS = new Map<string, 'mois' | 'ans' | 'jours'>([
    ['mois', 'mois'],
    ['an', 'ans'],
    ['ans', 'ans'],
    ['jour', 'jours'],
    ['jours', 'jours'],
]);

/** A bare number takes the unit of what it is compared to; it is never money, a ratio or a duration. */
function plainType(expected: ValueType | undefined, value: Rational): ValueType {
    if (expected?.kind === 'number') return expected;
    return { kind: 'number', places: isInteger(value) ? 0 : 9 };
}

function number(value: Rational): LiteralValue {
    return { kind: 'number', value: toFraction(value) };
}

/** So many months, dwellings, a year: digits alone. Decimals, and more than can be counted, are refused. */
export function lowerWhole(context: FileContext, place: Location, text: string): number | undefined {
    const value = frenchNumber(text);
    const whole = Number(value.n);
    return isInteger(value) && Number.isSafeInteger(whole) ? whole : fail(context, 'BAR337', { found: text }, place);
}

/** A day; reports a date that no calendar has. */
export function lowerDate(context: FileContext, node: AstNode | Location, text: string): number | undefined {
    return parseDate(text) ?? fail(context, 'BAR109', { word: text }, node);
}

/** A value written out, in the type expected of it; states and sets are the caller's business. */
export function lowerLiteral(context: FileContext, scope: Scope, node: LiteralNode, expected: ValueType): LiteralValue | undefined {
    expect(context, node, expected);
    switch (node.$type) {
        case 'LiteralName':
            return lowerWord(context, scope, node, { word: node.value, expected });
        case 'LiteralText':
            return lowerWord(context, scope, node, { word: unquote(node.value) ?? '', expected });
        case 'LiteralBoolean':
            return expected.kind === 'boolean' ? { kind: 'boolean', value: node.value === 'oui' } : mismatch(context, node, 'oui/non', expected);
        case 'LiteralDate':
            return expected.kind === 'date' ? dateLiteral(context, node, node.value) : mismatch(context, node, node.value, expected);
        case 'LiteralNumber':
            return lowerExpectedNumber(context, node, node, expected);
        default:
            return mismatch(context, node, textOf(context, node), expected);
    }
}

function lowerExpectedNumber(context: FileContext, node: AstNode, written: WrittenNumber, expected: ValueType): LiteralValue | undefined {
    if (expected.kind === 'enumeration') return mismatch(context, node, written.value, expected);
    const literal = lowerNumber(context, node, written, expected);
    if (literal === undefined) return undefined;
    return sameMeasure(literal.type, expected)
        ? literal.value
        : fail(context, 'BAR303', { found: describeType(literal.type), expected: describeType(expected), ...unitOf(expected, written) }, node);
}

function dateLiteral(context: FileContext, node: AstNode, text: string): LiteralValue | undefined {
    const day = lowerDate(context, node, text);
    return day === undefined ? undefined : { kind: 'date', day };
}

/** A word as a value of an enumeration, a code or a text. */
export function lowerWord(
    context: FileContext,
    scope: Scope,
    node: AstNode,
    { word, expected }: { readonly word: string; readonly expected: ValueType },
): LiteralValue | undefined {
    if (expected.kind === 'code' || expected.kind === 'text') return { kind: 'word', value: word };
    if (expected.kind !== 'enumeration') return mismatch(context, node, word, expected);
    const values = scope.enumerations.get(expected.name)?.values.map((value) => value.name) ?? [];
    refer(context, locationOf(context, node), word, [['value', expected.name]]);
    if (values.includes(word)) return { kind: 'word', value: word };
    return failUnknown(context, 'BAR202', { name: word, type: expected.name, nearest: nearestNames(word, values) }, locationOf(context, node));
}

function mismatch(context: FileContext, node: AstNode, found: string, expected: ValueType): undefined {
    return fail(context, 'BAR303', { found: `« ${found} »`, expected: describeType(expected) }, node);
}

/** Whether two types measure the same thing: unit words must agree where both have one. */
export function sameMeasure(left: ValueType, right: ValueType): boolean {
    if (left.kind !== right.kind) return false;
    if (left.kind === 'number' && right.kind === 'number') return left.unit === undefined || right.unit === undefined || left.unit === right.unit;
    if (left.kind === 'money' && right.kind === 'money') return left.per === right.per;
    if (left.kind === 'enumeration' && right.kind === 'enumeration') return left.name === right.name;
    return true;
}

/** A number of points, signed. */
export function pointsFraction(node: { readonly negative?: boolean; readonly value: string }): string {
    const value = parseFrenchNumber(node.value) ?? integer(0);
    return toFraction(node.negative === true ? neg(value) : value);
}
