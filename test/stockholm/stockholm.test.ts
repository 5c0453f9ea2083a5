import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWorkspace } from '@bareme/language/node';
import type { ReplayReport } from '@bareme/language/replay';
import { replayStockholm, type StockholmOutcome } from './replay-stockholm.js';
import { summaryOf } from './summary.js';

/*
 * The file made by hand has eight lettings; the demand of row n was housed by letting n, so that n names both.
 *
 *   n  released      type        registered     its day: the distinct orders of a year are spread evenly over its days
 *   1  01/01/2001    hyresrätt   01/05/1990     place 0 of 4
 *   2  02/04/2001    hyresrätt   29/02/1996     place 1 of 4: 1 January + floor(1 × 365 / 4) = + 91 days
 *   3  02/07/2001    hyresrätt   15/01/1988     + floor(2 × 365 / 4) = + 182 days
 *   4  01/10/2001    student     31/08/1999     + floor(3 × 365 / 4) = + 273 days
 *   5  31/12/2001    hyresrätt   30/11/1994     no order: last day of the year
 *   6  01/01/2002    student     01/09/2000     place 0 of 3
 *   7  02/05/2002    hyresrätt   31/03/1991     + floor(1 × 365 / 3) = + 121 days
 *   8  01/09/2002    (blank)     31/01/2001     + floor(2 × 365 / 3) = + 243 days; without type it stays in every pool, flagged
 *
 * A demand is open from its registration to the day of its own letting, both included.
 */
describe('fifteen years of a queue, on a file made by hand', () => {
    let outcome: Extract<StockholmOutcome, { kind: 'done' }>;
    let report: ReplayReport;

    beforeAll(async () => {
        const { sources } = await loadWorkspace(['test/stockholm'], { root: process.cwd() });
        const lettings = readFileSync('test/stockholm/exemple-lettings.csv');
        const done = await replayStockholm({ sources, lettings, seed: 1 });
        if (done.kind !== 'done') throw new Error(JSON.stringify(done));
        outcome = done;
        report = done.report;
    });

    test('the longest registration comes first, letting by letting', () => {
        const firsts = report.ledger.filter((row) => row.ruleSet === 'en-vigueur').map((row) => [row.dwelling, row.first ?? '–']);
        // 1: 3 (1988) before 1, 7, 5, 2. 2: 3 is housed, 1 has left; 7 (1991) before 5, 2, 8. 3: 5 before 8. 4: 4 (1999) before 6, 8.
        // 5: 8 alone is left, of unknown type. 6: 6 alone. 7: 5, 7 and 8 are housed, nobody. 8: nobody either.
        expect(firsts).toEqual([
            ['1', '3'],
            ['2', '7'],
            ['3', '5'],
            ['4', '4'],
            ['5', '8'],
            ['6', '6'],
            ['7', '–'],
            ['8', '–'],
        ]);
    });

    test('the note is the months elapsed since the registration', () => {
        const notes = report.ledger.filter((row) => row.ruleSet === 'en-vigueur').map((row) => row.firstNote);
        // 15/01/1988 → 01/01/2001: 12 years and 11 months, 155. 31/03/1991 → 02/04/2001: 120. 30/11/1994 → 02/07/2001: 79.
        // 31/08/1999 → 01/10/2001: 25 (31/08 + 25 months = 30/09). 31/01/2001 → 31/12/2001: 11. 01/09/2000 → 01/01/2002: 16.
        expect(notes).toEqual(['155', '120', '79', '25', '11', '16', undefined, undefined]);
    });

    test('fidelity is the rank of the household really housed, in the pool as it was', () => {
        // Ranks: 1 → 2nd (after 3); 2 → 4th (3, 7, 5); 3 → 1st; 4 → 1st; 5 → 2nd (after 7); 6, 7, 8 → 1st. Sorted 1 1 1 1 1 2 2 4.
        expect(report.honesty.rankOfRecordedFirst).toMatchObject({ count: 8, first: 5, firstTen: 8, median: 1 });
        const groups = new Map(report.honesty.rankOfRecordedFirst?.groups.map((group) => [group.group, group]));
        expect(groups.get('hyresrätt')).toMatchObject({ count: 5, first: 2, median: 2 });
        expect(groups.get('student')).toMatchObject({ count: 2, first: 2, median: 1 });
    });

    test('every letting ends once, nobody is housed twice, under both rules', () => {
        for (const ruleSet of report.ruleSets) {
            const rows = report.ledger.filter((row) => row.ruleSet === ruleSet.id);
            const housed = rows.flatMap((row) => row.housed ?? []);
            expect(rows).toHaveLength(8);
            expect(new Set(housed).size).toBe(housed.length);
            expect(housed.length).toBe(rows.filter((row) => row.end === 'leased').length);
        }
        expect(report.ruleSets.map((ruleSet) => ruleSet.changesNothing)).toEqual([false, false]);
    });

    test('the summary says what is approximate and why fidelity is low', () => {
        const summary = summaryOf(outcome);
        expect(summary).toContain('réparties également sur les jours de l’année'.replace('’', "'"));
        expect(summary).toContain('le fichier ne dit ni qui a postulé');
        expect(summary).toContain('Attente plafonnée à dix ans, puis tirage');
    });
});

describe('a file of another shape', () => {
    test('is refused and nothing is replayed', async () => {
        const { sources } = await loadWorkspace(['test/stockholm'], { root: process.cwd() });
        const outcome = await replayStockholm({ sources, lettings: new TextEncoder().encode('nom,âge\nA,3\n'), seed: 1 });
        expect(outcome.kind).toBe('file-refused');
    });
});
