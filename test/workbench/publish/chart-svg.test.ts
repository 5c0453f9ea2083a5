import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntervalChart, StackChart } from '@bareme/language/telling';
import { chartPicture } from '../../../workbench/src/features/publish/chart-svg.js';
import { escaped, wrapped } from '../../../workbench/src/features/publish/svg-text.js';

const FRAME = { overline: 'Valmont', finding: 'Rien ne bouge', notes: ['Territoire fictif.'] };

const stack = (label: string, values: readonly number[]): StackChart => ({
    kind: 'stack',
    id: 'personnes',
    title: label,
    description: label,
    table: 'personnes-table',
    parts: values.map((_, place) => ({ id: place === 0 ? 'housed' : 'later', label })),
    bars: [{ label, values, text: label }],
});

const intervals = (label: string): IntervalChart => ({
    kind: 'intervals',
    id: 'objectifs',
    title: label,
    description: label,
    table: 'objectifs-table',
    axis: { low: -10, high: 30, ticks: [{ at: 0, text: '0' }] },
    lines: [
        { label, side: 'a', low: 5, middle: 8, high: 12, thresholds: [], quiet: false, text: label },
        {
            label,
            side: 'b',
            low: 5,
            middle: 8,
            high: 12,
            thresholds: [
                { at: 25, text: '25' },
                { at: 20, text: '20' },
            ],
            quiet: true,
            text: label,
        },
    ],
});

/** Names of the elements, in order: what text could only change by becoming markup. */
const elementsOf = (svg: string): readonly string[] => [...svg.matchAll(/<([a-z]+)/gi)].map(([, found = '']) => found);

describe('a chart on its own', () => {
    it.each([stack('Logés', [3, 0, 5]), intervals('Premier quartile')])('has its words, its size and no address', (chart) => {
        const { svg, width, height } = chartPicture(chart, FRAME);
        expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
        expect(svg).toContain('Territoire fictif.');
        expect(svg).toContain(chart.title);
        expect(svg).not.toMatch(/NaN|undefined|href|<script|<style|url\((?!#part-)/);
        expect([...svg.matchAll(/https?:[^"]*/g)].map(([found]) => found)).toEqual(['http://www.w3.org/2000/svg']);
    });

    it('draws thresholds: the first whole, the second dashed, and says which is which', () => {
        const { svg } = chartPicture(intervals('x'), FRAME);
        expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
        expect(svg).toContain('Trait plein : seuil de l’année. Tirets : seuil de l’acte.');
    });

    it('tells parts apart by their strokes where they share a colour', () => {
        const { svg } = chartPicture(
            {
                ...stack('x', [1, 1]),
                parts: [
                    { id: 'housed', label: 'a' },
                    { id: 'sooner', label: 'b' },
                ],
            },
            FRAME,
        );
        expect(svg.match(/patternTransform/g)).toHaveLength(1);
    });

    it.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', ']]><svg onload=alert(1)>', '&lt;script&gt;'])('%s stays text', (payload) => {
        for (const make of [(label: string) => stack(label, [1, 2]), intervals]) {
            // As many letters and spaces: the same lines.
            const plain = payload.replaceAll(/\S/g, 'x');
            expect(elementsOf(chartPicture(make(payload), FRAME).svg)).toEqual(elementsOf(chartPicture(make(plain), FRAME).svg));
        }
    });

    it('escapes any text, and leaves nothing that XML refuses', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), (text) => {
                expect(escaped(text)).not.toMatch(/[<>"\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;)/);
                expect(new TextDecoder().decode(new TextEncoder().encode(escaped(text)))).toBe(escaped(text));
            }),
            { numRuns: 50 },
        );
    });

    it('cuts text in lines without losing a letter', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
                const lines = wrapped(text, most);
                expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
                expect(lines.every((line) => line.length <= most)).toBe(true);
            }),
        );
    });
});
