import { at, floatAt, intAt } from '../../kit/at.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import { compareRankKeys, type RankBounds, type RankKey } from '../../engine/index.js';

/**
 * The members of a pool now in it, the best possible rank on top: a binary heap that knows where each member is. Members are numbered
 * from 0; `bounds` says between which keys each ranks.
 */
export interface RankHeap {
    readonly order: Int32Array;
    /** By member: its place in `order`, −1 when it is not in the heap. */
    readonly place: Int32Array;
    readonly bounds: (RankBounds | undefined)[];
    /** By member: the first two planes of the best key, 0 where it has no such plane. */
    readonly lead: Float64Array;
    readonly next: Float64Array;
    /** The same of the worst key; after every number where it is not known. */
    readonly worstLead: Float64Array;
    readonly worstNext: Float64Array;
    size: number;
    /** By day: members whose bounds were seen to end on it. No bounds end before `nextDue`. */
    readonly due: Map<Day, number[]>;
    nextDue: Day;
}

/** An empty heap for so many members. */
export function rankHeap(members: number): RankHeap {
    return {
        order: new Int32Array(members),
        place: new Int32Array(members).fill(-1),
        bounds: new Array<RankBounds | undefined>(members),
        lead: new Float64Array(members),
        next: new Float64Array(members),
        worstLead: new Float64Array(members),
        worstNext: new Float64Array(members),
        size: 0,
        due: new Map(),
        nextDue: NEVER,
    };
}

/** The best possible key of what is on top. */
export function topKey(heap: RankHeap): RankKey | undefined {
    return heap.size === 0 ? undefined : boundsOf(heap, intAt(heap.order, 0)).best;
}

/** Whether a member is in the heap. */
export function isIn({ place }: RankHeap, member: number): boolean {
    return intAt(place, member) >= 0;
}

function boundsOf({ bounds }: RankHeap, member: number): RankBounds {
    const found = bounds[member];
    if (found === undefined) throw new RangeError(`member ${member} was never put in`);
    return found;
}

/** Puts a member in. */
export function insert(heap: RankHeap, member: number, bounds: RankBounds): void {
    setBounds(heap, member, bounds);
    putBack(heap, member);
}

/** Puts a member in again, with the bounds that it had. */
export function putBack(heap: RankHeap, member: number): void {
    put(heap, heap.size, member);
    heap.size += 1;
    siftUp(heap, heap.size - 1);
}

/** Takes a member out; nothing when it is not in. */
export function remove(heap: RankHeap, member: number): void {
    const place = intAt(heap.place, member);
    if (place < 0) return;
    heap.place[member] = -1;
    heap.size -= 1;
    if (place === heap.size) return;
    put(heap, place, intAt(heap.order, heap.size));
    siftUp(heap, place);
    siftDown(heap, place);
}

/** Takes out what is on top; `undefined` when the heap is empty. */
export function pop(heap: RankHeap): number | undefined {
    if (heap.size === 0) return undefined;
    const member = intAt(heap.order, 0);
    remove(heap, member);
    return member;
}

/** Renews the bounds that end before a day, then puts the heap in order again. */
export function refresh(heap: RankHeap, day: Day, renew: (members: readonly number[]) => readonly RankBounds[]): void {
    if (heap.nextDue >= day) return;
    const ended = endedBefore(heap, day);
    const renewed = renew(ended).entries();
    // A few of many are moved one by one; beyond, putting the whole heap in order from its last parents up costs less.
    if (ended.length * 8 < heap.size) {
        for (const member of ended) remove(heap, member);
        for (const [place, bounds] of renewed) insert(heap, at(ended, place), bounds);
        return;
    }
    for (const [place, bounds] of renewed) setBounds(heap, at(ended, place), bounds);
    for (let place = (heap.size >> 1) - 1; place >= 0; place -= 1) siftDown(heap, place);
}

/** A member's bounds no longer hold from a day on. */
export function shorten(heap: RankHeap, member: number, day: Day): void {
    const bounds = heap.bounds[member];
    if (isIn(heap, member) && bounds !== undefined && bounds.until >= day) setBounds(heap, member, { ...bounds, until: day - 1 });
}

/** The members in the heap whose bounds end before a day; their days are no longer due. */
function endedBefore(heap: RankHeap, day: Day): readonly number[] {
    const ended = new Set<number>();
    // A member stays listed under each day on which its bounds once ended: only those whose bounds of now have ended count.
    for (let due = heap.nextDue; due < day; due += 1) {
        for (const member of heap.due.get(due) ?? []) if (isIn(heap, member) && boundsOf(heap, member).until < day) ended.add(member);
        heap.due.delete(due);
    }
    heap.nextDue = heap.due.size === 0 ? NEVER : day;
    return [...ended];
}

function setBounds(heap: RankHeap, member: number, bounds: RankBounds): void {
    heap.bounds[member] = bounds;
    const [lead = 0, next = 0] = bounds.best;
    const [worstLead = 0, worstNext = 0] = bounds.worst ?? UNKNOWN_WORST;
    heap.lead[member] = lead;
    heap.next[member] = next;
    heap.worstLead[member] = worstLead;
    heap.worstNext[member] = worstNext;
    if (bounds.until >= NEVER) return;
    const due = heap.due.get(bounds.until);
    if (due === undefined) heap.due.set(bounds.until, [member]);
    else due.push(member);
    heap.nextDue = Math.min(heap.nextDue, bounds.until);
}

const UNKNOWN_WORST: RankKey = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * Visits the members whose best key is not after a key, and no other: a subtree under a worse one is worse. `surely`: the worst key is
 * known to be before it.
 */
export function visitUpTo(heap: RankHeap, key: RankKey, visit: (member: number, surely: boolean) => void): void {
    const { order, size } = heap;
    const places = size === 0 ? [] : [0];
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
        const member = intAt(order, place);
        if (isAfter(heap, member, key)) continue;
        visit(member, isSurelyBefore(heap, member, key));
        const child = 2 * place + 1;
        if (child < size) places.push(child);
        if (child + 1 < size) places.push(child + 1);
    }
}

/** Whether a member's best key is after a key. */
function isAfter(heap: RankHeap, member: number, key: RankKey): boolean {
    const order = compareStart(floatAt(heap.lead, member), floatAt(heap.next, member), key);
    return order === 0 ? compareRankKeys(boundsOf(heap, member).best, key) > 0 : order > 0;
}

/** Whether a member's worst key is known to be before a key. */
function isSurelyBefore(heap: RankHeap, member: number, key: RankKey): boolean {
    const order = compareStart(floatAt(heap.worstLead, member), floatAt(heap.worstNext, member), key);
    if (order !== 0) return order < 0;
    const { worst } = boundsOf(heap, member);
    return worst !== undefined && compareRankKeys(worst, key) < 0;
}

/** How the first two planes of a member's key compare with those of another key. */
function compareStart(lead: number, next: number, [first = 0, second = 0]: RankKey): number {
    if (lead !== first) return lead < first ? -1 : 1;
    return next === second ? 0 : next < second ? -1 : 1;
}

function put({ order, place }: RankHeap, at: number, member: number): void {
    order[at] = member;
    place[member] = at;
}

/** Whether a member's best key is before another's. */
function isBefore(heap: RankHeap, a: number, b: number): boolean {
    const [lead, otherLead] = [floatAt(heap.lead, a), floatAt(heap.lead, b)];
    if (lead !== otherLead) return lead < otherLead;
    const [next, otherNext] = [floatAt(heap.next, a), floatAt(heap.next, b)];
    if (next !== otherNext) return next < otherNext;
    return compareRankKeys(boundsOf(heap, a).best, boundsOf(heap, b).best) < 0;
}

function siftUp(heap: RankHeap, from: number): void {
    const { order } = heap;
    const member = intAt(order, from);
    let at = from;
    while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = intAt(order, above);
        if (!isBefore(heap, member, parent)) break;
        put(heap, at, parent);
        at = above;
    }
    put(heap, at, member);
}

function siftDown(heap: RankHeap, from: number): void {
    const { order, size } = heap;
    const member = intAt(order, from);
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && isBefore(heap, intAt(order, child + 1), intAt(order, child))) child += 1;
        const first = intAt(order, child);
        if (!isBefore(heap, first, member)) break;
        put(heap, at, first);
        at = child;
    }
    put(heap, at, member);
}
