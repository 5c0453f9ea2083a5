import type { Combination } from '../../../ir/scoring.js';
import { absurd } from '../../../kit/absurd.js';
import { compare } from '../../../kit/exact-number.js';
import { NOTHING, perhaps, type Outcome } from '../notes/outcome.js';
import { joinGaps, NO_GAP, type Gap } from '../values/value.js';

/** What the combination of a group keeps of each item: all of it, nothing, or, while something is unknown, perhaps. */
export function keptOutcomes(combination: Combination, items: readonly Outcome[]): readonly Outcome[] {
    switch (combination) {
        case 'cumulables':
            return items;
        case 'le plus favorable':
        case 'un seul':
            return items.map((item, index) => keptIfBest(items, item, index));
        case "dans l'ordre":
            return items.map((item, index) => keptIfFirst(items.slice(0, index), item));
        default:
            return absurd(combination);
    }
}

/** Of items that give as much, the first written is kept. */
function keptIfBest(items: readonly Outcome[], item: Outcome, place: number): Outcome {
    if (item.applies === 'no') return item;
    const others = items.map((other, index) => ({ other, before: index < place })).filter(({ other }) => other !== item && other.applies !== 'no');
    if (others.some(({ other, before }) => other.applies === 'yes' && beats(other.low, item.high, before))) return NOTHING;
    const rivals = others.filter(({ other, before }) => beats(other.high, item.low, before)).map(({ other }) => other);
    return rivals.length === 0 ? item : perhaps(item, gapOf(rivals));
}

function beats(low: Outcome['low'], high: Outcome['high'], before: boolean): boolean {
    const order = compare(low, high);
    return order > 0 || (order === 0 && before);
}

function keptIfFirst(before: readonly Outcome[], item: Outcome): Outcome {
    if (item.applies === 'no') return item;
    if (before.some((other) => other.applies === 'yes')) return NOTHING;
    const rivals = before.filter((other) => other.applies === 'maybe');
    return rivals.length === 0 ? item : perhaps(item, gapOf(rivals));
}

function gapOf(items: readonly Outcome[]): Gap {
    return items.reduce((gap: Gap, item) => joinGaps(gap, item.gap), NO_GAP);
}
