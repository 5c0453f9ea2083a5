import type { DoubtReason, UncertainReason } from '../contract/report-codes.js';
import { doubtsOf, type FilterDoubt, type FilterKind, type Standing } from '../../engine/index.js';

/** The reason code of a doubt that a filter leaves. */
export function doubtOf(kind: FilterKind): Exclude<DoubtReason, 'incomplete-note'> {
    return kind === 'exclusion' ? 'to-verify' : `${kind}-unknown`;
}

/** The reason codes of a standing. */
export function reasonsOf(standing: Standing): readonly Exclude<UncertainReason, 'incomplete-note'>[] {
    return doubtsOf(standing).map(reasonOf);
}

function reasonOf(doubt: FilterDoubt): Exclude<UncertainReason, 'incomplete-note'> {
    return doubt === 'exclusion-unknown' ? doubtOf('exclusion') : doubt;
}
