import type { Anomaly } from '../result.js';
import { combine, finish, twoHold } from './combine.js';
import type { LoadedGroup, LoadedItem, LoadedScoring } from './loaded-policy.js';
import { NOTHING, type Outcome } from './outcome.js';
import { applyExclusions } from './set-aside.js';

/** Outcomes of the criteria of a scoring, by position, before any combination. */
export type CriterionOutcomes = readonly Outcome[];

/** A group with what each of its items came to: enough to say why. */
export interface ScoredGroup {
    readonly group: LoadedGroup;
    readonly items: readonly ScoredItem[];
    /** The combination of the items, then the same with increase and limits. */
    readonly combined: Outcome;
    readonly total: Outcome;
}

export interface ScoredItem {
    readonly item: LoadedItem;
    readonly outcome: Outcome;
    /** Of a rubric. */
    readonly scored?: ScoredGroup;
}

/** The total of a scoring from the outcomes of its criteria: exclusions first, then each group from the inside out. */
export function scoreOf(scoring: LoadedScoring, outcomes: CriterionOutcomes): ScoredGroup {
    return scoreGroup(scoring.group, applyExclusions(scoring, outcomes));
}

/** The groups whose promise to hold one criterion at most is broken. */
export function brokenPromises({ group, items }: ScoredGroup): readonly Anomaly[] {
    const inside = items.flatMap(({ scored }) => (scored === undefined ? [] : brokenPromises(scored)));
    const broken = twoHold(
        group.combination,
        items.map((item) => item.outcome),
    );
    return broken ? [{ kind: 'two-criteria-hold', name: group.name, at: group.at }, ...inside] : inside;
}

function scoreGroup(group: LoadedGroup, outcomes: CriterionOutcomes): ScoredGroup {
    const items = group.items.map((item): ScoredItem => {
        if (item.kind === 'criterion') return { item, outcome: outcomes[item.criterion.position] ?? NOTHING };
        const scored = scoreGroup(item.group, outcomes);
        return { item, outcome: scored.total, scored };
    });
    const combined = combine(
        group.combination,
        items.map((item) => item.outcome),
    );
    return { group, items, combined, total: finish(group, combined) };
}
