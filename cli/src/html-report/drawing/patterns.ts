import { el, type Markup } from './markup.js';

/** One way to draw a rule set: a colour, and strokes that tell it apart in grey. */
interface Pattern {
    readonly id: string;
    readonly background: string;
    readonly ink: string;
    readonly strokes: readonly Markup[];
}

const line = (attributes: Markup['attributes']) => el('line', { stroke: 'currentColor', 'stroke-width': 2, ...attributes });

const PATTERN_LIST: readonly Pattern[] = [
    { id: 'rules-0', background: '#1d3f6e', ink: '#1d3f6e', strokes: [] },
    {
        id: 'rules-1',
        background: '#fbe3cf',
        ink: '#a8480b',
        strokes: [line({ x1: 0, y1: 8, x2: 8, y2: 0 }), line({ x1: -2, y1: 2, x2: 2, y2: -2 }), line({ x1: 6, y1: 10, x2: 10, y2: 6 })],
    },
    { id: 'rules-2', background: '#d5efe6', ink: '#0d6b4f', strokes: [el('circle', { cx: 4, cy: 4, r: 1.8, fill: 'currentColor' })] },
    { id: 'rules-3', background: '#eadcf3', ink: '#6b2a8c', strokes: [line({ x1: 0, y1: 4, x2: 8, y2: 4 }), line({ x1: 4, y1: 0, x2: 4, y2: 8 })] },
    { id: 'rules-4', background: '#f7efc4', ink: '#7a5c00', strokes: [line({ x1: 4, y1: 0, x2: 4, y2: 8 })] },
    { id: 'history', background: '#ffffff', ink: '#5a5a5a', strokes: [line({ x1: 0, y1: 4, x2: 8, y2: 4, 'stroke-width': 1 })] },
];

/** The patterns of the whole page, once; charts refer to them by name. */
export function patternDefinitions(): Markup {
    const patterns = PATTERN_LIST.map(({ id, background, ink, strokes }) =>
        el(
            'pattern',
            { id: `fill-${id}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse', color: ink },
            el('rect', { width: 8, height: 8, fill: background }),
            strokes,
        ),
    );
    return el('svg', { width: 0, height: 0, class: 'definitions', 'aria-hidden': 'true', focusable: 'false' }, el('defs', {}, patterns));
}

/** The fill of a pattern. */
export function fillOf(pattern: string): string {
    return `url(#fill-${pattern})`;
}

const INKS = new Map(PATTERN_LIST.map(({ id, ink }) => [id, ink]));

/** The colour of a pattern's outline. */
export function inkOf(pattern: string): string {
    return INKS.get(pattern) ?? '#000000';
}

const DASHES: ReadonlyMap<string, string> = new Map([
    ['rules-1', '9 4'],
    ['rules-2', '2 4'],
    ['rules-3', '12 4 2 4'],
    ['rules-4', '6 2'],
    ['history', '1 3'],
]);

/** The dashes of a pattern's curve; absent: a full line. */
export function dashOf(pattern: string): string | undefined {
    return DASHES.get(pattern);
}

/** A small square of a pattern, for legends. */
export function swatch(pattern: string): Markup {
    const box = { x: 1, y: 1, width: 20, height: 12, fill: fillOf(pattern), stroke: inkOf(pattern) };
    return el('svg', { class: 'swatch', width: 22, height: 14, 'aria-hidden': 'true', focusable: 'false' }, el('rect', box));
}
