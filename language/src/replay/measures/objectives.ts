import type { Program } from '../../engine/index.js';
import type { Objective } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import { yearOf } from '../../kit/civil-date.js';
import { ceil, compare, floor, fromFraction, integer, mul, rational, roundTo, toFraction, ZERO, type Rational } from '../../kit/exact-number.js';
import { wordOf } from '../flux/fact-word.js';
import { isCounted, standingIn, type Lease, type MeasuredLease } from './lease.js';
import type { ObjectiveOutcome } from '../contract/report.js';
import { compareText, sortedTexts } from '../../kit/text-order.js';

/**
 * The leases of one objective in one year, or over its rolling months, and of one value of the fact that tells them apart, by what is
 * known of them. Base: in or unknown (those surely outside are not counted). Target: reached, missed or unknown.
 */
interface ObjectiveCount {
    readonly objective: Objective;
    readonly year: number;
    /** Of an objective `by` a fact: its value; absent where the dwelling does not say. */
    readonly group?: string;
    reached: number;
    /** Of those that reach it, known to be of the target itself, and not by default. */
    first: number;
    missed: number;
    /** In the base, target unknown. */
    unknownTarget: number;
    /** Base unknown, by target. */
    unknownBaseReached: number;
    unknownBaseMissed: number;
    unknownBaseUnknown: number;
}

/**
 * Measures leases with the objectives in force on their days. One outcome by objective, by group where it has some, and by year where
 * the threshold differs. Rolling months are the last ones until `end`: leases signed before or after are not counted.
 */
export function measureObjectives(ruleSet: string, policies: readonly Program[], leases: Iterable<MeasuredLease>, end: Day): readonly ObjectiveOutcome[] {
    const counts = new Map<string, ObjectiveCount[]>();
    for (const { policy } of policies) for (const objective of policy.objectives) if (!counts.has(objective.name)) counts.set(objective.name, []);
    for (const lease of leases) {
        for (const objective of lease.loaded?.policy.objectives ?? []) {
            if (isCounted(objective, lease, end)) countLease(countsOf(counts, objective, lease, end), objective, lease);
        }
    }
    const declared = policies.flatMap(({ policy }) => policy.objectives);
    return [...counts].flatMap(([name, found]) => {
        const objective = declared.find((one) => one.name === name);
        const measured = found.length === 0 && objective !== undefined ? [emptyCount(objective, yearOf(end))] : found;
        const groups = sortedTexts(new Set(measured.map(groupKey)));
        return groups.flatMap((group) =>
            outcomesOf(
                ruleSet,
                measured.filter((count) => groupKey(count) === group),
            ),
        );
    });
}

/** Groups in the order of their names, the leases without one first. */
function groupKey({ group }: ObjectiveCount): string {
    return group === undefined ? '' : `= ${group}`;
}

function countsOf(counts: Map<string, ObjectiveCount[]>, objective: Objective, { day, dwelling }: Lease, end: Day): ObjectiveCount {
    const found = counts.get(objective.name) ?? [];
    counts.set(objective.name, found);
    const year = yearOf(objective.months === undefined ? day : end);
    const group = objective.by === undefined ? undefined : wordOf(dwelling.fact(objective.by.name));
    const known = found.find((count) => count.year === year && count.group === group);
    if (known !== undefined) return known;
    const count = emptyCount(objective, year, group);
    found.push(count);
    return count;
}

function emptyCount(objective: Objective, year: number, group?: string): ObjectiveCount {
    const none = { reached: 0, first: 0, missed: 0, unknownTarget: 0, unknownBaseReached: 0, unknownBaseMissed: 0, unknownBaseUnknown: 0 };
    return { objective, year, ...(group === undefined ? {} : { group }), ...none };
}

function countLease(count: ObjectiveCount, objective: Objective, lease: MeasuredLease): void {
    const { inBase, first, truth } = standingIn(lease, objective);
    if (inBase === 'false') return;
    if (inBase === 'true' && first === 'true') count.first += 1;
    if (inBase === 'true') count[truth === 'true' ? 'reached' : truth === 'false' ? 'missed' : 'unknownTarget'] += 1;
    else count[truth === 'true' ? 'unknownBaseReached' : truth === 'false' ? 'unknownBaseMissed' : 'unknownBaseUnknown'] += 1;
}

/** One outcome a civil year, since that is what a threshold speaks of; one of all of them where the objective counts its last months. */
function outcomesOf(ruleSet: string, years: readonly ObjectiveCount[]): readonly ObjectiveOutcome[] {
    const sorted = [...years].sort((a, b) => a.year - b.year);
    return sorted.map((count) => {
        const { objective, year } = count;
        return { ...outcomeOf(ruleSet, count, thresholdOf(objective, year)), ...(objective.months === undefined ? { year } : {}) };
    });
}

/** The amount of the year, where the act gives one for it. */
function thresholdOf({ amount, trajectory }: Objective, year: number): Rational {
    return fromFraction(trajectory.find((step) => step.year === year)?.amount ?? amount) ?? ZERO;
}

/** The verdict on a count: sure when the leases that cannot be told could not change it. */
function outcomeOf(ruleSet: string, count: ObjectiveCount, threshold: Rational): ObjectiveOutcome {
    const { objective, group, reached, missed } = count;
    const denominator = reached + missed;
    const unknown = count.unknownTarget + count.unknownBaseReached + count.unknownBaseMissed + count.unknownBaseUnknown;
    const wanted = wantedOf(objective, threshold, denominator);
    const due = objective.sense === 'at-least' ? Number(ceil(wanted)) - reached : reached - Number(floor(wanted));
    return {
        objective: objective.name,
        label: objective.label ?? objective.name,
        ruleSet,
        ...(objective.by === undefined ? {} : { by: { fact: objective.by.name, ...(group === undefined ? {} : { value: group }) } }),
        ...(objective.months === undefined ? {} : { months: objective.months }),
        sense: objective.sense,
        counted: objective.counted,
        threshold: toFraction(threshold),
        numerator: reached,
        ...(objective.fallback === undefined ? {} : { first: count.first }),
        denominator,
        unknown,
        verdict: denominator + unknown === 0 && objective.counted === 'share' ? 'no-base' : verdictOf(count, threshold),
        due: Math.max(0, due),
        text: objective.text,
        references: objective.references.map(({ text }) => text).sort(compareText),
    };
}

/** The leases that the threshold comes to on so many of the base, rounded where the objective says so. */
export function wantedOf({ counted, rounding }: Pick<Objective, 'counted' | 'rounding'>, threshold: Rational, denominator: number): Rational {
    if (counted === 'leases') return threshold;
    const wanted = mul(threshold, integer(denominator));
    const step = rounding?.findLast(({ from }) => from <= denominator);
    return step === undefined ? wanted : roundTo(wanted, 0, step.direction);
}

/**
 * Same, of a share that is rounded: as the number wanted does not follow the size of the base, met or missed whatever it is among those
 * that the unknown leases may make.
 */
function verdictOfRounded(count: ObjectiveCount, threshold: Rational): ObjectiveOutcome['verdict'] {
    const { objective, reached, missed, unknownTarget, unknownBaseReached, unknownBaseMissed, unknownBaseUnknown } = count;
    const least = reached + missed + unknownTarget;
    const most = least + unknownBaseReached + unknownBaseMissed + unknownBaseUnknown;
    const wanted = Array.from({ length: most - least + 1 }, (_, place) => wantedOf(objective, threshold, least + place)).sort(compare);
    const [low, high] = [wanted[0] ?? ZERO, wanted.at(-1) ?? ZERO];
    const [fewest, greatest] = [integer(reached), integer(reached + unknownTarget + unknownBaseReached + unknownBaseUnknown)];
    if (objective.sense === 'at-least') return compare(fewest, high) >= 0 ? 'met' : compare(greatest, low) < 0 ? 'missed' : 'unsure';
    return compare(greatest, low) <= 0 ? 'met' : compare(fewest, high) > 0 ? 'missed' : 'unsure';
}

/** What is measured lies between the two figures that the unknown leases make when all of them go one way, then the other. */
function verdictOf(count: ObjectiveCount, threshold: Rational): ObjectiveOutcome['verdict'] {
    if (count.objective.rounding !== undefined) return verdictOfRounded(count, threshold);
    const atLeast = count.objective.sense === 'at-least';
    const [least, most] = extremesOf(count);
    const [worst, best] = atLeast ? [least, most] : [most, least];
    if (worst === undefined || best === undefined) return 'unsure';
    const meets = (figure: Rational): boolean => (atLeast ? compare(figure, threshold) >= 0 : compare(figure, threshold) <= 0);
    if (meets(worst) === meets(best)) return meets(worst) ? 'met' : 'missed';
    return 'unsure';
}

function extremesOf(count: ObjectiveCount): readonly [least: Rational | undefined, most: Rational | undefined] {
    const { objective, reached, missed, unknownTarget, unknownBaseReached, unknownBaseMissed, unknownBaseUnknown } = count;
    const perhaps = unknownTarget + unknownBaseReached + unknownBaseUnknown;
    if (objective.counted === 'leases') return [integer(reached), integer(reached + perhaps)];
    return [shareOf(reached, missed + unknownTarget + unknownBaseMissed + unknownBaseUnknown), shareOf(reached + perhaps, missed)];
}

function shareOf(reached: number, missed: number): Rational | undefined {
    return reached + missed === 0 ? undefined : rational(reached, reached + missed);
}
