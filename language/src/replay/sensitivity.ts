import type { Assumptions } from '../columns/territory.js';
import type { Fraction } from '../ir/value.js';
import { add, compare, div, fromFraction, integer, max, min, mul, ONE, rational, sub, toFraction, ZERO, type Rational } from '../kit/exact-number.js';
import type { ReplayReport } from './contract/report.js';
import type { ReplayRequest } from './contract/request.js';
import { nameOfObjective } from './contract/objective-name.js';
import type { ShiftedAssumption, SensitivityFigures } from './contract/shifted.js';

/** Another value of one assumption, all others as declared. */
export interface AssumptionShift {
    readonly assumption: ShiftedAssumption;
    readonly value: Fraction;
}

/** Pairs of a demand and a vacancy, for each rule set, up to which assumptions are moved unasked: each move costs a replay. */
const PAIRS_TRIED_UNASKED = 10_000_000;

/** Whether a replay is small enough for its assumptions to be moved unasked: a size, never a clock, so that the same request gives the same report. */
export function triesAssumptions({ mode, territory: { demands, dwellings }, ruleSets }: Pick<ReplayRequest, 'mode' | 'territory' | 'ruleSets'>): boolean {
    return mode === 'vivier' && demands.rows * dwellings.rows * ruleSets.length <= PAIRS_TRIED_UNASKED;
}

/** How far acceptance and follow-rate are moved: one in ten. */
const STEP = rational(1, 10);
/** Exits are halved and doubled: they are small. */
const FACTOR = integer(2);

/**
 * The values tried for what the data cannot tell: acceptance one in ten more and less often, exits twice and half as frequent, a
 * commission that follows the ranking one time in ten less, or more where it may. A value that is the declared one is not tried.
 */
export function assumptionShifts({ acceptance, monthlyExit, followRate }: Assumptions): readonly AssumptionShift[] {
    const moved = (declared: Fraction, move: (value: Rational) => Rational | undefined): Rational | undefined => {
        const value = fromFraction(declared);
        const other = value === undefined ? undefined : move(value);
        return value === undefined || other === undefined || compare(value, within(other)) === 0 ? undefined : within(other);
    };
    const tried: readonly (readonly [ShiftedAssumption, Rational | undefined])[] = [
        ['acceptance', moved(acceptance, (value) => sub(value, STEP))],
        ['acceptance', moved(acceptance, (value) => add(value, STEP))],
        ['monthlyExit', moved(monthlyExit, (value) => div(value, FACTOR))],
        ['monthlyExit', moved(monthlyExit, (value) => mul(value, FACTOR))],
        ['followRate', moved(followRate, (value) => sub(value, STEP))],
        ['followRate', moved(followRate, (value) => add(value, STEP))],
    ];
    return tried.flatMap(([assumption, value]) => (value === undefined ? [] : [{ assumption, value: toFraction(value) }]));
}

function within(value: Rational): Rational {
    return max(ZERO, min(ONE, value));
}

/** What is kept of a replay under a shifted assumption. */
export function sensitivityFigures({ objectives, comparisons }: Pick<ReplayReport, 'objectives' | 'comparisons'>): SensitivityFigures {
    return {
        objectives: objectives.map((outcome) => {
            const { numerator, denominator, verdict } = outcome;
            return { ...nameOfObjective(outcome), numerator, denominator, verdict };
        }),
        comparisons: comparisons.map(({ ruleSet, firstChanged, onlyBaseline, onlyOther }) => ({ ruleSet, firstChanged, onlyBaseline, onlyOther })),
    };
}
