import type { Fix, FixGround, FixProvider } from './fix.js';
import { rewritten } from './close-hole.js';
import { compareBounds, intervalsOf, tierLinesAt, type TierLine, type WrittenBound } from './tier-lines.js';
import { REMOVE_LINE } from '../words/fix-words.js';

/** Two lines of a `selon` that meet a value: the first may stop where the second begins, the second begin where the first ends, or go. */
export const splitOverlap: FixProvider = (ground, { location }) => {
    if (location === undefined) return [];
    const lines = tierLinesAt(ground, location.start);
    const second = lines.find(({ start }) => start === location.start);
    return second === undefined ? [] : [...atTheBound(ground, lines), ...withoutLine(ground, lines, second)];
};

function atTheBound(ground: FixGround, lines: readonly TierLine[]): readonly Fix[] {
    const intervals = intervalsOf(lines);
    return intervals.slice(0, -1).flatMap((before, index) => {
        const after = intervals[index + 1];
        if (before.high === undefined || after?.low === undefined || !overlap(before.high, after.low)) return [];
        // A line within another cannot be cut by one bound.
        if (after.high !== undefined && compareBounds(after.high, before.high) < 0) return [];
        const shorter = { ...before, high: { ...after.low, inclusive: !after.low.inclusive } };
        const later = { ...after, low: { ...before.high, inclusive: !before.high.inclusive } };
        return [...rewritten(ground, shorter), ...rewritten(ground, later)];
    });
}

function overlap(high: WrittenBound, low: WrittenBound): boolean {
    const order = compareBounds(high, low);
    return order > 0 || (order === 0 && high.inclusive && low.inclusive);
}

/** Only where the other lines still say something. */
function withoutLine({ path, text }: FixGround, lines: readonly TierLine[], { start, end }: TierLine): readonly Fix[] {
    if (lines.length < 2) return [];
    const before = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const separator = /^\s*;/.exec(text.slice(end))?.[0].length ?? 0;
    return [{ title: REMOVE_LINE, edits: [{ location: { path, start: start - before, end: end + separator }, newText: '' }] }];
}
