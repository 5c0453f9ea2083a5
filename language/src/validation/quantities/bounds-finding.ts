import type { Diagnostic, Location } from '../../diagnostics/diagnostic.js';
import { report } from '../../diagnostics/report.js';
import type { Bounds, ValueType } from '../../ir/value-type.js';
import type { FactValue } from '../../ir/value.js';
import { isWithinBounds } from '../../ir/within-bounds.js';
import { describeLiteral, describeNumber } from '../describe-value.js';
import { exact } from '../model.js';

/** What has a name, a type and perhaps bounds: a fact, declared or deduced, a parameter, a table. */
export interface Bounded {
    readonly name: string;
    readonly type: ValueType;
    readonly bounds?: Bounds;
}

/** A value written out that its declaration does not allow. */
export function boundsFinding({ name, type, bounds }: Bounded, value: FactValue, location: Location): readonly Diagnostic[] {
    if (bounds === undefined || isWithinBounds({ bounds }, value)) return [];
    if (value.kind !== 'number' && value.kind !== 'date' && value.kind !== 'duration') return [];
    const [low, high] = [exact(bounds.low), exact(bounds.high)];
    return [report('BAR313', { name, value: describeLiteral(value, type), low: describeNumber(low, type), high: describeNumber(high, type) }, location)];
}
