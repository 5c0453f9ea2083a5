import { monthsElapsed } from '../../kit/civil-date.js';
import { nearestRank, rational, roundTo, toFraction, type Rational } from '../../kit/exact-number.js';
import type { Day } from '../../ir/value.js';
import type { WaitingOutcome } from '../contract/report.js';

/** How one demand is seen to wait: from a first day seen to an end, counted from its first demand. */
export interface Wait {
    readonly deposit: Day;
    /** First and last days seen. */
    readonly from: Day;
    readonly to: Day;
    readonly end: 'housed' | 'left' | 'waiting';
}

/** One month of seniority: who is seen during it, and what becomes of them in it. */
interface WaitingMonth {
    readonly months: number;
    readonly atRisk: number;
    readonly housed: number;
    readonly left: number;
    /** The exact probability of having been housed by the end of this month, as a numerator and a denominator not reduced. */
    readonly probability: { readonly n: bigint; readonly d: bigint };
}

/** Probabilities in a report are rounded to so many decimals. */
const PLACES = 6;

/**
 * The cumulative incidence of housing by whole months of seniority (Aalen and Johansen): leaving competes with being housed, those who
 * still wait at the end are censored, those first seen late count only from then on. A demand is at risk in each month of seniority
 * in which it is seen for some time. Months without event are not listed.
 */
export function cumulativeIncidence(waits: readonly Wait[]): readonly WaitingMonth[] {
    const tallies = new Map<number, { first: number; past: number; housed: number; left: number }>();
    const at = (month: number) => {
        const known = tallies.get(month) ?? { first: 0, past: 0, housed: 0, left: 0 };
        tallies.set(month, known);
        return known;
    };
    for (const { deposit, from, to, end } of waits) {
        const last = Math.max(0, monthsElapsed(deposit, to));
        at(Math.max(0, monthsElapsed(deposit, from))).first += 1;
        at(last + 1).past += 1;
        if (end !== 'waiting') at(last)[end] += 1;
    }
    return incidenceOf([...tallies].sort(([a], [b]) => a - b));
}

type MonthTally = readonly [month: number, tally: { readonly first: number; readonly past: number; readonly housed: number; readonly left: number }];

/** Exact: survival and incidence over one denominator, the product of the numbers at risk. */
function incidenceOf(tallies: readonly MonthTally[]): readonly WaitingMonth[] {
    const months: WaitingMonth[] = [];
    let [atRisk, survival, incidence, denominator] = [0, 1n, 0n, 1n];
    for (const [month, { first, past, housed, left }] of tallies) {
        atRisk += first - past;
        if (housed + left === 0) continue;
        const risk = BigInt(atRisk);
        incidence = incidence * risk + survival * BigInt(housed);
        survival *= BigInt(atRisk - housed - left);
        denominator *= risk;
        months.push({ months: month, atRisk, housed, left, probability: { n: incidence, d: denominator } });
    }
    return months;
}

/** The waiting of a rule set, or of the record: incidence, and quartiles of the seniority at housing beside it. */
export function waitingOutcome(ruleSet: string, waits: readonly Wait[], seniorities: readonly number[]): WaitingOutcome {
    const incidence = cumulativeIncidence(waits).map(({ probability, ...month }) => ({ ...month, probability: toFraction(rounded(probability)) }));
    const sorted = [...seniorities].sort((a, b) => a - b);
    if (sorted.length === 0) return { ruleSet, incidence };
    const quarter = (quarters: number): number => nearestRank(sorted, rational(quarters, 4)) ?? 0;
    return {
        ruleSet,
        incidence,
        seniorityAtHousing: { q1: quarter(1), median: quarter(2), q3: quarter(3) },
    };
}

/** To the nearest millionth, without reducing numbers of thousands of digits. */
function rounded({ n, d }: WaitingMonth['probability']): Rational {
    const scale = 10n ** BigInt(PLACES + 1);
    return roundTo(rational((n * scale) / d, scale), PLACES, 'proche');
}
