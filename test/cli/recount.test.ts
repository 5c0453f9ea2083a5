import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@bareme/language/ir';
import { HISTORY, replay, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { tellComparison, type Figure, type RowSource, type Telling } from '@bareme/language/telling';
import { fluxCsv } from '../../cli/src/replay-run/flux-csv.js';
import { ledgerCsv } from '../../cli/src/replay-run/ledger-csv.js';
import { BOOLEAN, CODE, fact, not, NUMBER, number, test as compares } from '../language/engine/build.js';
import { runs } from '../language/properties/draw.js';
import { baseline, criteriaOnly, GIVEN, objective, reportOf, request, withVariant } from '../language/replay/build.js';
import { anyFluxPolicy, anyTerritory } from '../language/replay/random-territory.js';
import { smallValmont } from '../policies/small-valmont.js';

/** A file as whoever opens it reads it: rows of words by the titles of their columns. */
type Rows = readonly ReadonlyMap<string, string>[];

function rowsOf(csv: string): Rows {
    const [header = [], ...rows] = csv
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
    return rows.map((cells) => new Map(header.map((title, place) => [title, cells[place] ?? ''])));
}

/** Counts, or adds, what a source says to: knows nothing of replays but the titles of the columns. */
function recount({ file, where, sum }: RowSource, files: Readonly<Record<RowSource['file'], Rows>>): string {
    const rows = files[file];
    const kept = rows.filter((row) =>
        where.every((test) => {
            const cell = row.get(test.column);
            if (cell === undefined) throw new Error(`${file} has no column ${test.column}`);
            switch (test.test) {
                case 'in':
                    return test.words.includes(cell);
                case 'year':
                    return cell.startsWith(`${test.year}-`);
                case 'filled':
                    return cell !== '';
                case 'not-among':
                    return !rows.some((other) => other.get('règles') === test.ruleSet && other.get(test.column) === cell);
            }
        }),
    );
    if (sum === undefined) return String(kept.length);
    const amounts = kept.map((row) => row.get(sum) ?? '');
    return amounts.some((amount) => amount.startsWith('≈'))
        ? '≈'
        : String(Math.round(amounts.reduce((all, amount) => all + Number(amount.replace(',', '.')), 0) * 1e6));
}

function figuresOf({ first, parts }: Telling): readonly Figure[] {
    return [...first, ...parts].flatMap(({ statements, exhibits }) => [
        ...statements.flatMap(({ figures }) => figures),
        ...exhibits.flatMap((exhibit) => (exhibit.kind === 'table' ? exhibit.rows.flatMap(({ cells }) => cells.flatMap(({ figures = [] }) => figures)) : [])),
    ]);
}

const WORDS = { dwelling: (_fact: string, word: string): string => word };

/** Every figure of a telling with what its rows give. */
function compareAll(report: ReplayReport, ruleSets: readonly RuleSetInput[]): number {
    const files = { 'registre-interne.csv': rowsOf(ledgerCsv(report)), 'flux.csv': rowsOf(fluxCsv(report)) };
    const figures = figuresOf(tellComparison({ report, ruleSets, words: WORDS, edition: 'internal' }));
    for (const { name, value, numerator, denominator, interval, source, base, doubt } of figures) {
        expect(source, name).toBeDefined();
        if (source === undefined) continue;
        const found = recount(source, files);
        if (source.sum !== undefined) {
            if (found !== '≈') expect([name, found]).toEqual([name, String(Math.round(valueOf(value) * 1e6))]);
            continue;
        }
        expect([name, found]).toEqual([name, String(numerator ?? value)]);
        if (denominator !== undefined) expect([name, base && recount(base, files)]).toEqual([name, String(denominator)]);
        if (interval === undefined) expect([name, doubt === undefined ? '0' : recount(doubt, files)]).toEqual([name, '0']);
        else
            expect([name, doubt && Number(recount(doubt, files)) / (denominator ?? 1)]).toEqual(
                [name, valueOf(interval.high) - valueOf(interval.low)].map(near),
            );
    }
    return figures.length;
}

function valueOf(fraction: string): number {
    const [n, d = '1'] = fraction.split('/');
    return Number(n) / Number(d);
}

function near(value: unknown): unknown {
    return typeof value === 'number' ? (expect.closeTo(value, 9) as unknown) : value;
}

/** Objectives of every kind: shares and numbers, by landlord and over rolling months, rounded, at least and at most. */
const OBJECTIVES: Policy['objectives'] = [
    objective('prioritaires', '1/4', fact('prioritaire', BOOLEAN)),
    objective('hors_qpv', '1/2', fact('prioritaire', BOOLEAN), { base: not(fact('qpv', BOOLEAN, 'logement')) }),
    objective('par_bailleur', '1/5', compares(fact('personnes', NUMBER), '>=', number('2')), { by: fact('bailleur', CODE, 'logement') as never }),
    objective('nombre', '3', fact('prioritaire', BOOLEAN), { counted: 'leases' }),
    objective('récents', '1/3', fact('prioritaire', BOOLEAN), { months: 6, sense: 'at-most' }),
];

describe('every figure told is given back by the rows of the files', () => {
    it('on random territories, rules, conventions and objectives', () => {
        let figures = 0;
        fc.assert(
            fc.property(anyTerritory, anyFluxPolicy, ({ demands, dwellings, assumptions }, rules) => {
                const base: Policy = { ...rules, objectives: OBJECTIVES };
                const ruleSets = [baseline(base), withVariant(criteriaOnly(base, GIVEN), base)];
                const outcome = replay(request({ demands, dwellings, assumptions, ruleSets }));
                if (outcome.kind !== 'done') return;
                figures += compareAll(outcome.report, ruleSets);
            }),
            runs(60),
        );
        expect(figures).toBeGreaterThan(500);
    });

    it('on a small Valmont, the record included, with the results of the report', () => {
        const [from, to] = [19_509, 20_088];
        const { territory, ruleSets } = smallValmont({ demands: 900, lettings: 160, seed: 3, from, to });
        const report = reportOf(replay({ territory: territory, ruleSets, mode: 'vivier', from, to, seed: 1 }));
        expect(report.objectives.some(({ ruleSet }) => ruleSet === HISTORY)).toBe(true);
        expect(compareAll(report, ruleSets)).toBeGreaterThan(60);
    });
});
