import type { Day } from '../ir/value.js';
import { boundNote, exactNote, forgetNotes } from './note-book.js';
import type { Bucket, PhasePool } from './phase-pool.js';
import { KEPT_OUT, readingDay, UNKNOWN, type PoolFilter } from './pool-filter.js';
import { classOf, tableOf } from './pool-verdicts.js';
import { insert, rankHeap, refresh, remove, shorten } from './rank-heap.js';
import { forgetVerdicts, verdictOf } from './verdicts.js';

/** The bucket of a vacancy, brought to a day. */
export function bucketAt(pool: PhasePool, vacancy: number, day: Day): Bucket {
    const key = [...pool.fixed.map((filter) => classOf(pool, filter, vacancy)), pool.notes.tuples.classOf[vacancy]!].join(' ');
    const bucket = pool.buckets.get(key) ?? createBucket(pool, key, vacancy);
    const { world, notes } = pool;
    const { from, to } = world.openness;
    for (; bucket.arrived < bucket.rows.length && from[bucket.rows[bucket.arrived]!]! <= day; bucket.arrived += 1) {
        const row = bucket.rows[bucket.arrived]!;
        if (to[row]! >= day && !world.isGone(row)) enter(pool, bucket, bucket.arrived, day);
    }
    for (; bucket.left < bucket.leaving.length && to[bucket.rows[bucket.leaving[bucket.left]!]!]! < day; bucket.left += 1) {
        remove(bucket.heap, bucket.leaving[bucket.left]!);
    }
    refresh(bucket.heap, day, (member) => boundNote(notes, bucket.rows[member]!, bucket.vacancy, day));
    return bucket;
}

/** Takes the rows of a demand out of every pool. */
export function takeOut(pool: PhasePool, rows: readonly number[]): void {
    for (const row of rows) for (const { bucket, member } of pool.places.get(row) ?? []) remove(bucket.heap, member);
}

/** The facts of rows change on a day. */
export function changeFacts(pool: PhasePool, rows: readonly number[], day: Day): void {
    for (const row of rows) {
        forgetVerdicts(pool.own, row, day);
        if (!pool.notes.readsRefusals) continue;
        forgetNotes(pool.notes, row, day);
        for (const { bucket, member } of pool.places.get(row) ?? []) shorten(bucket.heap, member, day);
    }
}

function createBucket(pool: PhasePool, key: string, vacancy: number): Bucket {
    const rows = rowsPassing(pool, vacancy, pool.fixed.length);
    const memberOf = new Map<number, number>();
    for (const [member, row] of rows.entries()) memberOf.set(row, member);
    const leaving = Int32Array.from(filterMap(pool.world.byLastDay, (row) => memberOf.get(row)));
    const bucket: Bucket = { vacancy, rows, leaving, arrived: 0, left: 0, heap: rankHeap(rows.length) };
    for (const [member, row] of rows.entries()) {
        const places = pool.places.get(row);
        if (places === undefined) pool.places.set(row, [{ bucket, member }]);
        else places.push({ bucket, member });
    }
    pool.buckets.set(key, bucket);
    return bucket;
}

/** The rows open at some time of the phase that pass the first so many fixed filters, by first day open. */
function rowsPassing(pool: PhasePool, vacancy: number, filters: number): Int32Array {
    const key = pool.fixed
        .slice(0, filters)
        .map((filter) => classOf(pool, filter, vacancy))
        .join(' ');
    const known = pool.passing.get(`${filters}: ${key}`);
    if (known !== undefined) return known;
    const rows = filters === 0 ? openRows(pool) : filterRows(pool, rowsPassing(pool, vacancy, filters - 1), vacancy, pool.fixed[filters - 1]!);
    pool.passing.set(`${filters}: ${key}`, rows);
    return rows;
}

function openRows({ world: { openness, byFirstDay }, days }: PhasePool): Int32Array {
    return byFirstDay.filter((row) => openness.from[row]! <= days.to && openness.to[row]! >= days.from);
}

function filterRows(pool: PhasePool, rows: Int32Array, vacancy: number, filter: PoolFilter): Int32Array {
    const dwelling = pool.dwellings.reader(vacancy);
    const table = tableOf(pool, filter, vacancy);
    const day = readingDay(filter, pool.dwellings.vacancies[vacancy]!);
    return rows.filter((row) => verdictOf(filter, table, { row, demand: pool.world.reader(row), dwelling, day }) !== KEPT_OUT);
}

function enter(pool: PhasePool, bucket: Bucket, member: number, day: Day): void {
    const row = bucket.rows[member]!;
    const note = exactNote(pool.notes, row, bucket.vacancy, day);
    insert(bucket.heap, member, boundNote(pool.notes, row, bucket.vacancy, day));
    const unknown = pool.fixed.filter((filter) => tableOf(pool, filter, bucket.vacancy)?.verdicts[row] === UNKNOWN);
    pool.world.onEntry({
        row,
        vacancy: bucket.vacancy,
        day,
        note,
        adequacyUnknown: unknown.some(({ kind }) => kind === 'adequacy'),
        toVerify: unknown.some(({ kind }) => kind === 'exclusion'),
        anomalies: pool.fixed.flatMap((filter) => tableOf(pool, filter, bucket.vacancy)?.anomalies.get(row) ?? []),
    });
}

function filterMap(rows: Int32Array, find: (row: number) => number | undefined): number[] {
    const found: number[] = [];
    for (const row of rows) {
        const member = find(row);
        if (member !== undefined) found.push(member);
    }
    return found;
}
