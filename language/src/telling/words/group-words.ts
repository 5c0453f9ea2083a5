import { absurd } from '../../kit/absurd.js';
import { formatFrench, fromFraction, rational } from '../../kit/exact-number.js';
import type { Fraction } from '../../ir/value.js';
import type { AmountBand, GroupOutcome } from '../../replay/index.js';
import { enumerate, pointsText, readable } from './french.js';

const PLACES = new Map([
    ['oui', 1],
    ['non', 2],
    ['sans objet', 3],
    ['inconnu', 4],
]);

/** What a class is set in order by: numbers and bands by size, then words, yes before no, absences last. */
export function orderOf(group: string): { readonly kind: number; readonly place: number } {
    const place = PLACES.get(group);
    if (place !== undefined) return { kind: 2, place };
    const number = /^[A-Z]?(\d+)/.exec(group);
    return number === null ? { kind: 1, place: 0 } : { kind: 0, place: Number(number[1]) };
}

/** Classes in the words of a sentence: « Public prioritaire », « Personnes à loger : 2 personnes ou 3 personnes ». */
export function groupWords(groups: readonly GroupOutcome[]): string {
    const [first] = groups;
    if (first === undefined) return '';
    const breakdown = readable(first.breakdownLabel);
    const band = wholeBand(groups);
    if (band !== undefined) return `${breakdown} : ${bandWords(band)}`;
    return groups.length === 1 && first.group === 'oui' ? breakdown : `${breakdown} : ${enumerate(groups.map(classWords), 'ou')}`;
}

/** Bands that follow each other are one: from the lower end of the first to the upper end of the last. */
function wholeBand(groups: readonly GroupOutcome[]): AmountBand | undefined {
    const sorted = [...groups].sort((a, b) => orderOf(a.group).place - orderOf(b.group).place);
    const [first, last] = [sorted[0]?.band, sorted.at(-1)?.band];
    const follow = sorted.every(({ band }, place) => band !== undefined && (place === 0 || band.above === sorted[place - 1]?.band?.upTo));
    if (first === undefined || last === undefined || !follow) return undefined;
    return { type: first.type, ...(first.above === undefined ? {} : { above: first.above }), ...(last.upTo === undefined ? {} : { upTo: last.upTo }) };
}

const BAND = /^(\d+)-(\d*)$/;

/** One class: seniority bands and amounts are codes, worded here. */
export function classWords({ breakdown, group, groupLabel, band }: GroupOutcome): string {
    if (band !== undefined) return bandWords(band);
    const months = breakdown === 'ancienneté' ? BAND.exec(group) : null;
    if (months === null) return groupLabel === '' ? 'sans indication' : groupLabel;
    const [, low = '', high = ''] = months;
    return high === '' ? `${low} mois et plus` : `de ${low} à ${high} mois`;
}

function bandWords({ above, upTo, type }: AmountBand): string {
    if (above === undefined) return upTo === undefined ? 'tous' : `au plus ${amountWords(upTo, type)}`;
    return upTo === undefined ? `plus de ${amountWords(above, type)}` : `de plus de ${amountWords(above, type)} à ${amountWords(upTo, type)}`;
}

function amountWords(amount: Fraction, type: AmountBand['type']): string {
    const value = fromFraction(amount);
    if (value === undefined) return '?';
    switch (type.kind) {
        case 'money':
            return `${formatFrench(rational(value.n, value.d * 100n), 0).replace('-', '−')} €${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'number':
            return type.unit === undefined
                ? pointsText(value)
                : `${pointsText(value)} ${value.n > value.d && !/[sx²]$/.test(type.unit) ? `${type.unit}s` : type.unit}`;
        default:
            return absurd(type);
    }
}
