import type { GroupOutcome } from '@bareme/language/replay';
import { bandText } from './amounts.js';
import { publishColumn, SMALLEST_CELL, type PublishedCount } from './suppression.js';

/** A group of households with what may be published of it. */
export interface PublishedGroup {
    /** The word of the data, and its label. */
    readonly group: string;
    readonly label: string;
    /** The label of its breakdown. */
    readonly breakdown: string;
    readonly demands: PublishedCount;
    readonly onlyBaseline: PublishedCount;
    readonly onlyOther: PublishedCount;
    /** Absent when one of the two counts is masked. */
    readonly balance?: number;
}

/** A group whose counts are all published. */
export interface TellingGroup extends PublishedGroup {
    readonly onlyBaseline: number;
    readonly onlyOther: number;
    readonly balance: number;
}

/** What a group is set in order by. */
type Ordered = Pick<GroupOutcome, 'group' | 'demands'>;

/** Groups by breakdown, in the order of the report. */
export function breakdowns(groups: readonly GroupOutcome[]): readonly (readonly GroupOutcome[])[] {
    const byBreakdown = new Map<string, GroupOutcome[]>();
    for (const group of groups) byBreakdown.set(group.breakdown, [...(byBreakdown.get(group.breakdown) ?? []), group]);
    return [...byBreakdown.values()].map((of) => [...of].sort(compareGroups));
}

/** Numbers and bands by size, yes before no, absences last; other words by the number of their demands. */
export function compareGroups(a: Ordered, b: Ordered): number {
    const [left, right] = [rankOf(a.group), rankOf(b.group)];
    return left.kind - right.kind || left.place - right.place || b.demands - a.demands || (a.group < b.group ? -1 : 1);
}

const PLACES = new Map([
    ['oui', 1],
    ['non', 2],
    ['sans objet', 3],
    ['inconnu', 4],
]);

function rankOf(group: string): { readonly kind: number; readonly place: number } {
    const place = PLACES.get(group);
    if (place !== undefined) return { kind: 2, place };
    const number = /^[A-Z]?(\d+)/.exec(group);
    return number === null ? { kind: 1, place: 0 } : { kind: 0, place: Number(number[1]) };
}

/** True of a breakdown by yes and no. */
export function isYesNo(groups: readonly Pick<GroupOutcome, 'group'>[]): boolean {
    return groups.every(({ group }) => PLACES.has(group)) && groups.some(({ group }) => group === 'oui' || group === 'non');
}

/** The groups of one breakdown, column by column; a group of fewer than 11 demands says nothing of its lettings either. */
export function publishGroups(groups: readonly GroupOutcome[]): readonly PublishedGroup[] {
    const demands = publishColumn(groups.map((group) => group.demands));
    const hidden = new Set(groups.flatMap((group, index) => (group.demands < SMALLEST_CELL ? [index] : [])));
    const onlyBaseline = publishColumn(
        groups.map((group) => group.onlyBaseline),
        hidden,
    );
    const onlyOther = publishColumn(
        groups.map((group) => group.onlyOther),
        hidden,
    );
    return groups.map((group, index) => {
        const before = onlyBaseline[index] ?? 'masked';
        const after = onlyOther[index] ?? 'masked';
        return {
            group: group.group,
            label: groupLabel(group),
            breakdown: readable(group.breakdownLabel),
            demands: demands[index] ?? 'masked',
            onlyBaseline: before,
            onlyOther: after,
            ...(before === 'masked' || after === 'masked' ? {} : { balance: after - before }),
        };
    });
}

const BAND = /^(\d+)-(\d*)$/;

/** The label of a group; seniority bands are codes (`12-23`, `120-`), worded here. */
export function groupLabel({ breakdown, group, groupLabel: label, band: amounts }: Pick<GroupOutcome, 'breakdown' | 'group' | 'groupLabel' | 'band'>): string {
    if (amounts !== undefined) return bandText(amounts);
    const band = breakdown === 'ancienneté' ? BAND.exec(group) : null;
    if (band === null) return label === '' ? 'sans indication' : readable(label);
    const [, low = '', high = ''] = band;
    return high === '' ? `${low} mois et plus` : `de ${low} à ${high} mois`;
}

/** A name of the language as words: `public_prioritaire` has no label of its own. */
export function readable(name: string): string {
    const words = /^[\p{L}\p{N}_]+$/u.test(name) ? name.replace(/_/g, ' ') : name;
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A group in the words of a sentence: « Public prioritaire », « Personnes à loger : 2 ». */
export function groupName({ breakdown, label, group }: PublishedGroup): string {
    return group === 'oui' ? breakdown : `${breakdown} : ${label}`;
}

/**
 * The groups whose balance stands furthest from an even split, strongest first: the square of the balance over the households
 * concerned, since 10 out of 20 says more than 10 out of 1,000. « Non », absences, and a second group of the same counts say nothing.
 */
export function strongestGroups(groups: readonly GroupOutcome[]): readonly TellingGroup[] {
    const telling = breakdowns(groups).flatMap(publishGroups).filter(isTelling);
    const sorted = [...telling].sort((a, b) => strengthOf(b) - strengthOf(a));
    const seen = new Set<string>();
    return sorted.filter(({ onlyBaseline, onlyOther }) => {
        const key = `${onlyBaseline} ${onlyOther}`;
        const repeated = seen.has(key);
        seen.add(key);
        return !repeated;
    });
}

function isTelling(group: PublishedGroup): group is TellingGroup {
    return group.balance !== undefined && group.balance !== 0 && !VAGUE_GROUPS.has(group.group);
}

const VAGUE_GROUPS = new Set(['inconnu', 'sans objet', 'non', '']);

function strengthOf({ onlyBaseline, onlyOther, balance }: TellingGroup): number {
    return (balance * balance) / (onlyBaseline + onlyOther);
}
