import { plural } from '../../diagnostics/type-words.js';
import { compare, integer, mul } from '../../kit/exact-number.js';
import type { ValueType } from '../../ir/value-type.js';
import { frenchNumber } from './lower-type.js';

/** A number as written: digits, unit and period, before it is known what it is compared to. */
export interface WrittenNumber {
    readonly value: string;
    readonly negative?: boolean;
    readonly unit?: string;
    readonly per?: 'mois' | 'an';
}

/** A number as it would be written in a type; several where the author must choose, none where that says nothing. */
export function inUnitOf(type: ValueType, { value, negative }: WrittenNumber): readonly string[] {
    const number = `${negative === true ? '-' : ''}${value}`;
    switch (type.kind) {
        case 'ratio':
            return [...asPercent(value), `${number} %`];
        case 'money':
            return [`${number} €${type.per === undefined ? '' : ` par ${type.per}`}`];
        case 'duration':
            return value.includes(',') ? [] : [`${number} mois`, `${number} ans`];
        case 'number':
            return [type.unit === undefined ? number : `${number} ${isOne(value) ? type.unit : plural(type.unit)}`];
        case 'boolean':
            return value === '1' || value === '0' ? [value === '1' ? 'oui' : 'non'] : [];
        default:
            return [];
    }
}

function isOne(value: string): boolean {
    return value === '1' || value === '0';
}

const WHOLE_PERCENT = /^0,([0-9]{1,2})$/;

/** `0,5` is most likely « 50 % ». */
function asPercent(value: string): readonly string[] {
    const share = WHOLE_PERCENT.exec(value)?.[1];
    if (share === undefined || compare(frenchNumber(value), integer(1)) > 0) return [];
    const percent = mul(frenchNumber(value), integer(100));
    return [`${percent.n} %`];
}

/** An amount whose decimals go beyond cents: its comma may mark thousands. */
export function beyondCents({ value, per }: WrittenNumber): readonly string[] | undefined {
    const [whole = '', decimals = ''] = value.split(',');
    if (decimals.length <= 2) return undefined;
    const thousands = decimals.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole) ? [`${whole} ${decimals}`] : [];
    return [...thousands, `${whole},${decimals.slice(0, 2)}`].map((number) => `${number} €${per === undefined ? '' : ` par ${per}`}`);
}
