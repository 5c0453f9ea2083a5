import type { IntervalChart, IntervalLine, StackChart } from '@bareme/language/telling';
import { percentOf } from './bars.js';
import { el, type Markup } from './markup.js';

const HEIGHT = 18;
const MIDDLE = HEIGHT / 2;

/**
 * One interval on its axis, drawn by hand: a line from least to greatest, a dot, a mark for each threshold (the first whole, the second
 * dashed). Our own marks: they stand in a table's cell, print, follow the dark scheme and need no library; the cell's text says the same.
 */
export function intervalMark({ axis: { low: from, high: to } }: IntervalChart, { low, middle, high, thresholds, quiet }: IntervalLine, side: number): Markup {
    const at = (value: number): string => percentOf({ value: value - from, of: to - from });
    // Unknown leases have no middle: only the ends of such an interval mean something.
    const isCentred = low === high || thresholds.length === 0;
    const zero = from < 0 ? [el('line', { class: 'axis', x1: at(0), x2: at(0), y1: 0, y2: HEIGHT })] : [];
    return el(
        'svg',
        { class: `mark side-${side}${quiet ? ' faint' : ''}`, width: '100%', height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
        el('line', { class: 'track', x1: '0%', x2: '100%', y1: MIDDLE, y2: MIDDLE }),
        zero,
        thresholds.map((threshold, place) =>
            el('line', { class: place === 0 ? 'bound' : 'bound far', x1: at(threshold.at), x2: at(threshold.at), y1: 1, y2: HEIGHT - 1 }),
        ),
        el('line', { class: 'span', x1: at(low), x2: at(high), y1: MIDDLE, y2: MIDDLE }),
        isCentred ? el('circle', { class: 'dot', cx: at(middle), cy: MIDDLE, r: 4 }) : undefined,
    );
}

const BAR = 26;

/** Bars cut in parts, with their legend; the text of each bar says its parts. */
export function stackFigure({ title, description, parts, bars }: StackChart): Markup {
    return el(
        'figure',
        { class: 'keep' },
        el('figcaption', {}, title),
        el('p', { class: 'quiet small' }, description),
        el(
            'ul',
            { class: 'legend' },
            parts.map(({ label }, place) => el('li', {}, swatchOf(place), label)),
        ),
        bars.map((bar) => [el('p', { class: 'bar-name' }, bar.label), stackBar(bar)]).flat(),
    );
}

function swatchOf(place: number): Markup {
    const box = el('rect', { class: `part-${place}`, x: 1, y: 1, width: 20, height: 12 });
    return el('svg', { class: 'swatch mark', width: 22, height: 14, 'aria-hidden': 'true', focusable: 'false' }, box);
}

function stackBar({ values, text }: StackChart['bars'][number]): Markup {
    const whole = values.reduce((sum, value) => sum + value, 0);
    const starts = values.map((_, place) => values.slice(0, place).reduce((sum, value) => sum + value, 0));
    return el(
        'svg',
        { class: 'mark stack', width: '100%', height: BAR, role: 'img', 'aria-label': text },
        el('title', {}, text),
        values.map((value, place) => {
            const box = { x: percentOf({ value: starts[place] ?? 0, of: whole }), y: 1, width: percentOf({ value, of: whole }), height: BAR - 2 };
            return el('rect', { class: `part-${place}`, ...box });
        }),
    );
}
