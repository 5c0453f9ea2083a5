import type { FactReader } from '../../columns/facts.js';
import type { EventRecord } from '../../ir/value.js';
import type { PoolListener, PoolWorld } from '../pool/phase-pool.js';
import { refusalEvent, runReader, type SimulatedRefusal } from '../record/readers.js';
import type { ReplayContext } from '../pool/replay-context.js';

/** Whom a run has housed, and what it has made the demands refuse. */
export interface RunWorld extends PoolWorld {
    /** By demand: the vacancy that houses it, −1 while none does. */
    readonly housedBy: Int32Array;
    /** Adds a refusal to a demand's facts; false where the vocabulary has no fact to hold it. */
    readonly refuse: (demand: number, refusal: SimulatedRefusal) => boolean;
}

/** The world of a run, before its first vacancy. */
export function runWorld(context: ReplayContext, listener: PoolListener): RunWorld {
    const { population, refusals, facts, window, runOrders } = context;
    const housedBy = new Int32Array(population.histories.length).fill(-1);
    const simulated = new Map<number, EventRecord[]>();
    const readers: (FactReader | undefined)[] = [];
    const read = (row: number): FactReader => {
        const recorded = facts.reader(row);
        return refusals === undefined
            ? recorded
            : runReader(recorded, refusals, { from: window.from, simulated: simulated.get(population.demandOf[row]!) ?? [] });
    };
    return {
        openness: population.run,
        ...runOrders,
        reader: (row) => (readers[row] ??= read(row)),
        isGone: (row) => housedBy[population.demandOf[row]!]! >= 0,
        listener,
        housedBy,
        refuse: (demand, refusal) => {
            if (refusals === undefined) return false;
            simulated.set(demand, [...(simulated.get(demand) ?? []), refusalEvent(refusals, refusal)]);
            for (const { row } of population.histories[demand]!.rows) readers[row] = undefined;
            return true;
        },
    };
}

/** The world as recorded: facts and exits are the record's; a lessee is gone once its vacancy is past. */
export function recordWorld(context: ReplayContext, gone: ReadonlySet<number>): PoolWorld {
    const { population, facts, recordOrders } = context;
    return {
        openness: population.record,
        ...recordOrders,
        reader: facts.reader,
        isGone: (row) => gone.has(population.demandOf[row]!),
    };
}
