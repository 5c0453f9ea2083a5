import { el, type Markup } from './markup.js';
import { fillOf, inkOf } from './patterns.js';

/** A part of a whole, drawn: `of` is the width of the drawing. */
export interface Portion {
    readonly value: number;
    readonly of: number;
}

/**
 * Widths are percentages of the drawing, with the digits that a screen can show: a chart is a picture of the exact figures written
 * beside it.
 */
export function percentOf({ value, of }: Portion): string {
    if (of <= 0) return '0%';
    const hundredths = Math.round((Math.min(Math.max(value, 0), of) * 10_000) / of);
    return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

const BAR_HEIGHT = 22;

/** One horizontal bar, perhaps with the line of a threshold. `words` say in a sentence what is drawn. */
export function bar({
    portion,
    pattern,
    threshold,
    words,
}: {
    readonly portion: Portion;
    readonly pattern: string;
    readonly threshold?: Portion;
    readonly words: string;
}): Markup {
    const mark = threshold === undefined ? undefined : percentOf(threshold);
    return el(
        'svg',
        { class: 'bar', width: '100%', height: BAR_HEIGHT, role: 'img', 'aria-label': words },
        el('title', {}, words),
        el('rect', { class: 'track', x: 0, y: 3, width: '100%', height: BAR_HEIGHT - 6 }),
        el('rect', { x: 0, y: 3, width: percentOf(portion), height: BAR_HEIGHT - 6, fill: fillOf(pattern), stroke: inkOf(pattern) }),
        mark === undefined ? undefined : el('line', { class: 'threshold', x1: mark, x2: mark, y1: 0, y2: BAR_HEIGHT }),
    );
}

/** Two bars from a middle line: losses to the left in the first pattern, gains to the right in the second, on one scale. */
export function twoWayBar(drawn: {
    readonly left: number;
    readonly right: number;
    readonly scale: number;
    readonly patterns: readonly [string, string];
    readonly words: string;
}): Markup {
    const { left, right, scale, patterns, words } = drawn;
    const leftWidth = percentOf({ value: left, of: 2 * scale });
    const leftStart = percentOf({ value: scale - Math.min(left, scale), of: 2 * scale });
    const box = { y: 3, height: BAR_HEIGHT - 6 };
    return el(
        'svg',
        { class: 'bar', width: '100%', height: BAR_HEIGHT, role: 'img', 'aria-label': words },
        el('title', {}, words),
        el('rect', { ...box, x: leftStart, width: leftWidth, fill: fillOf(patterns[0]), stroke: inkOf(patterns[0]) }),
        el('rect', { ...box, x: '50%', width: percentOf({ value: right, of: 2 * scale }), fill: fillOf(patterns[1]), stroke: inkOf(patterns[1]) }),
        el('line', { class: 'axis', x1: '50%', x2: '50%', y1: 0, y2: BAR_HEIGHT }),
    );
}
