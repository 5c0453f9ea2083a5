import { beforeAll, describe, expect, it } from 'vitest';
import { replay, type ReplayReport } from '@bareme/language/replay';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { reportOf } from '../../language/replay/build.js';
import { smallValmont } from '../../policies/small-valmont.js';
import { cellsOf, textOf } from './read-section.js';

/** Parts of the page whose tables count households; the others count dwellings, leases or rules, which are public. */
const HOUSEHOLDS = ['bloc-everyone', 'toutes-les-classes', 'qui-gagne-qui-perd', 'attente', 'premieres', 'entrants', 'refus', 'signalements', 'publics'];

/** Columns of these tables that count something else. */
const OTHERS = /médian|^rang/i;

interface Table {
    readonly section: string;
    readonly titles: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

function tablesOf(html: string): readonly Table[] {
    return HOUSEHOLDS.flatMap((section) => {
        const start = html.indexOf(`<section id="${section}"`);
        const markup = start < 0 ? '' : html.slice(start, html.indexOf('</section>', start));
        return [...markup.matchAll(/<table.*?<\/table>/gs)].map(([table]): Table => {
            const [titles = [], ...rows] = [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => cellsOf(row));
            return { section, titles, rows: rows.filter(({ length }) => length === titles.length) };
        });
    });
}

interface Bounds {
    readonly low: number;
    readonly high: number;
}

/** What a cell tells of a count: exact, to the ten, of 1 to 10 or kept back to hide another; nothing where it is no count. */
function told(cell: string, isRounded: boolean): Bounds | undefined {
    const text = cell.replace(/\s/g, '');
    if (text === 'masqué') return { low: 0, high: Infinity };
    if (!/^\d+(\(|$)/.test(text)) return undefined;
    const count = Number.parseInt(text, 10);
    if (!isRounded) return { low: count, high: count };
    return count === 0 ? { low: 0, high: 0 } : { low: Math.max(11, count - 5), high: count + 4 };
}

/** Cells that a whole written in the same column leaves too little doubt about: a kept one is found by difference. */
function foundByDifference({ section, titles, rows }: Table): readonly string[] {
    return titles.flatMap((title, column) => {
        if (column === 0 || OTHERS.test(title)) return [];
        const whole = rows.find(([name = '']) => /^(toutes|ensemble|total)/i.test(name));
        const parts = rows.filter((row) => row !== whole);
        const all = told(whole?.[column] ?? '', false);
        const each = parts.map((row) => told(row[column] ?? '', false));
        if (all === undefined || each.includes(undefined)) return [];
        const known = each.flatMap((of) => (of === undefined ? [] : [of]));
        const kept = known.filter(({ high }) => high === Infinity).length;
        const rest = all.low - known.reduce((sum, { low, high }) => sum + (high === Infinity ? 0 : low), 0);
        return kept > 0 && rest > 0 && rest < 11 ? [`${section} | ${title} : ${rest} in ${kept} cells`] : [];
    });
}

let page: string;
let report: ReplayReport;

beforeAll(() => {
    const [from, to] = [19_723, 20_088];
    const { territory, ruleSets } = smallValmont({ demands: 700, lettings: 120, seed: 5, from, to });
    report = reportOf(replay({ territory: { ...territory, synthetic: false }, ruleSets, mode: 'vivier', from, to, seed: 1 }));
    page = htmlReport({ report, receipt: { hash: '', lines: [], command: '' }, ruleSets });
}, 300_000);

describe('an attacker with the whole page finds no count of 1 to 10 households', () => {
    it('the territory has small counts of every kind to find', () => {
        const small = (counts: readonly number[]): number => counts.filter((count) => count > 0 && count < 11).length;
        expect(small(report.comparisons.flatMap(({ groups }) => groups.map(({ onlyOther }) => onlyOther)))).toBeGreaterThan(10);
        expect(small(report.stocks.flatMap(({ start, end }) => [start?.demands ?? 0, end?.demands ?? 0]))).toBeGreaterThan(0);
        expect(small(report.volumes.notEvaluated.flatMap(({ count, ruleSet }) => (ruleSet === undefined ? [] : [count])))).toBeGreaterThan(0);
        expect(tablesOf(page).length).toBeGreaterThan(5);
    });

    it('finds what would be badly kept: a small count, one alone, two that come to a few', () => {
        const row = (name: string, cell: string): string => `<tr><th>${name}</th><td>${cell}</td></tr>`;
        const of = (...cells: readonly string[]): string =>
            `<section id="publics"><table>${row('Public', 'En attente')}${row('Ensemble', '60')}${cells.map((cell, place) => row(`p${place}`, cell)).join('')}</table></section>`;
        expect(tablesOf(of('53', 'masqué')).flatMap(foundByDifference)).toEqual(['publics | En attente : 7 in 1 cells']);
        expect(tablesOf(of('52', 'masqué', 'masqué')).flatMap(foundByDifference)).toEqual(['publics | En attente : 8 in 2 cells']);
        expect(tablesOf(of('40', 'masqué', 'masqué')).flatMap(foundByDifference)).toEqual([]);
    });

    it('none is written in a table of households', () => {
        const written = tablesOf(page).flatMap(({ section, titles, rows }) =>
            rows.flatMap((row) =>
                row.flatMap((cell, column) => {
                    const bounds = column === 0 || OTHERS.test(titles[column] ?? '') ? undefined : told(cell, false);
                    return bounds !== undefined && bounds.low > 0 && bounds.high < 10
                        ? [`${section} | ${row[0] ?? ''} | ${titles[column] ?? ''} : ${cell}`]
                        : [];
                }),
            ),
        );
        expect(written).toEqual([]);
    });

    it('none is a whole less what is written of its parts', () => {
        expect(tablesOf(page).flatMap(foundByDifference)).toEqual([]);
    });

    it('none is said in a sentence', () => {
        const said = textOf(page.replace(/<(table|style|script).*?<\/\1>/gs, ' '));
        expect([...said.matchAll(/(?<![\d,.] ?)\b([1-9]|10) (demandes?|ménages?|candidats?)\b[^.;]{0,60}/g)].map(([text]) => text)).toEqual([]);
    });
});
