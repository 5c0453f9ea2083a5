import type { DurationUnit, LiteralValue } from '../../../language/src/ir/value.js';
import type { FactDeclaration, ValueType } from '../../../language/src/ir/value-type.js';
import type { Enumeration } from '../../../language/src/ir/vocabulary.js';
import { rational, toFraction } from '../../../language/src/kit/exact-number.js';
import type { Draw } from './draw.js';

const CODES = ['75056', '01004', '2A004', 'aide à domicile', '99', '__proto__', 'constructor', '007'];

/** A value of the type that a policy can write; never negative, since a sign makes an expression. */
export function randomLiteral(draw: Draw, type: ValueType, enumerations: readonly Enumeration[]): LiteralValue {
    switch (type.kind) {
        case 'number':
            return { kind: 'number', value: decimal(draw.int(0, 60 * 10 ** type.places), type.places) };
        case 'money':
            return { kind: 'number', value: String(draw.chance(70) ? draw.int(0, 3_000) * 100 : draw.int(0, 5_000_000)) };
        case 'ratio':
            return { kind: 'number', value: decimal(draw.chance(80) ? draw.int(0, 120) * 10 : draw.int(0, 1_000), 3) };
        case 'date':
            return { kind: 'date', day: draw.int(17_000, 20_200) };
        case 'duration':
            return { kind: 'duration', amount: draw.int(0, 60), unit: draw.pick<DurationUnit>(['mois', 'mois', 'ans']) };
        case 'boolean':
            return { kind: 'boolean', value: true };
        case 'enumeration': {
            const values = enumerations.find((enumeration) => enumeration.name === type.name)?.values ?? [];
            return { kind: 'word', value: values.length === 0 ? '' : draw.pick(values).name };
        }
        case 'code':
        case 'text':
            return { kind: 'word', value: draw.pick(CODES) };
        case 'events':
            throw new RangeError('events have no literal');
    }
}

/** The integer over a power of ten, in lowest terms. */
export function decimal(digits: number, places: number): string {
    return toFraction(rational(digits, 10n ** BigInt(places)));
}

/** Bounds in the type's own scale, narrow enough to be met and crossed. */
/** Bounds that no value drawn here reaches. */
export function wideBounds(draw: Draw, type: ValueType): { readonly bounds?: NonNullable<FactDeclaration['bounds']> } {
    if ((type.kind !== 'number' && type.kind !== 'money') || draw.chance(70)) return {};
    const far = type.kind === 'money' ? '99999999900' : '999999999';
    return { bounds: { low: `-${far}`, high: far } };
}

export function randomBounds(draw: Draw, type: ValueType): NonNullable<FactDeclaration['bounds']> {
    const scale = type.kind === 'money' ? 100 : 1;
    const low = draw.chance(20) ? -draw.int(1, 5) : draw.int(0, 3);
    const high = low + draw.int(1, type.kind === 'money' ? 4_000 : 80);
    return { low: String(low * scale), high: String(high * scale) };
}
