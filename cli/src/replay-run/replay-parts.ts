import type { Assumptions } from '@bareme/language/columns';
import {
    assumptionShifts,
    NO_RECORD,
    replicationSeeds,
    replicationsOf,
    sensitivityFigures,
    type AssumptionShift,
    type ReplayOutcome,
    type ReplayProgress,
    type ReplayReport,
    type ReplayRequest,
    type ShiftedReplay,
} from '@bareme/language/replay';
import { replayInSteps } from './replay-in-steps.js';
import type { ReplayOptions } from './replay-options.js';

/** One of the replays that a report is made of: the first, as asked; under another seed; with one assumption moved. */
export type ReplayPart =
    { readonly kind: 'asked' } | { readonly kind: 'replication'; readonly seed: number } | { readonly kind: 'shift'; readonly shift: AssumptionShift };

/** Options of which the data have said what they leave open. */
export type SettledOptions = Pick<ReplayOptions, 'seed' | 'replications'> & { readonly sensitivity: boolean };

/** The replays that the options ask for, the one asked first. */
export function replayParts({ seed, replications, sensitivity }: SettledOptions, assumptions: Assumptions): readonly ReplayPart[] {
    return [
        { kind: 'asked' },
        ...replicationSeeds(seed, replications)
            .slice(1)
            .map((other): ReplayPart => ({ kind: 'replication', seed: other })),
        ...(sensitivity ? assumptionShifts(assumptions) : []).map((shift): ReplayPart => ({ kind: 'shift', shift })),
    ];
}

/** Told of each step, and of which part it is, from 1; `false` stops everything. */
export type PartListener = (progress: ReplayProgress, part: number) => boolean;

/** Parts after the first read no record: their figures do not use it. */
const WITHOUT_RECORD = { groundwork: () => NO_RECORD, stop: () => undefined };

/** What is kept of a part: its ledger is let go. */
type Kept = Pick<ReplayReport, 'objectives' | 'comparisons'>;

/** Replays every part, one after the other. The report is that of the first, with what the others say beside it. */
export async function replayAll(request: ReplayRequest, parts: readonly ReplayPart[], goesOn: PartListener): Promise<ReplayOutcome> {
    const asked = await replayInSteps(request, (progress) => goesOn(progress, 1));
    if (asked.kind !== 'done') return asked;
    const replications: Kept[] = [kept(asked.report)];
    const seeds = [request.seed];
    const sensitivity: ShiftedReplay[] = [];
    for (const [place, part] of parts.entries()) {
        if (part.kind === 'asked') continue;
        const outcome = await replayInSteps(requestOf(request, part), (progress) => goesOn(progress, place + 1), WITHOUT_RECORD);
        if (outcome.kind !== 'done') return outcome;
        if (part.kind === 'shift') sensitivity.push({ ...part.shift, ...sensitivityFigures(outcome.report) });
        else {
            seeds.push(part.seed);
            replications.push(kept(outcome.report));
        }
    }
    return {
        kind: 'done',
        report: {
            ...asked.report,
            ...(seeds.length === 1 ? {} : { replications: replicationsOf(seeds, replications) }),
            ...(sensitivity.length === 0 ? {} : { sensitivity }),
        },
    };
}

function requestOf(request: ReplayRequest, part: Exclude<ReplayPart, { kind: 'asked' }>): ReplayRequest {
    if (part.kind === 'replication') return { ...request, seed: part.seed };
    const { assumption, value } = part.shift;
    return { ...request, territory: { ...request.territory, assumptions: { ...request.territory.assumptions, [assumption]: value } } };
}

function kept({ objectives, comparisons }: Kept): Kept {
    return { objectives, comparisons };
}
