import type { Fraction } from '../ir/value.js';
import { compare, integer, nearestRank, rational, toFraction, ZERO, type Rational } from '../kit/exact-number.js';
import type { GroupCounts, GroupOutcome } from './contract/group-outcome.js';
import type { Comparison, ObjectiveOutcome, ReplayReport } from './contract/report.js';
import { isSameObjective, nameOfObjective } from './contract/objective-name.js';
import type { Groundwork } from './contract/groundwork.js';
import type { ReplicatedComparison, ReplicatedObjective, Replications, Spread } from './contract/replicated.js';

/** What is kept of each replication. */
export type ReplicationFigures = Pick<ReplayReport, 'objectives' | 'comparisons'>;

/** Beyond the first, a replication reads no record and ranks no demand apart from dwellings: its figures do not use them. */
export const NO_RECORD: Groundwork = { record: { ranks: [], inPool: undefined }, places: [] };

/** The seeds of so many replications: the one given and those that follow it, modulo 2^32. */
export function replicationSeeds(seed: number, count: number): readonly number[] {
    return Array.from({ length: count }, (_, place) => (seed + place) % 0x1_0000_0000);
}

/** The figures of the replications together, those of the first seed first. At least one is given. */
export function replicationsOf(seeds: readonly number[], replications: readonly ReplicationFigures[]): Replications {
    const [first, ...others] = replications as readonly [ReplicationFigures, ...ReplicationFigures[]];
    return {
        seeds,
        objectives: first.objectives.map((outcome) => replicatedObjective(outcome, [first, ...others])),
        comparisons: first.comparisons.map((comparison) => replicatedComparison(comparison, [first, ...others])),
    };
}

function replicatedObjective(outcome: ObjectiveOutcome, replications: readonly ReplicationFigures[]): ReplicatedObjective {
    const same = replications.flatMap(({ objectives }) => objectives.filter((other) => isSameObjective(other, outcome)));
    const figures = same.flatMap((each) => figureOf(each) ?? []);
    return {
        ...nameOfObjective(outcome),
        ...(figures.length === 0 ? {} : { figure: spreadOf(figures) }),
        met: same.filter(({ verdict }) => verdict === 'met').length,
        unsure: same.filter(({ verdict }) => verdict === 'unsure').length,
        measured: figures.length,
    };
}

function figureOf({ counted, numerator, denominator }: ObjectiveOutcome): Rational | undefined {
    if (counted === 'leases') return integer(numerator);
    return denominator === 0 ? undefined : rational(numerator, denominator);
}

function replicatedComparison(comparison: Comparison, replications: readonly ReplicationFigures[]): ReplicatedComparison {
    const { ruleSet, baseline } = comparison;
    const same = replications.flatMap(({ comparisons }) => comparisons.filter((other) => other.ruleSet === ruleSet));
    const spread = (count: (each: Comparison) => number): Spread => spreadOf(same.map((each) => integer(count(each))));
    return {
        ruleSet,
        baseline,
        firstChanged: spread((each) => each.firstChanged),
        onlyBaseline: spread((each) => each.onlyBaseline),
        onlyOther: spread((each) => each.onlyOther),
        groups: comparison.groups.map(({ breakdown, breakdownLabel, group, groupLabel }) => {
            const own = (each: Comparison): GroupOutcome | undefined => each.groups.find((other) => other.breakdown === breakdown && other.group === group);
            return {
                breakdown,
                breakdownLabel,
                group,
                groupLabel,
                balance: spread((each) => (own(each)?.onlyOther ?? 0) - (own(each)?.onlyBaseline ?? 0)),
                affected: spread((each) => (own(each)?.onlyOther ?? 0) + (own(each)?.onlyBaseline ?? 0)),
                totals: totalsOf(same.flatMap((each) => own(each) ?? [])),
            };
        }),
    };
}

function totalsOf(groups: readonly GroupCounts[]): GroupCounts {
    const total = (count: keyof GroupCounts): number => groups.reduce((sum, group) => sum + group[count], 0);
    return {
        demands: total('demands'),
        onlyBaseline: total('onlyBaseline'),
        onlyOther: total('onlyOther'),
        both: total('both'),
        sooner: total('sooner'),
        later: total('later'),
    };
}

function spreadOf(values: readonly Rational[]): Spread {
    const sorted = [...values].sort(compare);
    const at = (twentieths: number): Fraction => toFraction(nearestRank(sorted, rational(twentieths, 20)) ?? ZERO);
    return { low: at(1), median: at(10), high: at(19) };
}
