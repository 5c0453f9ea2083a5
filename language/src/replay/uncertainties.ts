import type { PoolEntry } from './phase-pool.js';
import { UNKNOWN, type PoolFilter, type Verdict } from './pool-filter.js';
import { sortedTexts } from './text-order.js';

/** Demands whose result under a rule set is uncertain or wanting, by reason code; a demand counts once for each reason. */
export type Uncertainties = Map<string, Set<number>>;

/** Notes what is uncertain of a demand that comes into a pool. */
export function noteEntry(
    uncertainties: Uncertainties,
    demand: number,
    { entry, which }: { readonly entry: PoolEntry; readonly which: 'declared' | 'verified' },
): void {
    const { anomalies } = entry.note.result;
    if (entry.note.result[which].kind === 'incomplete') noteReason(uncertainties, 'incomplete-note', demand);
    if (entry.adequacyUnknown) noteReason(uncertainties, 'adequacy-unknown', demand);
    if (entry.toVerify) noteReason(uncertainties, 'to-verify', demand);
    for (const { kind } of anomalies) noteReason(uncertainties, `anomaly-${kind}`, demand);
    for (const kind of entry.anomalies) noteReason(uncertainties, `anomaly-${kind}`, demand);
}

/** Notes the filters that leave a doubt about a demand. */
export function noteDoubts(
    uncertainties: Uncertainties,
    demand: number,
    verdicts: readonly { readonly filter: PoolFilter; readonly verdict: Verdict }[],
): void {
    for (const { filter, verdict } of verdicts) if (verdict === UNKNOWN) noteReason(uncertainties, doubtOf(filter), demand);
}

/** The reason code of a doubt that a filter leaves. */
export function doubtOf({ kind }: PoolFilter): 'adequacy-unknown' | 'to-verify' {
    return kind === 'adequacy' ? 'adequacy-unknown' : 'to-verify';
}

/** Notes one reason for a demand. */
export function noteReason(uncertainties: Uncertainties, reason: string, demand: number): void {
    const demands = uncertainties.get(reason);
    if (demands === undefined) uncertainties.set(reason, new Set([demand]));
    else demands.add(demand);
}

/** How many demands each reason holds, by reason. */
export function countUncertain(uncertainties: Uncertainties): readonly { readonly reason: string; readonly count: number }[] {
    return sortedTexts(uncertainties.keys()).map((reason) => ({ reason, count: uncertainties.get(reason)?.size ?? 0 }));
}
