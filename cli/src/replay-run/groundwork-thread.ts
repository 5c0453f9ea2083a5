import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Groundwork, GroundworkElsewhere, ReplayRequest } from '@bareme/language/replay';

/** Another thread that does what depends on no run while this one replays the rule sets. */
export interface GroundworkThread {
    /** Where the groundwork is (`ReplayRequest.groundwork`). */
    readonly groundwork: () => GroundworkElsewhere;
    readonly stop: () => void;
}

/** Below so many pairs of a demand and a vacancy, a thread takes longer to start than it saves. */
const PAIRS_WORTH_A_THREAD = 1_000_000;

/** Megabytes for young objects: a replay makes many that do not last. */
const YOUNG_MEGABYTES = 192;

/** Whether a request is worth a second thread, on a machine that has one. */
export function isWorthAThread({ mode, territory: { demands, dwellings } }: ReplayRequest): boolean {
    return mode === 'vivier' && demands.rows * dwellings.rows >= PAIRS_WORTH_A_THREAD && availableParallelism() > 1;
}

/**
 * Starts the thread. The groundwork is the same as the replay's own, which takes over when the thread fails: a lack of memory here takes
 * nothing from the replay.
 */
export function startGroundworkThread({ territory, ruleSets, mode, from, to, seed }: ReplayRequest): GroundworkThread {
    const workerData: ReplayRequest = { territory, ruleSets, mode, from, to, seed };
    let state: GroundworkElsewhere = 'waiting';
    const worker = new Worker(new URL(`./groundwork-worker${extension()}`, import.meta.url), {
        workerData,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (groundwork: Groundwork) => (state = groundwork));
    worker.on('error', () => (state = 'failed'));
    worker.on('exit', () => {
        if (state === 'waiting') state = 'failed';
    });
    worker.unref();
    return { groundwork: () => state, stop: () => void worker.terminate() };
}

/** `.ts` where the sources run as they are. */
function extension(): string {
    return import.meta.url.endsWith('.ts') ? '.ts' : '.js';
}
