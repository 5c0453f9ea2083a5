import type { FactValue } from '../ir/value.js';

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
