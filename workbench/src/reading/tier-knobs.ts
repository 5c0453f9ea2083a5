import { compare, fromFraction, type Criterion, type Expression, type Fraction, type LiteralValue } from '@bareme/language/ir';
import type { Knob } from './knob.js';
import { idOf, knob, ONE, type Holder } from './make-knob.js';
import { shownLiteral } from './shown-literal.js';

type Tiers = Extract<Criterion['points'], { kind: 'tiers' }>;

/** The points of each tier, then the bounds between them. */
export function tierKnobs(holder: Holder, { subject, tiers }: Tiers): readonly Knob[] {
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
