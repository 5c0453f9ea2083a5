import { fromFraction, roundTo, mul, integer } from '../kit/exact-number.js';
import type { Fraction } from '../ir/value.js';
import { integerText } from './words/french.js';
import type { IntervalChart, IntervalLine } from './telling.js';

/** A share in thousandths, nearest: what a drawing can show. */
export function thousandth(share: Fraction): number {
    const value = fromFraction(share);
    return value === undefined ? 0 : Number(roundTo(mul(value, integer(1000)), 0, 'proche').n);
}

/** An axis of shares from nothing to the next tenth above what is drawn, at least a fifth. */
export function sharesAxis(lines: readonly IntervalLine[]): IntervalChart['axis'] {
    const most = Math.max(200, ...lines.flatMap(({ high, thresholds }) => [high, ...thresholds.map(({ at }) => at)]));
    const high = Math.min(1000, Math.ceil(most / 100) * 100);
    const step = high > 500 ? 250 : 100;
    const ticks = Array.from({ length: Math.floor(high / step) + 1 }, (_, place) => ({ at: place * step, text: `${(place * step) / 10} %` }));
    return { low: 0, high, ticks };
}

/** An axis of gains and losses, as wide on each side of zero. */
export function balanceAxis(lines: readonly IntervalLine[]): IntervalChart['axis'] {
    const most = Math.max(10, ...lines.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
    const size = 10 ** (String(Math.floor(most)).length - 1);
    const end = Math.ceil(most / size) * size;
    const at = (value: number): IntervalChart['axis']['ticks'][number] => ({ at: value, text: value > 0 ? `+${integerText(value)}` : integerText(value) });
    return { low: -end, high: end, ticks: [at(-end), at(0), at(end)] };
}
