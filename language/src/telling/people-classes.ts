import type { Comparison, GroupOutcome, ReplicatedGroup, Replications } from '../replay/index.js';
import { fromFraction } from '../kit/exact-number.js';
import { readable } from './words/french.js';
import { groupWords, orderOf } from './words/group-words.js';
import { keepsBack, leaseTelling } from './lease-words.js';
import { groupUntilSafe, outToTens, toTheTen } from './protect.js';
import type { Edition } from './telling.js';

/** One class of households under one variant, as it may be told. */
export interface PeopleClass {
    readonly breakdown: string;
    readonly breakdownLabel: string;
    /** « Public prioritaire », « Personnes à loger : 2 à 3 personnes ». */
    readonly name: string;
    readonly groups: readonly GroupOutcome[];
    /** Open at some time; housed only under the baseline; only under the variant: to the nearest ten where the telling is shareable. */
    readonly demands: number;
    readonly losses: number;
    readonly gains: number;
    /** Housed under the baseline, under the variant: a mean over the draws where there are several. */
    readonly housedBefore: number;
    readonly housedAfter: number;
    /** Gains less losses over the draws; one draw: the same thrice. */
    readonly balance: { readonly low: number; readonly middle: number; readonly high: number };
    /** The draws do not tell a gain from a loss. */
    readonly unsure: boolean;
}

/**
 * The classes of a comparison by breakdown. Where the telling is shareable they are put together until no count from 1 to 10 households
 * is told or can be worked out, and counts are to the nearest ten; a breakdown that says nothing then is left out.
 */
export function peopleClasses(comparison: Comparison, replications: Replications | undefined, edition: Edition): readonly PeopleClass[] {
    // Where the whole may not be told, its parts may not: too few are moved, or too few are not.
    if (keepsBack(leaseTelling(comparison, edition))) return [];
    const replicated = replications?.comparisons.find(({ ruleSet }) => ruleSet === comparison.ruleSet)?.groups ?? [];
    return byBreakdown(comparison.groups).flatMap((groups) => {
        const counted = [...groups].sort(compareGroups).map((group) => ({
            of: [group],
            counts: [group.demands, group.onlyBaseline, group.onlyOther, group.both + group.onlyBaseline, group.both + group.onlyOther],
        }));
        const safe = edition === 'shareable' ? groupUntilSafe(counted) : counted;
        return safe.map(({ of, counts: [demands = 0, losses = 0, gains = 0] }) =>
            classOf(of, { demands, losses, gains }, { replicated, edition, draws: replicated.length === 0 ? 1 : (replications?.seeds.length ?? 1) }),
        );
    });
}

function byBreakdown(groups: readonly GroupOutcome[]): readonly (readonly GroupOutcome[])[] {
    const found = new Map<string, GroupOutcome[]>();
    for (const group of groups) found.set(group.breakdown, [...(found.get(group.breakdown) ?? []), group]);
    return [...found.values()];
}

function compareGroups(a: GroupOutcome, b: GroupOutcome): number {
    const [left, right] = [orderOf(a.group), orderOf(b.group)];
    return left.kind - right.kind || left.place - right.place || b.demands - a.demands || (a.group < b.group ? -1 : 1);
}

/** Households housed under each rule set: a mean over the draws. */
function housedOf(groups: readonly GroupOutcome[], replicated: readonly ReplicatedGroup[], draws: number): readonly [before: number, after: number] {
    const counts = groups.map((group) => replicated.find((other) => other.breakdown === group.breakdown && other.group === group.group)?.totals ?? group);
    const mean = (of: 'onlyBaseline' | 'onlyOther'): number => Math.round(counts.reduce((sum, count) => sum + count.both + count[of], 0) / draws);
    return [mean('onlyBaseline'), mean('onlyOther')];
}

interface Counts {
    readonly demands: number;
    readonly losses: number;
    readonly gains: number;
}

function classOf(
    groups: readonly GroupOutcome[],
    { demands, losses, gains }: Counts,
    { replicated, edition, draws }: { readonly replicated: readonly ReplicatedGroup[]; readonly edition: Edition; readonly draws: number },
): PeopleClass {
    const [first] = groups as readonly [GroupOutcome];
    const exact = balanceOf(groups, gains - losses, replicated);
    const [before, after] = housedOf(groups, replicated, draws);
    const shown = edition === 'internal' ? (count: number): number => count : toTheTen;
    const told = { demands: shown(demands), losses: shown(losses), gains: shown(gains), housedBefore: shown(before), housedAfter: shown(after) };
    const middle = told.gains - told.losses;
    const [low, high] = replicated.length === 0 ? [middle, middle] : edition === 'internal' ? [exact.low, exact.high] : outToTens(exact.low, exact.high);
    const balance = { low: Math.min(low, middle), middle, high: Math.max(high, middle) };
    return {
        breakdown: first.breakdown,
        breakdownLabel: readable(first.breakdownLabel),
        name: groupWords(groups),
        groups,
        ...told,
        balance,
        unsure: balance.low <= 0 && balance.high >= 0,
    };
}

/** Classes put together add up their ends: wider than what the draws would give, never narrower. */
function balanceOf(groups: readonly GroupOutcome[], single: number, replicated: readonly ReplicatedGroup[]): { readonly low: number; readonly high: number } {
    const spreads = groups.map(({ breakdown, group }) => replicated.find((other) => other.breakdown === breakdown && other.group === group)?.balance);
    if (spreads.some((spread) => spread === undefined)) return { low: single, high: single };
    const sum = (of: 'low' | 'high'): number => spreads.reduce((all, spread) => all + whole(spread?.[of]), 0);
    return { low: sum('low'), high: sum('high') };
}

function whole(value: string | undefined): number {
    const exact = value === undefined ? undefined : fromFraction(value);
    return exact === undefined ? 0 : Number(exact.n / exact.d);
}
