import type { FactValue } from '../../../ir/value.js';
import type { Reads } from '../../description/reads.js';
import type { Evaluated, Known } from '../values/value.js';

/** What a missing fact is supposed to be while bounds are sought: see `results/fact-cells.ts`. */
export interface Cell {
    /** As a reader of facts shows it: any value of the cell, `sans objet`, or missing. */
    readonly shown: FactValue;
    /** As an expression reads it: a value, or one that is not known but lies within the cell. */
    readonly evaluated: Evaluated;
    /** Missing still, which only the want of a proof makes different: of no use to the declared note. */
    readonly forProof?: true;
}

/** By the name that a gap gives to a fact: `ressources`, `logement.loyer`. */
export type Cells = ReadonlyMap<string, Cell>;

/** Bounds are sought, and nothing is supposed of any fact. */
export const NOTHING_SUPPOSED: Cells = new Map();

/** Where a value that is not known surely lies. A side without end is absent; an open end is not itself a possible value. */
export interface Ends {
    readonly low?: Known;
    readonly high?: Known;
    readonly lowOpen: boolean;
    readonly highOpen: boolean;
}

/** The ends of a value that is known. */
export function pointEnds(value: Known): Ends {
    return { low: value, high: value, lowOpen: false, highOpen: false };
}

/** Whether the fact of that name is supposed to stay missing: what tests its absence is then decided. */
export function staysMissing(cells: Cells | undefined, name: string): boolean {
    return cells?.get(name)?.shown.kind === 'missing';
}

/** Whether something that reads these facts reads the one that a gap calls so. */
export function readsNamed({ demand, dwelling, candidature }: Reads, name: string): boolean {
    if (name.startsWith(DWELLING)) return dwelling.has(name.slice(DWELLING.length));
    if (name.startsWith(CANDIDATURE)) return candidature.has(name.slice(CANDIDATURE.length));
    return demand.has(name);
}

const DWELLING = 'logement.';
const CANDIDATURE = 'candidature.';
