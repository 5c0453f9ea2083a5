import type { ObjectiveOutcome } from '@bareme/language/replay';
import { publishColumn, SMALLEST_CELL, type PublishedCount } from './suppression.js';

/**
 * The leases to the target of each part of an objective (a landlord, a commune), as a page may publish them: none when they, or those
 * that miss the target, are fewer than 11 households, nor the part that would give a masked one away by subtraction. An objective of
 * the whole territory is published as it is.
 */
export function publishedNumerators(outcomes: readonly ObjectiveOutcome[]): ReadonlyMap<ObjectiveOutcome, PublishedCount> {
    const published = new Map<ObjectiveOutcome, PublishedCount>();
    for (const parts of partsOf(outcomes)) {
        const small = parts.flatMap((outcome, place) => (isTelling(outcome) ? [place] : []));
        const numerators = publishColumn(
            parts.map(({ numerator }) => numerator),
            new Set(small),
        );
        for (const [place, outcome] of parts.entries()) published.set(outcome, numerators[place] ?? 'masked');
    }
    return published;
}

/** Few households miss the target: to know how many reach it is to know them. */
function isTelling({ numerator, denominator }: ObjectiveOutcome): boolean {
    const missed = denominator - numerator;
    return missed > 0 && missed < SMALLEST_CELL;
}

function partsOf(outcomes: readonly ObjectiveOutcome[]): readonly (readonly ObjectiveOutcome[])[] {
    const parts = new Map<string, ObjectiveOutcome[]>();
    for (const outcome of outcomes) {
        if (outcome.by === undefined) continue;
        const key = JSON.stringify([outcome.objective, outcome.year, outcome.ruleSet]);
        parts.set(key, [...(parts.get(key) ?? []), outcome]);
    }
    return [...parts.values()];
}
