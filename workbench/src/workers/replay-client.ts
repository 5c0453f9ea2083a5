import ReplayWorker from './replay.worker.js?worker&inline';
import type { ReplayAnswer, ReplayQuestion } from './replay-protocol.js';

/** The replay in its worker. */
export interface ReplayClient {
    readonly ask: (question: ReplayQuestion) => void;
    /** Stops the worker at once, with the territory it holds. */
    readonly stop: () => void;
}

/** Starts the worker at the first question, and again after a crash or a stop; a crash (memory, most often) is told. */
export function replayClient(onAnswer: (answer: ReplayAnswer) => void, onCrash: () => void): ReplayClient {
    let worker: Worker | undefined;
    const start = (): Worker => {
        const started = new ReplayWorker();
        started.addEventListener('message', ({ data }: MessageEvent<ReplayAnswer>) => {
            if (started === worker) onAnswer(data);
        });
        started.addEventListener('error', () => {
            started.terminate();
            worker = undefined;
            onCrash();
        });
        return started;
    };
    return {
        ask: (question) => {
            worker ??= start();
            worker.postMessage(question);
        },
        stop: () => {
            worker?.terminate();
            worker = undefined;
        },
    };
}
