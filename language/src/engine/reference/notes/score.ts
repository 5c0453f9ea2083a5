import type { Anomaly } from '../../result.js';
import { combine, finish, twoHold } from './combine.js';
import type { Holding } from '../expressions/context.js';
import type { CriterionRecord } from './evaluate-criterion.js';
import type { LoadedGroup, LoadedItem, LoadedScoring } from '../policy/loaded-scoring.js';
import { NOTHING, type Outcome } from './outcome.js';
import { leftOf, setAsideBy, type SetAside } from './set-aside.js';
import type { BothNotes } from './verify-criterion.js';

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

/** Which of the two notes. */
export type Which = keyof BothNotes;

/** With the facts as they are, with missing facts open to any value, or with criteria that read the letting giving nothing. */
export type Look = 'closed' | 'open' | 'fixed';

/** The criteria of a scoring evaluated, and what of them the demand alone decides. */
export interface Candidate {
    readonly scoring: LoadedScoring;
    /** By position; none is left out. */
    readonly records: readonly (CriterionRecord | undefined)[];
    readonly part: DemandPart;
}

/** What a scoring comes to for a demand whatever the letting is: worked out once, while it holds. */
export interface DemandPart {
    readonly holding: Holding;
    /** By position; nothing for criteria that read the letting. */
    readonly records: readonly (CriterionRecord | undefined)[];
    /** Groups that no letting reaches, and who is set aside, as they have been asked. */
    readonly worked: Map<`${Look} ${Which}`, WorkedOut>;
}

interface WorkedOut {
    readonly groups: Map<LoadedGroup, ScoredGroup>;
    aside?: SetAside;
}

/** What a criterion gives under a look, before any combination. */
export function outcomeOfCriterion({ scoring, records }: Candidate, position: number, look: Look, which: Which): Outcome {
    if (look === 'fixed' && scoring.criteria[position]?.letting === true) return NOTHING;
    return records[position]?.[look === 'open' ? 'open' : 'closed'][which] ?? NOTHING;
}

/** The total of a scoring, or of a group inside it: exclusions first, then each group from the inside out. */
export function scoreOf(candidate: Candidate, look: Look, which: Which, group = candidate.scoring.group): ScoredGroup {
    const key = `${look} ${which}` as const;
    const worked: WorkedOut = candidate.part.worked.get(key) ?? { groups: new Map() };
    const known = worked.groups.get(group);
    if (known !== undefined) return known;
    candidate.part.worked.set(key, worked);
    const outcome = (position: number): Outcome => outcomeOfCriterion(candidate, position, look, which);
    const aside = asideIn(candidate, worked, outcome);
    return scoreGroup(group, {
        candidate,
        worked,
        outcome: aside === undefined ? outcome : (position) => leftOf(outcome(position), aside.get(position) ?? false),
    });
}

/** The groups whose promise to hold one criterion at most is broken. */
export function brokenPromises({ group, items }: ScoredGroup): readonly Anomaly[] {
    const inside = items.flatMap(({ scored }) => (scored === undefined ? [] : brokenPromises(scored)));
    const outcomes = items.map((item) => item.outcome);
    return twoHold(group.combination, outcomes) ? [{ kind: 'two-criteria-hold', name: group.name, at: group.at }, ...inside] : inside;
}

function asideIn({ scoring }: Candidate, worked: WorkedOut, outcome: (position: number) => Outcome): SetAside {
    if (scoring.excluders.size === 0) return undefined;
    if (worked.aside !== undefined) return worked.aside;
    const aside = setAsideBy(scoring, outcome);
    if (!scoring.lettingExclusions) worked.aside = aside;
    return aside;
}

interface ScoringUnderWay {
    readonly candidate: Candidate;
    readonly worked: WorkedOut;
    /** After exclusions. */
    readonly outcome: (position: number) => Outcome;
}

function scoreGroup(group: LoadedGroup, scoring: ScoringUnderWay): ScoredGroup {
    const known = scoring.worked.groups.get(group);
    if (known !== undefined) return known;
    const items = group.items.map((item): ScoredItem => {
        if (item.kind === 'criterion') return { item, outcome: scoring.outcome(item.criterion.position) };
        const scored = scoreGroup(item.group, scoring);
        return { item, outcome: scored.total, scored };
    });
    const combined = combine(
        group.combination,
        items.map((item) => item.outcome),
    );
    const found = { group, items, combined, total: finish(group, combined) };
    const alone = !group.letting && !scoring.candidate.scoring.lettingExclusions;
    if (alone) scoring.worked.groups.set(group, found);
    return found;
}
