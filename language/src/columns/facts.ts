import type { Day, EventRecord, FactValue } from '../ir/value.js';

/**
 * The facts of one demand, dwelling or candidature, whatever holds them: a row of columns, an example, a simulated household.
 * `fact` gives `missing` for a fact that the holder does not carry; it must return the same object for the same name while the
 * facts do not change, so that readers may keep what they derive from it.
 */
export interface FactReader {
    readonly fact: (name: string) => FactValue;
    /** The proof of the fact is in the file. */
    readonly proved: (name: string) => boolean;
}

/** The day that a field of an event holds; `undefined` where it holds none. */
export function eventDay(event: EventRecord, field: string): Day | undefined {
    const value = event.find(([name]) => name === field)?.[1];
    return value?.kind === 'date' ? value.day : undefined;
}
