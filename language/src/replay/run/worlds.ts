import { intAt } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import type { EventRecord } from '../../ir/value.js';
import type { PoolListener, PoolWorld } from '../pool/phase-pool.js';
import { recordedFacts, refusalEvent, runReader, type SimulatedRefusal } from '../record/readers.js';
import { demandAt } from '../record/population.js';
import type { ReplayRecord, RunRecord } from '../record/replay-record.js';

const NOT_HOUSED = -1;

/** Whom a run has housed, and what it has made the demands refuse. */
export interface RunWorld extends PoolWorld {
    /** The vacancy that houses a demand; `undefined` while none does. */
    readonly housedBy: (demand: number) => number | undefined;
    /** A vacancy houses a demand: it is gone from every pool. */
    readonly house: (demand: number, vacancy: number) => void;
    /** Adds a refusal to a demand's facts; false where the vocabulary has no fact to hold it. */
    readonly refuse: (demand: number, refusal: SimulatedRefusal) => boolean;
}

/** The world of a run, before its first vacancy. */
export function runWorld(record: RunRecord, listener: PoolListener): RunWorld {
    const { population, refusals, facts, window, runOrders } = record;
    const housedBy = new Int32Array(population.histories.length).fill(NOT_HOUSED);
    const demandOf = (row: number): number => intAt(population.demandOf, row);
    const simulated = new Map<number, EventRecord[]>();
    const readers: (FactReader | undefined)[] = [];
    const read = (row: number): FactReader => {
        const recorded = facts.reader(row);
        return refusals === undefined ? recorded : runReader(recorded, refusals, { from: window.from, simulated: simulated.get(demandOf(row)) ?? [] });
    };
    const reader = (row: number): FactReader => (readers[row] ??= read(row));
    return {
        openness: population.run,
        ...runOrders,
        reader,
        version: (row) => (reader(row) === facts.reader(row) ? 0 : 1 + (simulated.get(demandOf(row))?.length ?? 0)),
        isGone: (row) => intAt(housedBy, demandOf(row)) !== NOT_HOUSED,
        listener,
        housedBy: (demand) => (housedBy[demand] === NOT_HOUSED ? undefined : housedBy[demand]),
        house: (demand, vacancy) => {
            housedBy[demand] = vacancy;
        },
        refuse: (demand, refusal) => {
            if (refusals === undefined) return false;
            simulated.set(demand, [...(simulated.get(demand) ?? []), refusalEvent(refusals, refusal)]);
            for (const { row } of demandAt(population, demand).rows) readers[row] = undefined;
            return true;
        },
    };
}

/** The world as recorded: facts and exits are the record's; a lessee is gone once its vacancy is past. */
export function recordWorld(record: ReplayRecord, gone: ReadonlySet<number>): PoolWorld {
    const { population, facts, recordOrders } = record;
    return {
        openness: population.record,
        ...recordOrders,
        ...recordedFacts(facts),
        isGone: (row) => gone.has(intAt(population.demandOf, row)),
    };
}
