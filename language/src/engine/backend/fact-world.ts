import type { FactReader } from '../../columns/facts.js';

/** The facts of demands in one world: the record, or what a run has made of it. */
export interface FactWorld {
    readonly reader: (row: number) => FactReader;
    /** 0 while the facts of a row are those recorded; another number each time the world has changed them. */
    readonly version: (row: number) => number;
}
