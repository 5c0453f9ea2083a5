import type { FactReader } from '../columns/facts.js';
import { evaluateCondition, type LoadedPolicy } from '../engine/index.js';
import type { Objective } from '../ir/policy.js';
import type { Day } from '../ir/value.js';
import { yearOf } from '../kit/civil-date.js';
import { ceil, compare, floor, fromFraction, integer, mul, rational, toFraction, ZERO, type Rational } from '../kit/exact-number.js';
import type { ObjectiveOutcome } from './model.js';
import { compareText } from './text-order.js';

/** A signed lease, as an objective looks at it: facts and tables on the day of the lease. */
export interface Lease {
    readonly demand: FactReader;
    readonly dwelling: FactReader;
    readonly day: Day;
    /** The version in force that day; without one the lease is not measured. */
    readonly loaded: LoadedPolicy | undefined;
}

/**
 * The leases of one objective, or of one year of it, by what is known of them. Base: in or unknown (those surely outside are not
 * counted). Target: reached, missed or unknown.
 */
export interface ObjectiveCount {
    readonly objective: Objective;
    readonly year: number;
    reached: number;
    missed: number;
    /** In the base, target unknown. */
    unknownTarget: number;
    /** Base unknown, by target. */
    unknownBaseReached: number;
    unknownBaseMissed: number;
    unknownBaseUnknown: number;
}

/** Measures leases with the objectives in force on their days. One outcome by objective, or by year where the threshold differs. */
export function measureObjectives(ruleSet: string, policies: readonly LoadedPolicy[], leases: Iterable<Lease>): readonly ObjectiveOutcome[] {
    const counts = new Map<string, ObjectiveCount[]>();
    for (const { policy } of policies) for (const objective of policy.objectives) if (!counts.has(objective.name)) counts.set(objective.name, []);
    for (const lease of leases) {
        for (const objective of lease.loaded?.policy.objectives ?? []) countLease(countsOf(counts, objective, lease.day), objective, lease);
    }
    const unmeasured = (name: string): Objective => policies.flatMap(({ policy }) => policy.objectives).find((objective) => objective.name === name)!;
    return [...counts].flatMap(([name, years]) => outcomesOf(ruleSet, years.length === 0 ? [emptyCount(unmeasured(name), 0)] : years));
}

function countsOf(counts: Map<string, ObjectiveCount[]>, objective: Objective, day: Day): ObjectiveCount {
    const years = counts.get(objective.name) ?? [];
    counts.set(objective.name, years);
    const year = yearOf(day);
    const known = years.find((count) => count.year === year);
    if (known !== undefined) return known;
    const count = emptyCount(objective, year);
    years.push(count);
    return count;
}

function emptyCount(objective: Objective, year: number): ObjectiveCount {
    return { objective, year, reached: 0, missed: 0, unknownTarget: 0, unknownBaseReached: 0, unknownBaseMissed: 0, unknownBaseUnknown: 0 };
}

function countLease(count: ObjectiveCount, { base, target }: Objective, { demand, dwelling, day, loaded }: Lease): void {
    if (loaded === undefined) return;
    const subject = { demand, dwelling, day, leaseDay: day };
    const inBase = base === undefined ? 'true' : evaluateCondition(loaded, base, subject).truth;
    if (inBase === 'false') return;
    const { truth } = evaluateCondition(loaded, target, subject);
    if (inBase === 'true') count[truth === 'true' ? 'reached' : truth === 'false' ? 'missed' : 'unknownTarget'] += 1;
    else count[truth === 'true' ? 'unknownBaseReached' : truth === 'false' ? 'unknownBaseMissed' : 'unknownBaseUnknown'] += 1;
}

/** One outcome for all years when their thresholds are the same, else one a year. */
function outcomesOf(ruleSet: string, years: readonly ObjectiveCount[]): readonly ObjectiveOutcome[] {
    const sorted = [...years].sort((a, b) => a.year - b.year);
    const thresholds = sorted.map(({ objective, year }) => thresholdOf(objective, year));
    if (thresholds.every((threshold) => compare(threshold, thresholds[0]!) === 0)) return [outcomeOf(ruleSet, sorted.reduce(merge), thresholds[0]!)];
    return sorted.map((count, place) => ({ ...outcomeOf(ruleSet, count, thresholds[place]!), year: count.year }));
}

function merge(a: ObjectiveCount, b: ObjectiveCount): ObjectiveCount {
    return {
        objective: b.objective,
        year: b.year,
        reached: a.reached + b.reached,
        missed: a.missed + b.missed,
        unknownTarget: a.unknownTarget + b.unknownTarget,
        unknownBaseReached: a.unknownBaseReached + b.unknownBaseReached,
        unknownBaseMissed: a.unknownBaseMissed + b.unknownBaseMissed,
        unknownBaseUnknown: a.unknownBaseUnknown + b.unknownBaseUnknown,
    };
}

/** The share of the year, where the act gives one for it. */
export function thresholdOf({ share, trajectory }: Objective, year: number): Rational {
    return fromFraction(trajectory.find((step) => step.year === year)?.share ?? share) ?? ZERO;
}

/** The verdict on a count: sure when the leases that cannot be told could not change it. */
export function outcomeOf(ruleSet: string, count: ObjectiveCount, threshold: Rational): ObjectiveOutcome {
    const { objective, reached, missed } = count;
    const denominator = reached + missed;
    const unknown = count.unknownTarget + count.unknownBaseReached + count.unknownBaseMissed + count.unknownBaseUnknown;
    const wanted = mul(threshold, integer(denominator));
    const due = objective.sense === 'at-least' ? Number(ceil(wanted)) - reached : reached - Number(floor(wanted));
    return {
        objective: objective.name,
        label: objective.label ?? objective.name,
        ruleSet,
        sense: objective.sense,
        threshold: toFraction(threshold),
        numerator: reached,
        denominator,
        unknown,
        verdict: denominator + unknown === 0 ? 'no-base' : verdictOf(count, threshold),
        due: Math.max(0, due),
        text: objective.text,
        references: objective.references.map(({ text }) => text).sort(compareText),
    };
}

/** The share lies between the two that the unknown leases make when all of them go one way, then the other. */
function verdictOf(count: ObjectiveCount, threshold: Rational): ObjectiveOutcome['verdict'] {
    const { reached, missed, unknownTarget } = count;
    const least = shareOf(reached, missed + unknownTarget + count.unknownBaseMissed + count.unknownBaseUnknown);
    const most = shareOf(reached + unknownTarget + count.unknownBaseReached + count.unknownBaseUnknown, missed);
    const atLeast = count.objective.sense === 'at-least';
    const [worst, best] = atLeast ? [least, most] : [most, least];
    if (worst === undefined || best === undefined) return 'unsure';
    const meets = (share: Rational): boolean => (atLeast ? compare(share, threshold) >= 0 : compare(share, threshold) <= 0);
    if (meets(worst) === meets(best)) return meets(worst) ? 'met' : 'missed';
    return 'unsure';
}

function shareOf(reached: number, missed: number): Rational | undefined {
    return reached + missed === 0 ? undefined : rational(reached, reached + missed);
}
