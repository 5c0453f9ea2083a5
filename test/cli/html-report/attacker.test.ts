import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { replay, type Receipt, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { tellComparison } from '@bareme/language/telling';
import { fluxTable } from '../../../cli/src/replay-run/flux-csv.js';
import { workbookSheets } from '../../../workbench/src/features/publish/workbook.js';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { runs } from '../../language/properties/draw.js';
import { reportOf } from '../../language/replay/build.js';
import { smallValmont } from '../../policies/small-valmont.js';
import { attack } from './attack/attack-page.js';
import { Knowledge } from './attack/knowledge.js';
import { proseOf } from './attack/page-tables.js';
import { anyReport } from './attack/random-report.js';
import { textOf } from './read-section.js';

const RECEIPT = { hash: '', lines: [], command: '' };

/** As a page writes a text. */
function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A page where one row says another thing than it does. */
function changed(html: string, row: RegExp, change: (row: string) => string): string {
    let times = 0;
    const page = html.replace(row, (found) => {
        times += 1;
        return change(found);
    });
    expect(times).toBe(1);
    return page;
}

describe('an attacker puts together everything published', () => {
    it('and finds what two tables give away together, by what each leaves the other', () => {
        const known = new Knowledge();
        known.open('signed before', 380);
        known.open('signed after', 382);
        known.secret('both', 370);
        known.cell('only before', 10, 'masqué', 'exact');
        known.cell('only after', 12, '12', 'exact');
        known.sum('signed before', ['both', 'only before']);
        known.sum('signed after', ['both', 'only after']);
        expect(known.found()).toEqual(['only before: from 10 to 10 (10)']);
    });

    it('and finds nothing where enough doubt is left', () => {
        const known = new Knowledge();
        known.open('all', 60);
        known.sum('all', [known.cell('a', 40, '40', 'exact'), known.cell('b', 9, 'masqué', 'exact'), known.cell('c', 11, 'masqué', 'exact')]);
        expect(known.found()).toEqual([]);
    });

    it('and believes nothing false', () => {
        const known = new Knowledge();
        known.secret('a', 4);
        expect(() => known.learn('a', { low: 5, high: 9 })).toThrow('« a » is 4');
        known.open('all', 5);
        expect(() => known.sum('all', ['a'])).toThrow('not nothing');
    });
});

describe('on random territories', () => {
    it('finds no count of 1 to 10 households', () => {
        let equations = 0;
        fc.assert(
            fc.property(anyReport, (random) => {
                const known = attack(htmlReport({ report: random, receipt: RECEIPT }), random);
                equations += known.size.equations;
                expect(known.found()).toEqual([]);
            }),
            runs(60),
        );
        expect(equations).toBeGreaterThan(2_000);
    });
});

describe('on a small Valmont', () => {
    let page: string;
    let report: ReplayReport;
    let ruleSets: readonly RuleSetInput[];

    beforeAll(() => {
        const [from, to] = [19_723, 20_088];
        const { territory, ...rules } = smallValmont({ demands: 700, lettings: 120, seed: 5, from, to });
        ruleSets = rules.ruleSets;
        report = reportOf(replay({ territory: { ...territory, synthetic: false }, ruleSets, mode: 'vivier', from, to, seed: 1 }));
        page = htmlReport({ report, receipt: RECEIPT, ruleSets });
    }, 300_000);

    it('there are small counts of every kind to find', () => {
        const small = (counts: readonly number[]): number => counts.filter((count) => count > 0 && count < 11).length;
        expect(small(report.comparisons.flatMap(({ groups }) => groups.map(({ onlyOther }) => onlyOther)))).toBeGreaterThan(10);
        expect(small(report.stocks.flatMap(({ start, end }) => [start?.demands ?? 0, end?.demands ?? 0]))).toBeGreaterThan(0);
        expect(small(report.volumes.notEvaluated.flatMap(({ count, ruleSet }) => (ruleSet === undefined ? [] : [count])))).toBeGreaterThan(0);
        const { counts, equations } = attack(page, report).size;
        expect([counts > 300, equations > 100]).toEqual([true, true]);
    });

    it('finds none', () => expect(attack(page, report).found()).toEqual([]));

    it('finds one that a cell unmasked gives away: the leases moved told to the unit, beside those signed under each rule set', () => {
        const [comparison] = report.comparisons;
        const signed = (ruleSet: string | undefined): number => report.volumes.leases.find((of) => of.ruleSet === ruleSet)?.signed ?? 0;
        const gap = signed(comparison?.ruleSet) - signed(comparison?.baseline);
        const few = { ...comparison!, groups: [], onlyBaseline: 4, onlyOther: 4 + gap, housedBoth: signed(comparison?.baseline) - 4 };
        const moved: ReplayReport = { ...report, comparisons: [{ ...few, sooner: few.housedBoth, sameDay: 0, later: 0 }] };
        const kept = htmlReport({ report: moved, receipt: RECEIPT });
        expect(attack(kept, moved).found()).toEqual([]);
        const told = changed(kept, /moins de \d+ baux(?= sur)/, () => `${few.onlyOther} baux`);
        expect(attack(told, moved).found().join()).toContain('onlyBaseline | attente_renforcée: from 4 to 4 (4)');
    });

    it('finds one in a table where a few are told to the unit', () => {
        const few = report.volumes.notEvaluated.filter(({ ruleSet, count }) => ruleSet !== undefined && count > 0 && count < 11);
        const reasons = [...new Set(report.volumes.notEvaluated.map(({ reason }) => reason))];
        const [first] = [...few].sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
        const told = changed(page, /(Lignes et demandes comptées à part.*?)moins de 11/s, (found) => found.replace(/moins de 11$/, String(first?.count)));
        expect(attack(told, report).found().join()).toContain(`${first?.reason ?? ''} | ${first?.ruleSet ?? ''}: from ${first?.count ?? 0} to`);
    });

    it('has no more in the workbook than on the page and in the accounts of flux', () => {
        const telling = tellComparison({ report, ruleSets, words: { dwelling: (_fact, word) => word } });
        const receipt = { inputs: { window: { from: 0, to: 0 } }, inputsSha256: '' } as unknown as Receipt;
        const sheets = workbookSheets({ telling, report, receipt, withLedger: false }).filter(({ sheet }) => sheet !== 'À lire');
        const [flux, told] = [sheets.filter(({ sheet }) => sheet === 'Comptes de flux'), sheets.filter(({ sheet }) => sheet !== 'Comptes de flux')];
        expect(flux[0]?.data).toHaveLength(fluxTable(report).rows.length + 1);
        const shown = textOf(page);
        const texts = told.flatMap(({ data }) => data.flatMap((row) => row.flatMap((cell) => (cell === null ? [] : [String(cell.value)]))));
        expect(texts.length).toBeGreaterThan(100);
        const pieces = texts.flatMap((text) => (shown.includes(textOf(escaped(text))) ? [] : text.split(/[()]/).map((piece) => piece.trim())));
        expect(pieces.filter((piece) => !shown.includes(textOf(escaped(piece))))).toEqual([]);
    });

    it('none is said in a sentence', () => {
        expect([...proseOf(page).matchAll(/(?<![\d,.] ?)\b([1-9]|10) (demandes?|ménages?|candidats?)\b[^.;]{0,60}/g)].map(([text]) => text)).toEqual([]);
    });
});
