import { ceil, compare, floor, fromFraction, integer, rational, toFraction, ZERO, type Rational } from '../kit/exact-number.js';
import { wantedOf } from '../replay/index.js';
import type { Objective } from '../ir/policy.js';
import type { Fraction } from '../ir/value.js';
import type { LeaseRow } from './recorded-leases.js';

/** The leases of one objective in one civil year, under one side: what their rows say. */
export interface LeaseCount {
    readonly reached: number;
    readonly missed: number;
    /** Leases that cannot be told: they stay in the denominator. */
    readonly unknown: number;
}

/** Counts the marks of rows, as a reader of `registre-interne.csv` would. */
export function countLeases(rows: readonly LeaseRow[], objective: string): LeaseCount {
    const marks = rows.flatMap(({ marks: { objectives } }) => objectives[objective] ?? []);
    const count = (...wanted: readonly string[]): number => marks.filter((mark) => wanted.includes(mark)).length;
    return { reached: count('reached', 'by-default'), missed: count('missed'), unknown: count('unknown') };
}

/** What a count says of a threshold: the verdict is `unsure` when the unknown leases decide. */
export type Verdict = 'met' | 'missed' | 'unsure' | 'no-base';

/** A count against a threshold. */
export interface Measured {
    readonly counted: number;
    /** From the unknown leases all missing it to all reaching it; absent without lease. */
    readonly low?: Fraction;
    readonly high?: Fraction;
    readonly verdict: Verdict;
    /** Leases still due to be sure to reach the threshold; `at-most`: leases beyond it. */
    readonly due: number;
    /** The leases that the threshold asks for, of those counted. */
    readonly asked: number;
}

/** Fewer leases than this are told one by one: a percentage of them would say more than it knows. */
export const FEW_LEASES = 20;

/** Measures a count, unknown leases counted from none to all. */
export function measure(
    { reached, missed, unknown }: LeaseCount,
    { sense, counted: unit, rounding }: Pick<Objective, 'sense' | 'counted' | 'rounding'>,
    threshold: Fraction,
): Measured {
    const counted = reached + missed + unknown;
    const wanted = fromFraction(threshold) ?? ZERO;
    const askedOf = (base: number): Rational => wantedOf({ counted: unit, rounding }, wanted, base);
    const asked = askedOf(counted);
    const atLeast = sense === 'at-least';
    const least = Number(atLeast ? ceil(asked) : floor(asked));
    const due = Math.max(0, atLeast ? least - reached : reached + unknown - least);
    if (unit === 'share' && counted === 0) return { counted, verdict: 'no-base', due: 0, asked: 0 };
    const figure = (leases: number): Rational => (unit === 'share' ? rational(leases, counted) : integer(leases));
    const [low, high] = [figure(reached), figure(reached + unknown)];
    const meets = (value: Rational): boolean => (atLeast ? compare(value, wanted) >= 0 : compare(value, wanted) <= 0);
    const [first, last] = rounding === undefined ? [meets(low), meets(high)] : roundedEnds({ reached, missed, unknown }, atLeast, askedOf);
    const verdict = first === last ? (first ? 'met' : 'missed') : 'unsure';
    return { counted, low: toFraction(low), high: toFraction(high), verdict, due, asked: least };
}

/** Whether a rounded share is met at the worst and at the best: leases of which nothing is known may be out of the base, which moves what is asked. */
function roundedEnds(
    { reached, missed, unknown }: LeaseCount,
    atLeast: boolean,
    askedOf: (base: number) => Rational,
): readonly [worst: boolean, best: boolean] {
    const bases = Array.from({ length: unknown + 1 }, (_, more) => askedOf(reached + missed + more)).sort(compare);
    const [least, most] = [bases[0] ?? ZERO, bases.at(-1) ?? ZERO];
    const [fewest, greatest] = [integer(reached), integer(reached + unknown)];
    return atLeast ? [compare(fewest, most) >= 0, compare(greatest, least) >= 0] : [compare(greatest, least) <= 0, compare(fewest, most) <= 0];
}
