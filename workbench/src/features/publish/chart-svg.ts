import type { Chart, IntervalChart, IntervalLine, StackChart } from '@bareme/language/telling';
import { element, escaped, wrapped } from './svg-text.js';

/** A drawing on its own, and its size in pixels. */
export interface ChartPicture {
    readonly svg: string;
    readonly width: number;
    readonly height: number;
}

/** What is said around a chart: the territory and the period, then the finding above; where it comes from and what must be known below. */
export interface ChartFrame {
    readonly overline: string;
    readonly finding: string;
    readonly notes: readonly string[];
}

const WIDTH = 960;
const MARGIN = 32;
const INSIDE = WIDTH - 2 * MARGIN;
const LINE = 18;
const FONT = "Inter, 'Segoe UI', 'Liberation Sans', sans-serif";

/** Inks of the light theme: a file is printed or put in a document. */
const INK = { paper: '#fffefb', text: '#1b242d', soft: '#525d67', line: '#dcd7ca', edge: '#8a8f8c', accent: '#14566a' } as const;

/** Parts of a bar, told apart by their strokes as much as by their colour. */
const PARTS: Readonly<Record<string, { readonly ground: string; readonly ink: string; readonly turn?: number }>> = {
    housed: { ground: '#1c66a5', ink: '#1c66a5' },
    sooner: { ground: '#e3eef8', ink: '#1c66a5', turn: 45 },
    same: { ground: '#efece3', ink: '#efece3' },
    later: { ground: '#fbeadd', ink: '#a8480f', turn: -45 },
    'no-longer': { ground: '#a8480f', ink: '#a8480f' },
};

/** What is drawn, from a height on, and where it ends. */
interface Drawn {
    readonly marks: readonly string[];
    readonly end: number;
}

/** A chart as a picture that stands alone: what it says, its units, its thresholds, its words; no script, no font, no address in it. */
export function chartPicture(chart: Chart, { overline, finding, notes }: ChartFrame): ChartPicture {
    const above = textLines(overline, { at: 40, size: 13, ink: INK.soft });
    const title = textLines(finding, { at: above.end + 28, size: 20, weight: 700 });
    const what = textLines(chart.title, { at: title.end + 24, ink: INK.soft });
    const head = [...above.marks, ...title.marks, ...what.marks];
    const top = what.end + 32;
    const body = chart.kind === 'stack' ? stackMarks(chart, top) : intervalMarks(chart, top);
    let end = body.end + 12;
    const foot = notes.flatMap((note) => {
        const drawn = textLines(note, { at: end + LINE, size: 12, ink: INK.soft });
        end = drawn.end;
        return drawn.marks;
    });
    const height = end + MARGIN;
    const svg = element(
        'svg',
        { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'font-family': FONT },
        element('title', {}, escaped(chart.title)),
        element('desc', {}, escaped(chart.description)),
        element('rect', { width: WIDTH, height, fill: INK.paper }),
        ...head,
        ...body.marks,
        ...foot,
    );
    return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width: WIDTH, height };
}

interface TextPlace {
    readonly at: number;
    readonly x?: number;
    readonly size?: number;
    readonly weight?: number;
    readonly ink?: string;
    /** Letters in a line. */
    readonly most?: number;
}

/** A text in as many lines as it takes. */
function textLines(text: string, { at, x = MARGIN, size = 14, weight = 400, ink = INK.text, most }: TextPlace): Drawn {
    const step = Math.round(size * 1.3);
    const lines = wrapped(text, most ?? Math.floor(INSIDE / (size * 0.56)));
    const marks = lines.map((line, place) => element('text', { x, y: at + place * step, 'font-size': size, 'font-weight': weight, fill: ink }, escaped(line)));
    return { marks, end: at + (lines.length - 1) * step };
}

/** What is said of a line, without its name where that stands beside it. */
function withoutLabel({ label, text }: { readonly label: string; readonly text: string }): string {
    return text.startsWith(`${label} : `) ? text.slice(label.length + 3) : text;
}

const LABEL = 320;
const WORDS = 170;
const AXIS = { from: MARGIN + LABEL + 16, to: WIDTH - MARGIN - WORDS - 16 } as const;

function intervalMarks({ axis, lines }: IntervalChart, top: number): Drawn {
    const at = (value: number): number => {
        const share = axis.high === axis.low ? 0 : (Math.min(Math.max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low);
        return Math.round((AXIS.from + share * (AXIS.to - AXIS.from)) * 10) / 10;
    };
    const marks: string[] = [];
    let y = top + 30;
    for (const line of lines) {
        const label = textLines(line.label, { at: y + 4, most: 44, size: 13, ink: line.quiet ? INK.soft : INK.text });
        const words = textLines(withoutLabel(line), { at: y + 4, x: AXIS.to + 16, most: 24, size: 13, ink: line.quiet ? INK.soft : INK.text });
        marks.push(...label.marks, ...words.marks, ...intervalMark(line, y, at));
        y = Math.max(label.end, words.end) + 26;
    }
    const ticks = axis.ticks.flatMap(({ at: value, text }) => [
        element('line', {
            x1: at(value),
            x2: at(value),
            y1: top + 8,
            y2: y - 12,
            stroke: value === 0 && axis.low < 0 ? INK.text : INK.line,
            'stroke-width': 1,
        }),
        element('text', { x: at(value), y: top, 'font-size': 12, 'text-anchor': 'middle', fill: INK.soft }, escaped(text)),
    ]);
    const hasThreshold = lines.some(({ thresholds }) => thresholds.length > 0);
    const key = hasThreshold ? textLines('Trait plein : seuil de l’année. Tirets : seuil de l’acte.', { at: y + 6, size: 12, ink: INK.soft }) : undefined;
    return { marks: [...ticks, ...marks, ...(key?.marks ?? [])], end: key?.end ?? y - 12 };
}

function intervalMark({ low, middle, high, thresholds, quiet }: IntervalLine, y: number, at: (value: number) => number): readonly string[] {
    const ink = quiet ? INK.edge : INK.accent;
    const isCentred = low === high || thresholds.length === 0;
    return [
        element('line', { x1: AXIS.from, x2: AXIS.to, y1: y, y2: y, stroke: INK.line, 'stroke-width': 2 }),
        ...thresholds.map(({ at: value }, place) =>
            element('line', {
                x1: at(value),
                x2: at(value),
                y1: y - 9,
                y2: y + 9,
                stroke: INK.text,
                'stroke-width': 1.5,
                ...(place > 0 ? { 'stroke-dasharray': '3 2' } : {}),
            }),
        ),
        element('line', { x1: at(low), x2: at(high), y1: y, y2: y, stroke: ink, 'stroke-width': 6 }),
        ...(isCentred ? [element('circle', { cx: at(middle), cy: y, r: 4.5, fill: ink })] : []),
    ];
}

const BAR = 30;

function stackMarks({ parts, bars }: StackChart, top: number): Drawn {
    const marks: string[] = [element('defs', {}, ...parts.map(({ id }) => pattern(id)))];
    let y = top - 6;
    for (const { label, values, text } of bars) {
        if (bars.length > 1) {
            const drawn = textLines(label, { at: y + 14, size: 13 });
            marks.push(...drawn.marks);
            y = drawn.end + 8;
        }
        marks.push(...barMarks(parts, values, y));
        const said = textLines(withoutLabel({ label, text }), { at: y + BAR + LINE, size: 13, ink: INK.soft });
        marks.push(...said.marks);
        y = said.end + 16;
    }
    for (const { id, label } of parts) {
        marks.push(element('rect', { x: MARGIN, y: y + 2, width: 14, height: 14, fill: `url(#part-${id})`, stroke: INK.edge }));
        const drawn = textLines(label, { at: y + 14, x: MARGIN + 22, size: 13 });
        marks.push(...drawn.marks);
        y = drawn.end + 8;
    }
    return { marks, end: y };
}

function barMarks(parts: StackChart['parts'], values: readonly number[], y: number): readonly string[] {
    const total = values.reduce((sum, value) => sum + value, 0);
    let x = MARGIN;
    const segments = values.map((value, place) => {
        const width = total === 0 ? 0 : (value / total) * INSIDE;
        const mark = element('rect', { x: round(x), y, width: round(width), height: BAR, fill: `url(#part-${parts[place]?.id ?? ''})`, stroke: INK.edge });
        x += width;
        return mark;
    });
    return segments;
}

const round = (length: number): number => Math.round(length * 10) / 10;

function pattern(id: string): string {
    const { ground, ink, turn } = PARTS[id] ?? { ground: INK.line, ink: INK.line };
    const strokes = turn === undefined ? [] : [element('rect', { width: 3, height: 8, fill: ink })];
    return element(
        'pattern',
        { id: `part-${id}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse', ...(turn === undefined ? {} : { patternTransform: `rotate(${turn})` }) },
        element('rect', { width: 8, height: 8, fill: ground }),
        ...strokes,
    );
}
