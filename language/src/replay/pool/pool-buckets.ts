import { at, intAt } from '../../kit/at.js';
import { OUT, type RankBounds, type Ranks, type Standing } from '../../engine/index.js';
import type { Day } from '../../ir/value.js';
import type { Bucket, PhasePool, PoolEntry } from './phase-pool.js';
import { filterClass, filtersUnder, type ContingentRule, type PoolFilter } from './pool-filter.js';
import { passing, standingAt, tellPresence } from './standings.js';
import { insert, isIn, rankHeap, refresh, remove, shorten } from '../ranking/rank-heap.js';

/** Whose bucket: of the vacancies of one class that one public is kept to. */
interface BucketOf {
    readonly vacancy: number;
    readonly contingentRule: ContingentRule | undefined;
    /** Only some of its members are in the pool of the vacancy: those who applied. */
    readonly published: boolean;
}

/** The bucket of a vacancy, brought to a day: who came in, who left, and between which ranks the others are. */
export function bucketAt(pool: PhasePool, { vacancy, contingentRule: rule, published }: BucketOf, day: Day): Bucket {
    const plain = pool.bucketNames?.[vacancy] ?? bucketName(pool, vacancy);
    const name = rule === undefined ? plain : `${plain} public ${rule.name}`;
    const bucket = pool.buckets.get(name) ?? createBucket(pool, name, { vacancy, contingentRule: rule });
    const standing = standingAt(pool, sortingOf(pool, rule), vacancy);
    const isWhole = readAtVacancy(pool, rule).length === 0;
    const boundsOf = (members: readonly number[]): readonly RankBounds[] => {
        const rows = members.map((member) => rowOf(bucket, member));
        return pool.ranks.bounds(rows, { dwelling: vacancy, day });
    };
    const arrived = arrivals(pool, bucket, day);
    for (const [place, bounds] of boundsOf(arrived).entries()) {
        const member = at(arrived, place);
        insert(bucket.heap, member, bounds);
        if (pool.world.listener === undefined) continue;
        bucket.standings[member] = standing(rowOf(bucket, member));
        if (isWhole) bucket.untold.push(member);
    }
    for (const member of departures(pool, bucket, day)) remove(bucket.heap, member);
    if (isWhole && !published) tellArrivals(pool, bucket, { vacancy, day });
    refresh(bucket.heap, day, boundsOf);
    return bucket;
}

/** The row of a member. */
export function rowOf({ rows }: Bucket, member: number): number {
    return intAt(rows, member);
}

/** The members that come in by a day: those whose first day has come, that are still open and not housed. */
function arrivals({ world }: PhasePool, bucket: Bucket, day: Day): readonly number[] {
    const { from, to } = world.openness;
    const arrived: number[] = [];
    for (; bucket.arrived < bucket.rows.length; bucket.arrived += 1) {
        const row = rowOf(bucket, bucket.arrived);
        if (intAt(from, row) > day) break;
        if (intAt(to, row) >= day && !world.isGone(row)) arrived.push(bucket.arrived);
    }
    return arrived;
}

/** The members whose last day is past. */
function departures({ world }: PhasePool, bucket: Bucket, day: Day): readonly number[] {
    const departed: number[] = [];
    for (; bucket.left < bucket.leaving.length; bucket.left += 1) {
        const member = intAt(bucket.leaving, bucket.left);
        if (intAt(world.openness.to, rowOf(bucket, member)) >= day) break;
        departed.push(member);
    }
    return departed;
}

/** All members are in the pool of the vacancy: tells of those that came since the last time, and are still there. */
function tellArrivals(pool: PhasePool, bucket: Bucket, { vacancy, day }: Omit<PoolEntry, 'row'>): void {
    for (const member of bucket.untold)
        if (isIn(bucket.heap, member)) tellPresence(pool, { row: rowOf(bucket, member), vacancy, day }, memberStanding(bucket, member));
    bucket.untold.length = 0;
}

/** How a member that arrived stands by the sorting filters. */
export function memberStanding({ standings }: Bucket, member: number): Standing {
    return standings[member] ?? OUT;
}

/** What the bounds of ranks tell apart of a vacancy's dwelling. */
export function rankClass({ policy: { boundLettings } }: Ranks, vacancy: number): string {
    return String(intAt(boundLettings.classOf, vacancy));
}

/** The bucket of a vacancy is named by its classes, that of the bounds of ranks first. */
function bucketName({ ranks, sorting, dwellings }: Pick<PhasePool, 'ranks' | 'sorting' | 'dwellings'>, vacancy: number): string {
    const classes = sorting.map((filter) => filterClass(dwellings, filter, vacancy));
    return [rankClass(ranks, vacancy), ...classes].join(' ');
}

/** Takes the rows of a demand out of every pool. */
export function takeOut(pool: PhasePool, rows: readonly number[]): void {
    for (const row of rows) for (const { bucket, member } of pool.places[row] ?? []) remove(bucket.heap, member);
}

/** The facts of rows change on a day. */
export function changeFacts(pool: PhasePool, rows: readonly number[], day: Day): void {
    if (!pool.ranks.policy.readsWritten) return;
    for (const row of rows) for (const { bucket, member } of pool.places[row] ?? []) shorten(bucket.heap, member, day);
}

/** The filters that the members of a bucket passed; the public of a contingent makes buckets where neither time nor the run changes it. */
function sortingOf({ sorting }: PhasePool, rule: ContingentRule | undefined): readonly PoolFilter[] {
    return filtersUnder(sorting, rule).filter((filter) => filter !== rule?.filter || filter.compiled.steady);
}

/** The filters that the members of a bucket are still to pass. */
export function readAtVacancy({ atVacancy }: PhasePool, rule: ContingentRule | undefined): readonly PoolFilter[] {
    return filtersUnder(atVacancy, rule).filter((filter) => filter !== rule?.filter || !filter.compiled.steady);
}

function createBucket(pool: PhasePool, name: string, { vacancy, contingentRule: rule }: Pick<BucketOf, 'vacancy' | 'contingentRule'>): Bucket {
    const rows = rowsPassing(pool, vacancy, sortingOf(pool, rule));
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
function leavingOrder({ rows: all, world }: PhasePool, rows: Int32Array): Int32Array {
    const memberOf = new Int32Array(all).fill(NOT_MEMBER);
    for (const [member, row] of rows.entries()) memberOf[row] = member;
    return world.byLastDay.map((row) => intAt(memberOf, row)).filter((member) => member !== NOT_MEMBER);
}

const NOT_MEMBER = -1;

/** The rows open at some time of the phase that pass some filters, by first day open; each prefix of the filters is read once by class. */
function rowsPassing(pool: PhasePool, vacancy: number, filters: readonly PoolFilter[]): Int32Array {
    const last = filters.at(-1);
    const name = filters.map((filter) => `${filter.compiled.number}: ${filterClass(pool.dwellings, filter, vacancy)}`).join(' ');
    const known = pool.passing.get(name);
    if (known !== undefined) return known;
    const rows = last === undefined ? openRows(pool) : passing(pool, last, { rows: rowsPassing(pool, vacancy, filters.slice(0, -1)), vacancy });
    pool.passing.set(name, rows);
    return rows;
}

function openRows({ world: { openness, byFirstDay }, days }: PhasePool): Int32Array {
    return byFirstDay.filter((row) => intAt(openness.from, row) <= days.to && intAt(openness.to, row) >= days.from);
}
