import { fromFraction, numberSet, rational, toFraction, type Rational, type Scoring, type SetNumber, type Span } from '@bareme/language/ir';
import type { Knob, KnobOwner, KnobWhat, Path } from './knob.js';

/** The scale of what people read as it is held. */
export const ONE = rational(1);

/** Where knobs are looked for. */
export interface Holder {
    readonly scoring: Scoring;
    readonly owner: KnobOwner;
    readonly path: Path;
}

/** A number found in a policy, and where. */
export interface Found {
    readonly what: KnobWhat;
    readonly unit: string;
    /** What a draft leaves to be set has no knob. */
    readonly raw: SetNumber | undefined;
    readonly places: readonly (Span | undefined)[];
    readonly targets: Knob['targets'];
    readonly suffix?: string;
    readonly under?: string;
    readonly over?: string;
    readonly whole?: boolean;
}

/** A knob where the number is there, written once or twice inside its owner. */
export function knob(
    { scoring, owner, path }: Holder,
    { what, unit, raw, places, targets, suffix = '', under, over, whole = false }: Found,
): readonly [Knob] | readonly [] {
    const [target] = targets;
    const number = fromFraction(numberSet(raw) ?? '');
    const written = places.filter((place) => place !== undefined);
    const [file, start, end] = owner.at;
    const isInside = written.every(([other, from, to]) => other === file && from >= start && to <= end);
    if (number === undefined || target === undefined || written.length === 0 || !isInside) return [];
    const value = quotient(number, target.scale);
    const range = rangeFor(what.kind, Number(value.n) / Number(value.d));
    return [
        {
            id: idOf(scoring, owner, `${what.kind}${suffix}`),
            scoring,
            owner,
            what,
            unit,
            value: toFraction(value),
            ...range,
            ...(under === undefined ? {} : { under }),
            ...(over === undefined ? {} : { over }),
            whole,
            places: written,
            targets: targets.map((aim) => ({ ...aim, path: [...path, ...aim.path] })),
        },
    ];
}

/** The id of a knob: what it is, of what, in which cotation. */
export function idOf({ name }: Scoring, owner: KnobOwner, what: string): string {
    return `${name} ${owner.kind} ${owner.name} ${what}`;
}

function quotient(a: Rational, b: Rational): Rational {
    return rational(a.n * b.d, a.d * b.n);
}

const STEPS = [50, 10, 5, 1, 0.5, 0.1, 0.01];

/** The ends and the step of a slider around a value, of which the value is always a stop. */
function rangeFor(kind: KnobWhat['kind'], value: number): Pick<Knob, 'low' | 'high' | 'step'> {
    const size = Math.abs(value);
    const reach = niceOver(Math.max(size * 2, kind === 'rate' ? 5 : 20));
    const largest = reach > 400 ? 50 : kind === 'rate' && size <= 5 ? 0.5 : 1;
    const step = STEPS.find((one) => one <= largest && Number.isInteger(Math.round((size / one) * 1e6) / 1e6)) ?? 0.01;
    return value < 0 || kind === 'floor' ? { low: -reach, high: 0, step } : { low: 0, high: reach, step };
}

function niceOver(size: number): number {
    const unit = size <= 20 ? 5 : size <= 200 ? 20 : 100;
    return Math.ceil(size / unit) * unit;
}
