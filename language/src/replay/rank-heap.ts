import type { Day } from '../ir/value.js';
import { NEVER } from './demand-histories.js';
import type { NoteBounds } from './note-book.js';
import { compareRankKeys, type RankKey } from './rank-key.js';

/**
 * The members of a pool now in it, the best possible rank on top: a binary heap that knows where each member is. Members are numbered
 * from 0; `bounds` says between which keys each ranks.
 */
export interface RankHeap {
    readonly order: Int32Array;
    /** By member: its place in `order`, −1 when it is not in the heap. */
    readonly place: Int32Array;
    readonly bounds: (NoteBounds | undefined)[];
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
        bounds: new Array<NoteBounds | undefined>(members),
        size: 0,
        due: new Map(),
        nextDue: NEVER,
    };
}

/** The best possible key of what is on top. */
export function topKey(heap: RankHeap): RankKey | undefined {
    return heap.size === 0 ? undefined : heap.bounds[heap.order[0]!]!.best;
}

/** Puts a member in. */
export function insert(heap: RankHeap, member: number, bounds: NoteBounds): void {
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
    const place = heap.place[member]!;
    if (place < 0) return;
    heap.place[member] = -1;
    heap.size -= 1;
    if (place === heap.size) return;
    put(heap, place, heap.order[heap.size]!);
    siftUp(heap, place);
    siftDown(heap, place);
}

/** Takes out what is on top; `undefined` when the heap is empty. */
export function pop(heap: RankHeap): number | undefined {
    if (heap.size === 0) return undefined;
    const member = heap.order[0]!;
    remove(heap, member);
    return member;
}

/** Renews the bounds that end before a day, then puts the heap in order again. */
export function refresh(heap: RankHeap, day: Day, renew: (member: number) => NoteBounds): void {
    if (heap.nextDue >= day) return;
    const ended = endedBefore(heap, day);
    if (ended.length * 8 < heap.size) {
        for (const member of ended) remove(heap, member);
        for (const member of ended) insert(heap, member, renew(member));
        return;
    }
    for (const member of ended) setBounds(heap, member, renew(member));
    for (let place = (heap.size >> 1) - 1; place >= 0; place -= 1) siftDown(heap, place);
}

/** A member's bounds no longer hold from a day on. */
export function shorten(heap: RankHeap, member: number, day: Day): void {
    const bounds = heap.bounds[member];
    if (heap.place[member]! >= 0 && bounds !== undefined && bounds.until >= day) setBounds(heap, member, { ...bounds, until: day - 1 });
}

/** The members in the heap whose bounds end before a day; their days are no longer due. */
function endedBefore(heap: RankHeap, day: Day): readonly number[] {
    const ended = new Set<number>();
    for (let due = heap.nextDue; due < day; due += 1) {
        for (const member of heap.due.get(due) ?? []) if (heap.place[member]! >= 0 && heap.bounds[member]!.until < day) ended.add(member);
        heap.due.delete(due);
    }
    heap.nextDue = heap.due.size === 0 ? NEVER : day;
    return [...ended];
}

function setBounds(heap: RankHeap, member: number, bounds: NoteBounds): void {
    heap.bounds[member] = bounds;
    if (bounds.until >= NEVER) return;
    const due = heap.due.get(bounds.until);
    if (due === undefined) heap.due.set(bounds.until, [member]);
    else due.push(member);
    heap.nextDue = Math.min(heap.nextDue, bounds.until);
}

/** Visits the members whose best key is not after a key, and no other: a subtree under a worse one is worse. */
export function visitUpTo(heap: RankHeap, key: RankKey, visit: (member: number) => void): void {
    const places = heap.size === 0 ? [] : [0];
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
        const member = heap.order[place]!;
        if (compareRankKeys(heap.bounds[member]!.best, key) > 0) continue;
        visit(member);
        const child = 2 * place + 1;
        if (child < heap.size) places.push(child);
        if (child + 1 < heap.size) places.push(child + 1);
    }
}

function put({ order, place }: RankHeap, at: number, member: number): void {
    order[at] = member;
    place[member] = at;
}

function siftUp(heap: RankHeap, from: number): void {
    const { order, bounds } = heap;
    const member = order[from]!;
    const { best } = bounds[member]!;
    let at = from;
    while (at > 0) {
        const parent = (at - 1) >> 1;
        if (compareRankKeys(best, bounds[order[parent]!]!.best) >= 0) break;
        put(heap, at, order[parent]!);
        at = parent;
    }
    put(heap, at, member);
}

function siftDown(heap: RankHeap, from: number): void {
    const { order, bounds, size } = heap;
    const member = order[from]!;
    const { best } = bounds[member]!;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && compareRankKeys(bounds[order[child + 1]!]!.best, bounds[order[child]!]!.best) < 0) child += 1;
        if (compareRankKeys(best, bounds[order[child]!]!.best) <= 0) break;
        put(heap, at, order[child]!);
        at = child;
    }
    put(heap, at, member);
}
