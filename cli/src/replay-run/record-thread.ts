import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RecordElsewhere, ReplayRequest, RecordReading } from '@bareme/language/replay';

/** Another thread that reads the record while this one replays the rule sets. */
export interface RecordThread {
    /** Where the reading is (`ReplayRequest.recordReading`). */
    readonly reading: () => RecordElsewhere;
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
 * Starts the thread. The reading is the same as the replay's own, which takes over when the thread fails: a lack of memory here takes
 * nothing from the replay.
 */
export function startRecordThread({ territory, ruleSets, mode, from, to, seed }: ReplayRequest): RecordThread {
    const workerData: ReplayRequest = { territory, ruleSets: ruleSets.slice(0, 1), mode, from, to, seed };
    let state: RecordElsewhere = 'waiting';
    const worker = new Worker(new URL(`./record-worker${extension()}`, import.meta.url), {
        workerData,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (reading: RecordReading) => (state = reading));
    worker.on('error', () => (state = 'failed'));
    worker.on('exit', () => {
        if (state === 'waiting') state = 'failed';
    });
    worker.unref();
    return { reading: () => state, stop: () => void worker.terminate() };
}

/** `.ts` where the sources run as they are. */
function extension(): string {
    return import.meta.url.endsWith('.ts') ? '.ts' : '.js';
}
