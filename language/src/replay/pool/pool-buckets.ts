import type { Day } from '../../ir/value.js';
import { boundNote, forgetNotes } from '../ranking/note-book.js';
import { OUT } from './doubts.js';
import type { Bucket, PhasePool, PoolEntry } from './phase-pool.js';
import { openedFilters, type Opening, type PoolFilter } from './pool-filter.js';
import { standingAt, tellPresence } from './pool-verdicts.js';
import { insert, rankHeap, refresh, remove, shorten } from '../ranking/rank-heap.js';
import { classIn } from '../record/tuples.js';
import { forgetVerdicts } from './verdicts.js';

/** Whose bucket: of the vacancies of one class that one public is kept to. */
export interface BucketOf {
    readonly vacancy: number;
    readonly open: Opening | undefined;
    /** Only some of its members are in the pool of the vacancy: those who applied. */
    readonly published: boolean;
}

/** The bucket of a vacancy, brought to a day: who came in, who left, and between which ranks the others are. */
export function bucketAt(pool: PhasePool, { vacancy, open, published }: BucketOf, day: Day): Bucket {
    const plain = pool.bucketNames?.[vacancy] ?? bucketName(pool, vacancy);
    const name = open === undefined ? plain : `${plain} public ${open.name}`;
    const bucket = pool.buckets.get(name) ?? createBucket(pool, name, { vacancy, open });
    const { world, notes } = pool;
    const { from, to } = world.openness;
    const standing = standingAt(pool, sortingOf(pool, open), vacancy);
    const isWhole = readAtVacancy(pool, open).length === 0;
    for (; bucket.arrived < bucket.rows.length && from[bucket.rows[bucket.arrived]!]! <= day; bucket.arrived += 1) {
        const row = bucket.rows[bucket.arrived]!;
        if (to[row]! < day || world.isGone(row)) continue;
        insert(bucket.heap, bucket.arrived, boundNote(notes, row, vacancy, day));
        if (world.listener === undefined) continue;
        bucket.standings[bucket.arrived] = standing(row);
        if (isWhole) bucket.untold.push(bucket.arrived);
    }
    for (; bucket.left < bucket.leaving.length && to[bucket.rows[bucket.leaving[bucket.left]!]!]! < day; bucket.left += 1) {
        remove(bucket.heap, bucket.leaving[bucket.left]!);
    }
    if (isWhole && !published) tellArrivals(pool, bucket, { vacancy, day });
    refresh(bucket.heap, day, (member) => boundNote(notes, bucket.rows[member]!, vacancy, day));
    return bucket;
}

/** All members are in the pool of the vacancy: tells of those that came since the last time, and are still there. */
function tellArrivals(pool: PhasePool, { untold, rows, standings, heap }: Bucket, { vacancy, day }: Omit<PoolEntry, 'row'>): void {
    for (const member of untold) if (heap.place[member]! >= 0) tellPresence(pool, { row: rows[member]!, vacancy, day }, standings[member]!);
    untold.length = 0;
}

/** The bucket of a vacancy is named by its classes, that of the notes first where bounds of notes depend on the dwelling. */
export function bucketName({ notes, sorting, tuples }: Pick<PhasePool, 'notes' | 'sorting' | 'tuples'>, vacancy: number): string {
    const classes = sorting.map((filter) => classIn(tuples.get(filter)!, vacancy));
    return [notes.forAll ? '' : String(notes.tuples.classOf[vacancy]!), ...classes].join(' ');
}

/** Takes the rows of a demand out of every pool. */
export function takeOut(pool: PhasePool, rows: readonly number[]): void {
    for (const row of rows) for (const { bucket, member } of pool.places[row] ?? []) remove(bucket.heap, member);
}

/** The facts of rows change on a day. */
export function changeFacts(pool: PhasePool, rows: readonly number[], day: Day): void {
    for (const row of rows) {
        forgetVerdicts(pool.own, row, day);
        if (!pool.notes.readsRefusals) continue;
        forgetNotes(pool.notes, row, day);
        for (const { bucket, member } of pool.places[row] ?? []) shorten(bucket.heap, member, day);
    }
}

/** Whether neither time nor the run changes what a public says: then it makes buckets. */
function isSteady({ dated, stateful }: PoolFilter): boolean {
    return !dated && !stateful;
}

/** The filters that the members of a bucket passed. */
function sortingOf({ sorting }: PhasePool, open: Opening | undefined): readonly PoolFilter[] {
    return openedFilters(sorting, open).filter((filter) => filter !== open?.filter || isSteady(filter));
}

/** The filters that the members of a bucket are still to pass. */
export function readAtVacancy({ atVacancy }: PhasePool, open: Opening | undefined): readonly PoolFilter[] {
    return openedFilters(atVacancy, open).filter((filter) => filter !== open?.filter || !isSteady(filter));
}

function createBucket(pool: PhasePool, name: string, { vacancy, open }: Pick<BucketOf, 'vacancy' | 'open'>): Bucket {
    const rows = rowsPassing(pool, vacancy, sortingOf(pool, open));
    const bucket: Bucket = {
        vacancy,
        rows,
        leaving: leavingOrder(pool, rows),
        standings: new Uint16Array(rows.length),
        untold: [],
        arrived: 0,
        left: 0,
        heap: rankHeap(rows.length),
    };
    for (const [member, row] of rows.entries()) {
        (pool.places[row] ??= []).push({ bucket, member });
    }
    pool.buckets.set(name, bucket);
    return bucket;
}

/** The members of a bucket by last day open. */
function leavingOrder({ own, world }: PhasePool, rows: Int32Array): Int32Array {
    const memberOf = new Int32Array(own.rows).fill(NOT_MEMBER);
    for (let member = 0; member < rows.length; member += 1) memberOf[rows[member]!] = member;
    return world.byLastDay.map((row) => memberOf[row]!).filter((member) => member !== NOT_MEMBER);
}

const NOT_MEMBER = -1;

/** The rows open at some time of the phase that pass some filters, by first day open; each prefix of the filters is read once by class. */
function rowsPassing(pool: PhasePool, vacancy: number, filters: readonly PoolFilter[]): Int32Array {
    const last = filters.at(-1);
    const name = filters.map((filter) => `${filter.number}: ${classIn(pool.tuples.get(filter)!, vacancy)}`).join(' ');
    const known = pool.passing.get(name);
    if (known !== undefined) return known;
    const rows = last === undefined ? openRows(pool) : rowsPassing(pool, vacancy, filters.slice(0, -1)).filter(isIn(pool, last, vacancy));
    pool.passing.set(name, rows);
    return rows;
}

function isIn(pool: PhasePool, filter: PoolFilter, vacancy: number): (row: number) => boolean {
    const standing = standingAt(pool, [filter], vacancy);
    return (row) => standing(row) !== OUT;
}

function openRows({ world: { openness, byFirstDay }, days }: PhasePool): Int32Array {
    return byFirstDay.filter((row) => openness.from[row]! <= days.to && openness.to[row]! >= days.from);
}
