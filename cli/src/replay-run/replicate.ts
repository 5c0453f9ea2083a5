import {
    NO_RECORD,
    replicationSeeds,
    replicationsOf,
    type ReplayOutcome,
    type ReplayProgress,
    type ReplayRequest,
    type ReplicationFigures,
} from '@bareme/language/replay';
import { replayInSteps } from './replay-in-steps.js';

/** Told of each step, and of which replication it is, from 1; `false` stops everything. */
export type ReplicationListener = (progress: ReplayProgress, replication: number) => boolean;

/** Replications after the first read no record. */
const WITHOUT_RECORD = { reading: () => NO_RECORD, stop: () => undefined };

/** Replays under so many seeds that follow each other. The report is that of the first, with what the others change beside it. */
export async function replicate(request: ReplayRequest, count: number, goesOn: ReplicationListener): Promise<ReplayOutcome> {
    const first = await replayInSteps(request, (progress) => goesOn(progress, 1));
    if (first.kind !== 'done' || count === 1) return first;
    const seeds = replicationSeeds(request.seed, count);
    const figures: ReplicationFigures[] = [figuresOf(first.report)];
    for (const [place, seed] of seeds.entries()) {
        if (place === 0) continue;
        const outcome = await replayInSteps({ ...request, seed }, (progress) => goesOn(progress, place + 1), WITHOUT_RECORD);
        if (outcome.kind !== 'done') return outcome;
        figures.push(figuresOf(outcome.report));
    }
    return { kind: 'done', report: { ...first.report, replications: replicationsOf(seeds, figures) } };
}

/** The ledger of a replication is let go. */
function figuresOf({ objectives, comparisons }: ReplicationFigures): ReplicationFigures {
    return { objectives, comparisons };
}
