import { columnScale, factBounds } from '../columns/typed-bounds.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { compare, integer, isInteger, LONGEST_NUMBER, mul, parseFrenchNumber, rational, toFraction, type Rational } from '../kit/exact-number.js';
import { refused, type Cell, type CellForm } from './cell.js';

const SCIENTIFIC = /^[-−+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+$/;
const DOT_DECIMAL = /^[-−]?[0-9][0-9 \u00A0\u202F]*\.[0-9]+ ?[€%]?$/;
const COMMA_DECIMAL = /^[-−]?[0-9][0-9 \u00A0\u202F]*,[0-9]+ ?[€%]?$/;

/** Which decimal mark these texts use; `undefined` when none has decimals. A file with both is read with the comma. */
export function decimalMarkOf(texts: Iterable<string>): ',' | '.' | undefined {
    let dot = false;
    for (const text of texts) {
        if (COMMA_DECIMAL.test(text)) return ',';
        dot ||= DOT_DECIMAL.test(text);
    }
    return dot ? '.' : undefined;
}

/**
 * Reads numbers, amounts and ratios: thousands apart or not, the file's decimal mark, an optional `€` on an amount and `%` on a ratio.
 * Euros become cents, exactly; more decimals than the type holds, or a value outside the fact's bounds, are refused.
 */
export function numberCellReader(fact: FactDeclaration, form: CellForm): (text: string) => Cell {
    const { low, high } = factBounds(fact);
    const places = columnScale(fact.type);
    const scale = mul(integer(fact.type.kind === 'money' ? 100 : 1), form.factor ?? integer(1));
    return (text) => {
        const written = withoutUnit(text, fact);
        const number = parseNumber(written.text, form.decimal);
        if (number === undefined) return refusedNumber(written.text, form.decimal);
        const value = mul(mul(number, scale), written.percent ? rational(1, 100) : integer(1));
        if (!isInteger(mul(value, integer(10n ** BigInt(places)))))
            return refused(places === 0 && fact.type.kind === 'number' ? 'not-an-integer' : 'too-many-decimals');
        if (value.n < 0n && fact.type.kind === 'money' && low.n >= 0n) return refused('negative-amount');
        const bounds = { low: toFraction(low), high: toFraction(high) };
        if (compare(value, low) < 0) return { ...refused('below-minimum'), ...bounds };
        if (compare(value, high) > 0) return { ...refused('above-maximum'), ...bounds };
        return { kind: 'number', value: toFraction(value) };
    };
}

function withoutUnit(text: string, fact: FactDeclaration): { readonly text: string; readonly percent: boolean } {
    const mark = fact.type.kind === 'money' ? '€' : fact.type.kind === 'ratio' ? '%' : undefined;
    if (mark === undefined || !text.endsWith(mark)) return { text, percent: false };
    return { text: text.slice(0, -1).trim(), percent: mark === '%' };
}

function parseNumber(text: string, decimal: CellForm['decimal']): Rational | undefined {
    if (text.length > LONGEST_NUMBER || text.startsWith('+')) return undefined;
    if (decimal === ',') return parseFrenchNumber(text);
    return text.includes(',') ? undefined : parseFrenchNumber(text.replace('.', ','));
}

function refusedNumber(text: string, decimal: CellForm['decimal']): Cell {
    if (SCIENTIFIC.test(text)) return refused('scientific-notation');
    const other = decimal === ',' ? DOT_DECIMAL : COMMA_DECIMAL;
    return refused(other.test(text) ? 'other-decimal-mark' : 'not-a-number');
}
