import type { Bound, TierTest } from '../../../language/src/ir/expression.js';
import type { LiteralValue } from '../../../language/src/ir/value.js';
import type { ValueType } from '../../../language/src/ir/value-type.js';
import type { Vocabulary } from '../../../language/src/ir/vocabulary.js';
import { compare, fromFraction, integer } from '../../../language/src/kit/exact-number.js';
import type { Draw } from './draw.js';
import { randomLiteral } from './random-values.js';

/** The left sides of the lines of a `selon`: a partition, or one with a hole that `sinon` fills, then the special lines. */
export function randomTierTests(draw: Draw, type: ValueType, { vocabulary }: { readonly vocabulary: Vocabulary }): readonly TierTest[] {
    const tests = plainTests(draw, type, vocabulary);
    const otherwise: readonly TierTest[] = draw.chance(40) || tests.length === 0 ? [{ kind: 'otherwise' }] : [];
    const missing: readonly TierTest[] = draw.chance(40) ? [{ kind: 'missing' }] : [];
    const notApplicable: readonly TierTest[] = draw.chance(30) ? [{ kind: 'not-applicable' }] : [];
    return [...tests, ...otherwise, ...missing, ...notApplicable];
}

function plainTests(draw: Draw, type: ValueType, vocabulary: Vocabulary): readonly TierTest[] {
    switch (type.kind) {
        case 'boolean':
            return draw.pick<readonly TierTest[]>([[values('oui'), values('non')], [values('oui')], [values('non')]]);
        case 'enumeration':
            return enumerationTests(draw, type.name, vocabulary);
        case 'code':
        case 'text':
            return [draw.pick([values('75056'), values('99', '2A004'), values('__proto__')])];
        case 'events':
            return [];
        default:
            return intervalTests(draw, type);
    }
}

function values(...words: readonly string[]): TierTest {
    return { kind: 'values', values: words };
}

function enumerationTests(draw: Draw, name: string, { enumerations }: Vocabulary): readonly TierTest[] {
    const enumeration = enumerations.find((candidate) => candidate.name === name);
    const names = enumeration?.values.map((value) => value.name) ?? [];
    const cut = draw.int(1, Math.max(1, names.length - 1));
    const middle = names[cut];
    if (enumeration?.ordered === true && middle !== undefined && draw.chance(60)) {
        const bound: LiteralValue = { kind: 'word', value: middle };
        return [
            { kind: 'interval', high: { value: bound, inclusive: false } },
            { kind: 'interval', low: { value: bound, inclusive: true } },
        ];
    }
    return [values(...names.slice(0, cut)), ...(cut < names.length ? [values(...names.slice(cut))] : [])];
}

/** Intervals between ascending bounds: each but the last open at its end, unless a closed one leaves a hole. */
function intervalTests(draw: Draw, type: ValueType): readonly TierTest[] {
    const bounds = ascending(draw.list(1, 4, () => randomLiteral(draw, type, [])));
    const [first] = bounds;
    const last = bounds.at(-1);
    if (first === undefined || last === undefined) return [];
    const upTo = draw.chance(70);
    const from = draw.chance(70);
    return [
        { kind: 'interval', high: { value: first, inclusive: !upTo } },
        ...bounds.slice(0, -1).flatMap((low, index) => between(draw, { low, includesLow: index > 0 || upTo, high: bounds[index + 1] ?? last })),
        { kind: 'interval', low: { value: last, inclusive: from && (bounds.length > 1 || upTo) } },
    ];
}

/** `de … à moins de …`, or `de … à …` three times in ten; nothing where the low bound is taken already. */
function between(draw: Draw, { low, includesLow, high }: { low: LiteralValue; includesLow: boolean; high: LiteralValue }): readonly TierTest[] {
    const start: Bound = { value: low, inclusive: true };
    return includesLow ? [{ kind: 'interval', low: start, high: { value: high, inclusive: draw.chance(30) } }] : [];
}

function ascending(literals: readonly LiteralValue[]): readonly LiteralValue[] {
    const sorted = [...literals].sort((a, b) => compare(position(a), position(b)));
    return sorted.filter((literal, index) => index === 0 || compare(position(sorted[index - 1] ?? literal), position(literal)) !== 0);
}

/** Where a value stands on the scale of its type; a month is a twelfth of a year. */
export function position(value: LiteralValue): { readonly n: bigint; readonly d: bigint } {
    switch (value.kind) {
        case 'number':
            return fromFraction(value.value) ?? integer(0);
        case 'date':
            return integer(value.day);
        case 'duration':
            return integer(value.amount * (value.unit === 'ans' ? 12 : 1));
        case 'boolean':
        case 'word':
            return integer(0);
    }
}
