import type { UncertainReason } from '../contract/report-codes.js';
import type { Anomaly, NoteResult } from '../../engine/index.js';
import { sortedTexts } from '../../kit/text-order.js';

/**
 * Demands whose result under a rule set is uncertain or wanting, by reason code; a demand counts once for each reason. Of the pools that
 * a demand was in: filters that could not be decided there, and its note for any dwelling on the first day in a pool of each period of
 * validity of its facts, in each phase.
 */
export type Uncertainties = Map<UncertainReason, Set<number>>;

/** Notes what is uncertain of a demand's result: its note, what could not be computed. */
export function noteResult(uncertainties: Uncertainties, demand: number, note: NoteResult, anomalies: readonly Anomaly[]): void {
    if (note.kind === 'incomplete') noteReason(uncertainties, 'incomplete-note', demand);
    if (note.kind === 'incomplete' && note.large === true) noteReason(uncertainties, 'large-interval', demand);
    for (const { kind } of anomalies) noteReason(uncertainties, `anomaly-${kind}`, demand);
}

/** Notes one reason for a demand. */
export function noteReason(uncertainties: Uncertainties, reason: UncertainReason, demand: number): void {
    const demands = uncertainties.get(reason);
    if (demands === undefined) uncertainties.set(reason, new Set([demand]));
    else demands.add(demand);
}

/** How many demands each reason holds, by reason. */
export function countUncertain(uncertainties: Uncertainties): readonly { readonly reason: UncertainReason; readonly count: number }[] {
    return sortedTexts(uncertainties.keys()).map((reason) => ({ reason, count: uncertainties.get(reason)?.size ?? 0 }));
}
