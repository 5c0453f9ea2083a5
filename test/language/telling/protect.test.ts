import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, GroupOutcome } from '../../../language/src/replay/index.js';
import { peopleClasses } from '../../../language/src/telling/people-classes.js';
import { groupUntilSafe, ROUNDING, SMALLEST_COUNT, toTheTen } from '../../../language/src/telling/protect.js';

/** A household: three traits, the second of which follows from the first (a DALO household is of the priority public), and its fate. */
interface Household {
    readonly dalo: boolean;
    readonly priority: boolean;
    readonly size: number;
    readonly fate: 'gain' | 'loss' | 'both' | 'none';
}

const household: fc.Arbitrary<Household> = fc
    .record({
        dalo: fc.boolean(),
        other: fc.boolean(),
        size: fc.integer({ min: 1, max: 4 }),
        fate: fc.constantFrom('gain' as const, 'loss' as const, 'both' as const, 'none' as const),
    })
    .map(({ dalo, other, size, fate }) => ({ dalo, priority: dalo || other, size, fate }));

/** Populations with rare cells: a few kinds of households, each as often as drawn. */
const population: fc.Arbitrary<readonly Household[]> = fc
    .array(fc.tuple(household, fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 90 }))), { minLength: 4, maxLength: 14 })
    .map((kinds) => kinds.flatMap(([kind, times]) => Array.from({ length: times }, () => kind)));

const TRAITS: readonly (readonly [breakdown: string, of: (household: Household) => string])[] = [
    ['déduit:dalo', ({ dalo }) => (dalo ? 'oui' : 'non')],
    ['déduit:prioritaire', ({ priority }) => (priority ? 'oui' : 'non')],
    ['fait:personnes', ({ size }) => String(size)],
];

function comparisonOf(households: readonly Household[]): Comparison {
    const fates = (of: readonly Household[], fate: Household['fate']): number => of.filter((one) => one.fate === fate).length;
    const groups = TRAITS.flatMap(([breakdown, classOf]) =>
        [...new Set(households.map(classOf))].map((group): GroupOutcome => {
            const own = households.filter((one) => classOf(one) === group);
            return {
                breakdown,
                breakdownLabel: breakdown,
                read: false,
                group,
                groupLabel: group,
                demands: own.length,
                onlyBaseline: fates(own, 'loss'),
                onlyOther: fates(own, 'gain'),
                both: fates(own, 'both'),
                sooner: 0,
                later: 0,
            };
        }),
    );
    return {
        ruleSet: 'x',
        baseline: 'b',
        housedBoth: fates(households, 'both'),
        onlyBaseline: fates(households, 'loss'),
        onlyOther: fates(households, 'gain'),
        neither: 0,
        sooner: 0,
        later: 0,
        sameDay: 0,
        firstChanged: 0,
        causes: [],
        groups,
    };
}

/** What an attacker knows: a set of atoms holds at least and at most so many households. */
interface Known {
    readonly atoms: ReadonlySet<string>;
    low: number;
    high: number;
}

const ATOMS = [true, false].flatMap((dalo) =>
    [true, false].flatMap((priority) => (dalo && !priority ? [] : [1, 2, 3, 4].map((size) => ({ dalo, priority, size, fate: 'none' as const })))),
);
const atomOf = ({ dalo, priority, size }: Household): string => `${dalo} ${priority} ${size}`;

/** All that is published of one column: classes to the nearest ten and at least 11 or none, and the exact total of the territory. */
function published(households: readonly Household[], column: 'gains' | 'losses'): Known[] {
    const comparison = comparisonOf(households);
    const classes = peopleClasses(comparison, undefined, 'shareable').map(({ breakdown, groups, ...counts }): Known => {
        const classOf = TRAITS.find(([name]) => name === breakdown)?.[1];
        const names = new Set(groups.map(({ group }) => group));
        const told = counts[column];
        const low = told === 0 ? 0 : Math.max(SMALLEST_COUNT, told - ROUNDING / 2);
        return { atoms: new Set(ATOMS.filter((atom) => names.has(classOf?.(atom) ?? '')).map(atomOf)), low, high: told === 0 ? 0 : told + ROUNDING / 2 - 1 };
    });
    const total = column === 'gains' ? comparison.onlyOther : comparison.onlyBaseline;
    return [...classes, { atoms: new Set(ATOMS.map(atomOf)), low: total, high: total }];
}

/** Bounds drawn from one another until none moves: subsets count less, disjoint parts of a set add up, differences of nested sets. */
function propagate(known: Known[]): void {
    for (let moves = true, rounds = 0; moves && rounds < 30; rounds += 1) {
        moves = false;
        const tighten = (of: Known, low: number, high: number): void => {
            if (low > of.low) [of.low, moves] = [low, true];
            if (high < of.high) [of.high, moves] = [high, true];
        };
        for (const a of known)
            for (const b of known) {
                if (a === b || ![...a.atoms].every((atom) => b.atoms.has(atom))) continue;
                tighten(b, a.low, b.high);
                tighten(a, a.low, b.high);
                const rest = known.find(
                    (of) => of !== a && of.atoms.size + a.atoms.size === b.atoms.size && [...of.atoms].every((atom) => b.atoms.has(atom) && !a.atoms.has(atom)),
                );
                if (rest === undefined) continue;
                tighten(rest, Math.max(0, b.low - a.high), b.high - a.low);
                tighten(b, a.low + rest.low, a.high + rest.high);
            }
    }
}

describe('what is given to anyone tells no count of 1 to 10 households', () => {
    it('classes are put together until each count is none or at least 11', () => {
        fc.assert(
            fc.property(fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
                const safe = groupUntilSafe(rows.map((counts, place) => ({ of: [place], counts })));
                for (const { counts } of safe) for (const count of counts) expect(count === 0 || count >= SMALLEST_COUNT).toBe(true);
                if (safe.length === 0) return;
                const kept = safe.flatMap(({ of }) => of);
                expect(kept).toEqual(rows.flatMap((counts, place) => (counts.some((count) => count > 0) ? [place] : [])));
            }),
        );
    });

    it('groups rather than hides: a small class joins its smaller neighbour, the others stay', () => {
        const classes = [120, 4, 30, 201].map((count, place) => ({ of: [place], counts: [count] }));
        expect(groupUntilSafe(classes).map(({ of, counts }) => [of, counts[0]])).toEqual([
            [[0], 120],
            [[1, 2], 34],
            [[3], 201],
        ]);
    });

    it('rounds to the nearest ten, halves up', () => {
        expect([0, 11, 14, 15, 24, 25].map(toTheTen)).toEqual([0, 10, 10, 20, 20, 30]);
    });

    it('an attacker who knows that one class lies within another finds none by subtraction, over all that is told', () => {
        fc.assert(
            fc.property(population, fc.constantFrom('gains' as const, 'losses' as const), (households, column) => {
                const known = published(households, column);
                const targets = [
                    ...TRAITS.flatMap(([, classOf]) => [...new Set(ATOMS.map(classOf))].map((group) => ATOMS.filter((atom) => classOf(atom) === group))),
                    ATOMS.filter(({ dalo, priority }) => priority && !dalo),
                ];
                const guesses = targets.map((atoms): Known => ({ atoms: new Set(atoms.map(atomOf)), low: 0, high: Infinity }));
                propagate([...known, ...guesses]);
                for (const { low, high } of guesses) expect(low >= 1 && high < SMALLEST_COUNT).toBe(false);
            }),
            { numRuns: 200, endOnFailure: true },
        );
    });
});
