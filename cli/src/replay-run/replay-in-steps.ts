import { replaySteps, type ReplayOutcome, type ReplayProgress, type ReplayRequest } from '@bareme/language/replay';
import { isWorthAThread, startGroundworkThread, type GroundworkThread } from './groundwork-thread.js';

/** What a replay under way is told, and asked: called between two steps; `false` stops it. */
export type StepListener = (progress: ReplayProgress) => boolean;

/** Between two looks at a thread that is not done. */
const WAIT_MILLISECONDS = 20;

/**
 * Runs a replay step by step, so that Ctrl-C and the terminal are served between two steps; a large one with the groundwork made by a
 * second thread.
 */
export async function replayInSteps(
    request: ReplayRequest,
    goesOn: StepListener,
    thread: GroundworkThread | undefined = isWorthAThread(request) ? startGroundworkThread(request) : undefined,
): Promise<ReplayOutcome> {
    try {
        const steps = replaySteps({ ...request, groundwork: thread?.groundwork });
        for (let step = steps.next(); ; step = steps.next()) {
            if (step.done === true) return step.value;
            await (step.value.waiting === true ? new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS)) : new Promise(setImmediate));
            if (!goesOn(step.value)) return { kind: 'cancelled' };
        }
    } finally {
        thread?.stop();
    }
}
