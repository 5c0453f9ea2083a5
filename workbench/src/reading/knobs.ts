import type { Criterion, Expression, Fraction, Group, LiteralValue, Policy, Scoring, SetNumber, Span, ValueType } from '@bareme/language/ir';
import { compare, fromFraction, numberSet, rational, toFraction, type Rational } from '@bareme/language/ir';

/** Where a number stands in the representation of a policy. */
type Path = readonly (string | number)[];

/** A number of a grid that a hand may move: points, a limit, a threshold. Values are in the scale that people read: points, %, euros. */
export interface Knob {
    /** Unique in the policy. */
    readonly id: string;
    readonly scoring: Scoring;
    /** What holds it: a criterion, a rubric or the cotation itself. */
    readonly owner: KnobOwner;
    readonly what: KnobWhat;
    readonly unit: string;
    readonly value: Fraction;
    /** The ends and the step of its slider; a number typed may go beyond them, but not beyond its neighbours. */
    readonly low: number;
    readonly high: number;
    readonly step: number;
    /** Of a bound of tiers: the bounds just under and just over, which it may not reach. */
    readonly under?: string;
    readonly over?: string;
    /** Whether it must be a whole number. */
    readonly whole: boolean;
    /** Where it is written, and where the representation has it: once, or in the two tiers that meet there. */
    readonly places: readonly Span[];
    readonly targets: readonly { readonly path: Path; readonly scale: Rational; readonly form: 'fraction' | 'amount' }[];
}

/** What holds a number. */
export interface KnobOwner {
    readonly kind: 'criterion' | 'rubric' | 'scoring';
    readonly name: string;
    readonly label: string;
    readonly at: Span;
}

/** What a number is. `line` is the text of a tier, as written before its points; `subject` what a threshold is compared with. */
export type KnobWhat =
    | { readonly kind: 'points' | 'rate' | 'cap' | 'floor' | 'increase' }
    | { readonly kind: 'tier'; readonly at: Span; readonly path: Path }
    | { readonly kind: 'bound'; readonly subject: Expression }
    | { readonly kind: 'threshold'; readonly subject: Expression; readonly at: Span };

const ONE = rational(1);

/** Every number of the grids of a version that a variant may change, in the order of the text. Those that are not written in it are left out. */
export function knobsOf(policy: Policy): readonly Knob[] {
    return policy.scorings.flatMap((scoring, place) => {
        const path = ['scorings', place, 'group'];
        const owner = ownerOf('scoring', scoring);
        return [...limitsOf({ scoring, owner, path }, scoring.group), ...itemKnobs(scoring, scoring.group, path)];
    });
}

function ownerOf(kind: KnobOwner['kind'], { name, label, at }: Pick<Criterion, 'name' | 'label' | 'at'>): KnobOwner {
    return { kind, name, label: label ?? name, at };
}

function itemKnobs(scoring: Scoring, { items }: Group, group: Path): readonly Knob[] {
    return items.flatMap((item, place) => {
        const path = [...group, 'items', place];
        if (item.kind === 'criterion') return criterionKnobs({ scoring, owner: ownerOf('criterion', item), path }, item);
        const inner = [...path, 'group'];
        return [...limitsOf({ scoring, owner: ownerOf('rubric', item), path: inner }, item.group), ...itemKnobs(scoring, item.group, inner)];
    });
}

/** Where knobs are looked for. */
interface Holder {
    readonly scoring: Scoring;
    readonly owner: KnobOwner;
    readonly path: Path;
}

function limitsOf(holder: Holder, { cap, floor, increase, places }: Group): readonly Knob[] {
    const percent = { form: 'fraction', scale: rational(1, 100) } as const;
    return [
        ...limit(holder, 'cap', cap, places?.cap),
        ...limit(holder, 'floor', floor, places?.floor),
        ...knob(holder, {
            what: { kind: 'increase' },
            unit: '%',
            raw: increase?.percent,
            places: [places?.percent],
            targets: [{ ...percent, path: ['increase', 'percent'] }],
        }),
    ];
}

function limit(holder: Holder, kind: 'cap' | 'floor', raw: SetNumber | undefined, place: Span | undefined): readonly Knob[] {
    return knob(holder, { what: { kind }, unit: 'points', raw, places: [place], targets: [{ path: [kind], scale: ONE, form: 'fraction' }] });
}

interface Found {
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
function knob(
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

function idOf({ name }: Scoring, owner: KnobOwner, what: string): string {
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

function criterionKnobs(holder: Holder, { points, cap, floor, condition, places }: Criterion): readonly Knob[] {
    const found = [...limit(holder, 'cap', cap, places?.cap), ...limit(holder, 'floor', floor, places?.floor)];
    const thresholds = condition === undefined ? [] : thresholdKnobs(holder, condition, ['condition']);
    switch (points.kind) {
        case 'flat':
        case 'rate': {
            const what = { kind: points.kind === 'rate' ? 'rate' : 'points' } as const;
            const targets = [{ path: ['points', 'points'], scale: ONE, form: 'fraction' as const }];
            return [...knob(holder, { what, unit: 'points', raw: points.points, places: [places?.points], targets }), ...found, ...thresholds];
        }
        case 'tiers':
            return [...tierKnobs(holder, points), ...found, ...thresholds];
        case 'appraised':
            return [...found, ...thresholds];
    }
}

type Tiers = Extract<Criterion['points'], { kind: 'tiers' }>;

function tierKnobs(holder: Holder, { subject, tiers }: Tiers): readonly Knob[] {
    const points = tiers.flatMap(({ outcome, at, places }, line) =>
        outcome.kind !== 'points'
            ? []
            : knob(holder, {
                  what: { kind: 'tier', at, path: [...holder.path, 'points', 'tiers', line] },
                  unit: 'points',
                  raw: outcome.points,
                  places: [places?.outcome],
                  suffix: ` ${line}`,
                  targets: [{ path: ['points', 'tiers', line, 'outcome', 'points'], scale: ONE, form: 'fraction' }],
              }),
    );
    return [...points, ...boundKnobs(holder, subject, tiers)];
}

/** The bounds of tiers, from the lowest: where a line ends, the next begins, and both move at once. */
function boundKnobs(holder: Holder, subject: Expression, tiers: Tiers['tiers']): readonly Knob[] {
    const ends = tiers.flatMap(({ test, places }, line) => {
        if (test.kind !== 'interval' || (test.low !== undefined && test.high !== undefined && sameValue(test.low.value, test.high.value))) return [];
        return (['low', 'high'] as const).flatMap((side) => {
            const literal = test[side] && shownLiteral(test[side].value, subject.type);
            return literal === undefined ? [] : [{ literal, place: places?.[side], path: ['points', 'tiers', line, 'test', side, 'value', literal.member] }];
        });
    });
    const values = [...new Set(ends.map(({ literal }) => literal.raw))].sort((a, b) => compareFractions(a, b));
    const nameAt = (place: number): string | undefined =>
        values[place] === undefined ? undefined : idOf(holder.scoring, holder.owner, `bound ${values[place]}`);
    return values.flatMap((raw, place) => {
        const same = ends.filter(({ literal }) => literal.raw === raw);
        const [first] = same;
        if (first === undefined) return [];
        const { unit, scale, form } = first.literal;
        return knob(holder, {
            what: { kind: 'bound', subject },
            unit,
            raw,
            places: same.map(({ place: written }) => written),
            suffix: ` ${raw}`,
            under: nameAt(place - 1),
            over: nameAt(place + 1),
            whole: form === 'amount',
            targets: same.map(({ path }) => ({ path, scale, form })),
        });
    });
}

function sameValue(a: LiteralValue, b: LiteralValue): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}

function compareFractions(a: Fraction, b: Fraction): number {
    return compare(fromFraction(a) ?? ONE, fromFraction(b) ?? ONE);
}

interface ShownLiteral {
    readonly raw: Fraction;
    readonly unit: string;
    readonly scale: Rational;
    readonly form: 'fraction' | 'amount';
    readonly member: 'value' | 'amount';
}

/** A literal number as people read it: percents, euros, months. Days, words and truths are no numbers to move. */
function shownLiteral(literal: LiteralValue, type: ValueType): ShownLiteral | undefined {
    if (literal.kind === 'duration') return { raw: String(literal.amount), unit: literal.unit, scale: ONE, form: 'amount', member: 'amount' };
    if (literal.kind !== 'number') return undefined;
    const shown = { raw: literal.value, form: 'fraction', member: 'value' } as const;
    switch (type.kind) {
        case 'ratio':
            return { ...shown, unit: '%', scale: rational(1, 100) };
        case 'money':
            return { ...shown, unit: type.per === undefined ? '€' : `€ par ${type.per}`, scale: rational(100) };
        case 'number':
            return { ...shown, unit: type.unit ?? '', scale: ONE };
        default:
            return undefined;
    }
}

/** Numbers that a condition compares something with. */
function thresholdKnobs(holder: Holder, node: Expression, path: Path): readonly Knob[] {
    switch (node.kind) {
        case 'and':
        case 'or':
            return node.items.flatMap((item, place) => thresholdKnobs(holder, item, [...path, 'items', place]));
        case 'not':
            return thresholdKnobs(holder, node.operand, [...path, 'operand']);
        case 'compare':
            return [...threshold(holder, node.left, node.right, [...path, 'right']), ...threshold(holder, node.right, node.left, [...path, 'left'])];
        default:
            return [];
    }
}

function threshold(holder: Holder, subject: Expression, literal: Expression, path: Path): readonly Knob[] {
    if (literal.kind !== 'literal' || subject.kind === 'literal') return [];
    const shown = shownLiteral(literal.value, literal.type);
    if (shown === undefined) return [];
    const { raw, unit, scale, form, member } = shown;
    return knob(holder, {
        what: { kind: 'threshold', subject, at: literal.at },
        unit,
        raw,
        places: [literal.at],
        suffix: ` ${path.join('.')}`,
        whole: form === 'amount',
        targets: [{ path: [...path, 'value', member], scale, form }],
    });
}
