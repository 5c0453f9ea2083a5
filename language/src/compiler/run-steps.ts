import { runSteps } from '../kit/steps.js';
import type { Compilation, CompilationSteps } from './compilation.js';

/** Runs steps to their end without a pause. */
export function runToEnd(steps: CompilationSteps): Compilation {
    return runSteps(steps);
}

/** What the host of a compilation gives it: the language has no clock of its own. */
export interface StepHost {
    /** Milliseconds since any moment. */
    readonly now: () => number;
    /** Lets everything else that waits go first: messages, timers. */
    readonly yield: () => Promise<void>;
    /** True when nobody wants the result any more. */
    readonly cancelled: () => boolean;
    /** Called with what is known before the findings of meaning are. */
    readonly onPush?: (compilation: Compilation) => void | Promise<void>;
}

/** The longest time during which a compilation keeps its thread to itself, but for one step that is longer. */
const SLICE_MILLISECONDS = 10;

/** Runs steps and gives way every ten milliseconds; nothing when the host has cancelled. */
export async function runInSlices(steps: CompilationSteps, host: StepHost): Promise<Compilation | undefined> {
    let since = host.now();
    for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (step.value.kind === 'push') await host.onPush?.(step.value.compilation);
        if (step.value.kind === 'push' || host.now() - since >= SLICE_MILLISECONDS) {
            await host.yield();
            since = host.now();
        }
        if (host.cancelled()) return undefined;
    }
}
