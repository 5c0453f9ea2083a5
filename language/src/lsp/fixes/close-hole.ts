import type { TextEdit } from '../../diagnostics/diagnostic.js';
import { addedLine } from '../../diagnostics/added-line.js';
import type { Fix, FixGround, FixProvider } from './fix.js';
import { compareBounds, intervalsOf, intervalWords, tierLinesAt, type TierLine, type WrittenBound, type WrittenInterval } from './tier-lines.js';
import { addOtherwise, widen } from '../words/fix-words.js';

/** A hole between two lines of a `selon`: either line may reach the other, or one more line says what the rest gives. */
export const closeHole: FixProvider = (ground, { location }) => {
    const lines = location === undefined ? [] : tierLinesAt(ground, location.start);
    return [...betweenLines(ground, lines), ...otherwise(ground, lines)];
};

function betweenLines(ground: FixGround, lines: readonly TierLine[]): readonly Fix[] {
    const intervals = intervalsOf(lines);
    return intervals.slice(0, -1).flatMap((before, index) => {
        const after = intervals[index + 1];
        if (before.high === undefined || after?.low === undefined || !leavesHole(before.high, after.low)) return [];
        const reaching = { ...before, high: { ...after.low, inclusive: !after.low.inclusive } };
        const reached = { ...after, low: { ...before.high, inclusive: !before.high.inclusive } };
        return [...rewritten(ground, reaching), ...rewritten(ground, reached)];
    });
}

/** Nothing between two bounds that touch, if one of them comprises the value. */
function leavesHole(high: WrittenBound, low: WrittenBound): boolean {
    const order = compareBounds(high, low);
    return order < 0 || (order === 0 && !high.inclusive && !low.inclusive);
}

/** The line with other bounds. */
export function rewritten({ path, text }: FixGround, interval: WrittenInterval): readonly Fix[] {
    const { start, testEnd } = interval.line;
    const words = intervalWords(interval);
    if (words === undefined) return [];
    return [{ title: widen(text.slice(start, testEnd), words), edits: [{ location: { path, start, end: testEnd }, newText: words }] }];
}

/** `sinon : 0 point`, where lines give points. */
function otherwise({ path, text }: FixGround, lines: readonly TierLine[]): readonly Fix[] {
    const last = lines.at(-1);
    if (last === undefined || last.written.$container.$type !== 'PointsTier' || lines.some(({ test }) => test.kind === 'otherwise')) return [];
    const line = 'sinon : 0 point';
    const edits: readonly TextEdit[] = [addedLine(text, { place: { path, start: last.start, end: last.end }, alone: lines.length === 1 }, line)];
    return [{ title: addOtherwise(line), edits }];
}
