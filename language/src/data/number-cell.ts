import { columnScale, factBounds } from '../columns/typed-bounds.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { compare, formatFrench, integer, isInteger, LONGEST_NUMBER, mul, parseFrenchNumber, rational, toFraction, type Rational } from '../kit/exact-number.js';
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

/** `1.500` or `1,500`: a thousand and five hundred, or one and a half; `1.500,00` has marks that nothing declares. */
const THOUSANDS_OR_DECIMALS = /^[-−]?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?$/;

/** Whether a text may be read in two ways, apart by a factor of a thousand: told of numbers and amounts whose type has less than three decimals. */
function isAmbiguous(text: string, { type }: FactDeclaration, form: CellForm): boolean {
    return !form.marksDeclared && type.kind !== 'ratio' && columnScale(type) - (type.kind === 'money' ? 2 : 0) < 3 && THOUSANDS_OR_DECIMALS.test(text);
}

/** Beyond twice the whole, a ratio without `%` is rather a percentage, and so may be the others of its column. */
const MOST_RATIO = integer(2);

/** Whether a column of ratios holds percentages without their sign, so that `1` may be one, or a hundredth. */
export function holdsPercents(texts: Iterable<string>, decimal: CellForm['decimal']): boolean {
    for (const text of texts) {
        const number = text.endsWith('%') ? undefined : parseNumber(text, decimal);
        if (number !== undefined && compare(number, MOST_RATIO) > 0) return true;
    }
    return false;
}

/**
 * Reads numbers, amounts and ratios: thousands apart or not, the file's decimal mark, an optional `€` on an amount and `%` on a ratio.
 * Euros become cents, exactly; more decimals than the type holds, or a value outside the fact's bounds, are refused.
 */
export function numberCellReader(fact: FactDeclaration, form: CellForm): (text: string) => Cell {
    const { low, high } = factBounds(fact);
    const places = columnScale(fact.type);
    const scale = mul(integer(fact.type.kind === 'money' ? 100 : 1), form.factor ?? integer(1));
    const bounds = () => ({ low: boundText(low, fact), high: boundText(high, fact) });
    return (text) => {
        const written = withoutUnit(text, fact);
        if (isAmbiguous(written.text, fact, form)) return refused('ambiguous-thousands');
        const number = parseNumber(withoutThousands(written.text, form), form.decimal);
        if (number === undefined) return refusedNumber(written.text, form.decimal);
        if (form.percents === true && !written.percent && number.n !== 0n) return refused('ratio-or-percent');
        const value = mul(mul(number, scale), written.percent ? rational(1, 100) : integer(1));
        if (!isInteger(mul(value, integer(10n ** BigInt(places)))))
            return refused(places === 0 && fact.type.kind === 'number' ? 'not-an-integer' : 'too-many-decimals');
        if (value.n < 0n && fact.type.kind === 'money' && low.n >= 0n) return refused('negative-amount');
        if (compare(value, low) < 0) return { ...refused('below-minimum'), ...bounds() };
        if (compare(value, high) > 0) return { ...refused('above-maximum'), ...bounds() };
        return { kind: 'number', value: toFraction(value) };
    };
}

/** A bound as the column writes its values: euros of an amount, never cents; percents of a ratio. */
function boundText(bound: Rational, { type }: FactDeclaration): string {
    if (type.kind === 'ratio') return `${formatFrench(mul(bound, integer(100)))} %`;
    return type.kind === 'money' ? `${formatFrench(mul(bound, rational(1, 100)))} €` : formatFrench(bound);
}

function withoutUnit(text: string, fact: FactDeclaration): { readonly text: string; readonly percent: boolean } {
    const mark = fact.type.kind === 'money' ? '€' : fact.type.kind === 'ratio' ? '%' : undefined;
    if (mark === undefined || !text.endsWith(mark)) return { text, percent: false };
    return { text: text.slice(0, -1).trim(), percent: mark === '%' };
}

/** The digits without the mark that sets thousands apart, where each stands before three digits; otherwise the text as it is. */
function withoutThousands(text: string, { thousands, decimal }: CellForm): string {
    if (thousands === undefined || thousands === '' || !text.includes(thousands)) return text;
    const [whole = '', ...rest] = text.split(decimal);
    const groups = whole.split(thousands);
    const isGrouped = groups.every((group, place) => (place === 0 ? /^[-−]?[0-9]{1,3}$/ : /^[0-9]{3}$/).test(group));
    return isGrouped ? [groups.join(''), ...rest].join(decimal) : text;
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
