import { at, intAt } from '../../kit/at.js';
import { compareRankKeys, OUT, type DatedKey, type DemandResult } from '../../engine/index.js';
import type { Day } from '../../ir/value.js';
import type { FourWords, Uint32 } from '../../kit/keyed-random.js';
import type { DemandHistory } from '../record/demand-histories.js';
import { appraisalDraw } from '../record/draws.js';
import type { Bucket, PhasePool } from './phase-pool.js';
import type { ContingentRule } from './pool-filter.js';
import { bucketAt, readAtVacancy, rowOf, memberStanding } from './pool-buckets.js';
import { standingAt, tellPresence } from './standings.js';
import { isIn, pop, putBack, topKey, visitUpTo } from '../ranking/rank-heap.js';
import type { RunContext } from './replay-context.js';
import { demandAt } from '../record/population.js';
import { compareText } from '../../kit/text-order.js';

/** A demand in the pool of a vacancy. */
export interface Candidate {
    readonly demand: DemandHistory;
    readonly index: number;
    readonly row: number;
    readonly note: DatedKey;
    readonly result: () => DemandResult;
    readonly draw: () => FourWords;
}

/** Gives candidates from the first on; what was looked at goes back to the pool at the end. */
export interface CandidateStream {
    readonly next: () => Candidate | undefined;
    readonly close: () => void;
}

/** Whose pool, for which vacancy, on which day: the bucket is brought to it. */
export interface PoolLook {
    readonly pool: PhasePool;
    readonly bucket: Bucket;
    readonly vacancy: number;
    /** What the contingent that holds the vacancy changes in it. */
    readonly contingentRule: ContingentRule | undefined;
    /** The demands that applied, where the dwelling is published; absent: all. */
    readonly applicants: ReadonlySet<number> | undefined;
    readonly day: Day;
    readonly seed: Uint32;
    readonly histories: readonly DemandHistory[];
    readonly demandOf: Int32Array;
}

/** Which pool: that of a vacancy, kept to the public of the contingent that holds it, and to those who applied where it is published. */
interface LookRequest {
    readonly vacancy: number;
    readonly contingent?: string;
    readonly applicants?: ReadonlySet<number>;
}

/** The pool of a vacancy on the day of designation. */
export function lookAt({ dwellings, population, seed }: RunContext, pool: PhasePool, { vacancy, contingent, applicants }: LookRequest): PoolLook {
    const { histories, demandOf } = population;
    const day = dwellings.vacancy(vacancy).designation;
    const rule = contingent === undefined ? undefined : pool.contingentRules.get(contingent);
    return {
        pool,
        bucket: bucketAt(pool, { vacancy, contingentRule: rule, published: applicants !== undefined }, day),
        vacancy,
        contingentRule: rule,
        applicants,
        day,
        seed,
        histories,
        demandOf,
    };
}

/**
 * The candidates of a vacancy in rank order. Members are taken from the heap by the best rank that they may have, and given once no
 * member left can rank before them: few notes are read exactly, and the order is that of all notes read exactly.
 */
export function candidateStream(look: PoolLook): CandidateStream {
    const { heap } = look.bucket;
    const standing = standingIn(look);
    const taken: number[] = [];
    /** The last ranks first. */
    const ready: Candidate[] = [];
    const next = (): Candidate | undefined => {
        for (;;) {
            const first = ready.at(-1);
            // As long as a member may rank before the first one read, it is read too: only then is the first given.
            const top = topKey(heap);
            if (top === undefined || (first !== undefined && compareRankKeys(first.note.key, top) < 0)) return ready.pop();
            const member = pop(heap);
            if (member === undefined) return ready.pop();
            taken.push(member);
            const row = rowOf(look.bucket, member);
            if (standing(row) !== OUT) place(ready, candidateAt(look, row));
        }
    };
    const close = (): void => {
        for (const member of taken) putBack(heap, member);
        taken.length = 0;
    };
    return { next, close };
}

/** How many demands are in the pool: all that passed the sorting filters, less those that the others keep out. Tells who is in it. */
export function poolSize(look: PoolLook): number {
    const { pool, bucket, vacancy, day } = look;
    const { heap } = bucket;
    if (isWhole(look)) return heap.size;
    const standing = standingIn(look);
    let size = 0;
    for (let place = 0; place < heap.size; place += 1) {
        const member = intAt(heap.order, place);
        const row = rowOf(bucket, member);
        const found = standing(row);
        if (found === OUT) continue;
        size += 1;
        tellPresence(pool, { row, vacancy, day }, found | memberStanding(bucket, member));
    }
    return size;
}

/** Visits the rows in the pool of a vacancy, in no order. */
export function visitPool(look: PoolLook, visit: (row: number) => void): void {
    const { heap } = look.bucket;
    const standing = isWhole(look) ? undefined : standingIn(look);
    for (let place = 0; place < heap.size; place += 1) {
        const row = rowOf(look.bucket, intAt(heap.order, place));
        if (standing === undefined || standing(row) !== OUT) visit(row);
    }
}

/** Whether all members of the bucket are in the pool. */
function isWhole({ pool, contingentRule: rule, applicants }: PoolLook): boolean {
    return applicants === undefined && readAtVacancy(pool, rule).length === 0;
}

/** How rows stand by the filters that the buckets do not sort by; who did not apply is out. */
function standingIn({ pool, vacancy, contingentRule: rule, applicants, demandOf }: PoolLook): (row: number) => number {
    const standing = standingAt(pool, readAtVacancy(pool, rule), vacancy);
    return applicants === undefined ? standing : (row) => (applicants.has(intAt(demandOf, row)) ? standing(row) : OUT);
}

/** Whether a row is in the pool of a vacancy. */
export function isInPool(look: PoolLook, row: number): boolean {
    const member = memberOf(look, row);
    return member !== undefined && isIn(look.bucket.heap, member) && standingIn(look)(row) !== OUT;
}

/** The rank, from 1, of a row in the pool of a vacancy; `undefined` when it is not in it. */
export function rankInPool(look: PoolLook, row: number): number | undefined {
    if (!isInPool(look, row)) return undefined;
    const { heap } = look.bucket;
    const standing = standingIn(look);
    const member = memberOf(look, row);
    const target = candidateAt(look, row);
    const isFiltered = !isWhole(look);
    let rank = 1;
    visitUpTo(heap, target.note.key, (other, surely) => {
        const otherRow = rowOf(look.bucket, other);
        if (other === member || (isFiltered && standing(otherRow) === OUT)) return;
        if (surely || isBefore(look, otherRow, target)) rank += 1;
    });
    return rank;
}

/** Whether a row ranks before a candidate, on the day of the look. */
function isBefore(look: PoolLook, row: number, target: Candidate): boolean {
    const order = compareRankKeys(exactKey(look, row).key, target.note.key);
    return order < 0 || (order === 0 && compareCandidates(candidateAt(look, row), target) < 0);
}

function memberOf({ pool, bucket }: PoolLook, row: number): number | undefined {
    return pool.places[row]?.find((place) => place.bucket === bucket)?.member;
}

/** A candidate with its note on the day of the look. */
export function candidateAt(look: PoolLook, row: number): Candidate {
    const { pool, vacancy, day, seed, histories, demandOf } = look;
    const index = intAt(demandOf, row);
    const demand = demandAt({ histories }, index);
    const dwelling = pool.dwellings.vacancy(vacancy);
    let drawn: FourWords | undefined;
    const draw = (): FourWords => (drawn ??= appraisalDraw(seed, demand.word, dwelling.word));
    return { demand, index, row, note: exactKey(look, row), result: () => pool.ranks.result(row, { dwelling: vacancy, day }), draw };
}

function exactKey({ pool, vacancy, day }: PoolLook, row: number): DatedKey {
    return at(pool.ranks.rankKeys([row], { dwelling: vacancy, day }), 0);
}

/** The total order: the keys of the ranking, then the simulated appraisal, then the id, for two demands that draw the same. */
export function compareCandidates(a: Candidate, b: Candidate): number {
    return compareRankKeys(a.note.key, b.note.key) || compareDraws(a.draw(), b.draw()) || compareText(a.demand.id, b.demand.id);
}

function compareDraws(a: FourWords, b: FourWords): number {
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** Inserts a candidate among others sorted from the last to the first. */
function place(sorted: Candidate[], candidate: Candidate): void {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (compareCandidates(at(sorted, middle), candidate) > 0) low = middle + 1;
        else high = middle;
    }
    sorted.splice(low, 0, candidate);
}
