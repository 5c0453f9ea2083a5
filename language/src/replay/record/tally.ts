import type { NotEvaluatedReason } from '../contract/report-codes.js';
import { sortedTexts } from '../../kit/text-order.js';

/** Counts by reason code. */
export type Tally = Map<NotEvaluatedReason, number>;

/** Adds to the count of a reason. */
export function tally(counts: Tally, reason: NotEvaluatedReason, count = 1): void {
    if (count > 0) counts.set(reason, (counts.get(reason) ?? 0) + count);
}

/** The reasons counted, sorted, with their counts; none is zero. */
export function tallied(counts: Tally): readonly { readonly reason: NotEvaluatedReason; readonly count: number }[] {
    return sortedTexts(counts.keys()).map((reason) => ({ reason, count: counts.get(reason) ?? 0 }));
}
