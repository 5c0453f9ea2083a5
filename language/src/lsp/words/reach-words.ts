import type { ValueType } from '../../ir/value-type.js';
import { formatFrench, mul, rational, type Rational } from '../../kit/exact-number.js';
import type { PointsRange } from '../../validation/quantities/points-reach.js';
import type { Range } from '../../validation/quantities/value-range.js';

/** How many points something may give: `de 0 à 60 points`, `jusqu’à 140 points`, `sans limite`. */
export function rangeText({ low, high, toSet }: PointsRange): string {
    if (toSet === true) return 'à fixer';
    if (low === undefined && high === undefined) return 'sans limite';
    if (low === undefined) return high === undefined ? 'sans limite' : `jusqu’à ${signed(high)} ${unit(high)}`;
    if (high === undefined) return `à partir de ${signed(low)} ${unit(low)}, sans plafond`;
    if (low.n === high.n && low.d === high.d) return `${signed(low)} ${unit(low)}`;
    return low.n === 0n ? `jusqu’à ${signed(high)} ${unit(high)}` : `de ${signed(low)} à ${signed(high)} points`;
}

/** Between which values a number may be, in its unit: `de 0 à 12 000 €`; nothing where neither end is known. */
export function boundsText({ low, high }: Range, type: ValueType): string | undefined {
    if (low === undefined && high === undefined) return undefined;
    const shown = (value: Rational): string => formatFrench(mul(value, scaleOf(type)), 2).replace('-', '−');
    const after = unitOf(type);
    if (low === undefined) return high === undefined ? undefined : `au plus ${shown(high)}${after}`;
    if (high === undefined) return `au moins ${shown(low)}${after}`;
    return `de ${shown(low)} à ${shown(high)}${after}`;
}

function scaleOf({ kind }: ValueType): Rational {
    if (kind === 'money') return rational(1n, 100n);
    return kind === 'ratio' ? rational(100n, 1n) : rational(1n, 1n);
}

function unitOf(type: ValueType): string {
    if (type.kind === 'money') return type.per === undefined ? ' €' : ` € par ${type.per}`;
    if (type.kind === 'ratio') return ' %';
    if (type.kind !== 'number' || type.unit === undefined) return '';
    return ` ${type.unit}${/[sx²]$/.test(type.unit) ? '' : 's'}`;
}

function signed(value: Rational): string {
    return formatFrench(value, 2).replace('-', '−');
}

function unit({ n, d }: Rational): string {
    return n < 2n * d && n > -2n * d ? 'point' : 'points';
}
