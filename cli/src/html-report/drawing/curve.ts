import { el, type Markup } from './markup.js';
import { percentOf } from './bars.js';
import { dashOf, inkOf } from './patterns.js';

/** A curve that climbs by steps: points by increasing x, each holding until the next. */
export interface StepCurve {
    readonly pattern: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A chart of step curves on one pair of axes. Heights are thousandths. */
export interface CurveChart {
    readonly title: string;
    readonly description: string;
    readonly curves: readonly StepCurve[];
    readonly xMax: number;
    readonly yMax: number;
    readonly xTicks: readonly { readonly at: number; readonly text: string }[];
    readonly yTicks: readonly { readonly at: number; readonly text: string }[];
}

const HEIGHT = 300;
const TOP = 10;
const BOTTOM = 30;
/** Share of the width, in hundredths, kept for the words of the vertical axis. */
const LEFT = 13;

/**
 * The curves are stretched to the page's width while words and strokes keep their size, so that the chart reads on a telephone as on
 * paper.
 */
export function curveChart({ title, description, curves, xMax, yMax, xTicks, yTicks }: CurveChart): Markup {
    const plotHeight = HEIGHT - TOP - BOTTOM;
    const yOf = (value: number) => TOP + plotHeight - Math.round((value * plotHeight) / yMax);
    const xOf = (value: number) => percentOf({ value: LEFT * xMax + (100 - LEFT - 4) * value, of: 100 * xMax });
    return el(
        'svg',
        { class: 'curve', width: '100%', height: HEIGHT, role: 'img', 'aria-label': title },
        el('title', {}, title),
        el('desc', {}, description),
        yTicks
            .map(({ at, text }) => [
                el('line', { class: 'grid', x1: `${LEFT}%`, x2: '96%', y1: yOf(at), y2: yOf(at) }),
                el('text', { x: `${LEFT - 1}%`, y: yOf(at) + 4, 'text-anchor': 'end' }, text),
            ])
            .flat(),
        xTicks.map(({ at, text }) => el('text', { x: xOf(at), y: HEIGHT - 8, 'text-anchor': 'middle' }, text)),
        el('line', { class: 'axis', x1: `${LEFT}%`, x2: '96%', y1: yOf(0), y2: yOf(0) }),
        el(
            'svg',
            { x: `${LEFT}%`, y: TOP, width: `${100 - LEFT - 4}%`, height: plotHeight, viewBox: `0 0 ${xMax} ${yMax}`, preserveAspectRatio: 'none' },
            curves.map((curve) => polyline(curve, xMax, yMax)),
        ),
    );
}

function polyline({ pattern, points }: StepCurve, xMax: number, yMax: number): Markup {
    const corners: string[] = [`0,${yMax}`];
    let height = 0;
    for (const { x, y } of points) {
        corners.push(`${x},${yMax - height}`, `${x},${yMax - y}`);
        height = y;
    }
    if (points.length > 0) corners.push(`${Math.min(points.at(-1)?.x ?? 0, xMax)},${yMax - height}`);
    return el('polyline', {
        class: 'step',
        points: corners.join(' '),
        stroke: inkOf(pattern),
        'stroke-dasharray': dashOf(pattern),
        'vector-effect': 'non-scaling-stroke',
    });
}
