/** Work that may be paused, or given up, at each of its steps; it changes nothing that others see until its end. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Does all the steps without a pause. */
export function runSteps<Value>(steps: Generator<unknown, Value, undefined>): Value {
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
