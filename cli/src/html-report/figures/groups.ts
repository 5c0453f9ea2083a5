import type { GroupOutcome } from '@bareme/language/replay';
import { bandText } from './amounts.js';

/** What a group is set in order by. */
type Ordered = Pick<GroupOutcome, 'group' | 'demands'>;

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
