import { describe, expect, it } from 'vitest';
import { HISTORY, type ReplayReport } from '../../../language/src/replay/contract/report.js';
import { fact, NOWHERE, not } from '../engine/build.js';
import { baseline, demand, dwelling, reservee, run, version, type Row } from './build.js';

const PRIORITY = fact('prioritaire');
const rights = { name: 'droits', condition: PRIORITY, lines: [{ reservee: 'état' }], references: [], text: '', at: NOWHERE };
const RULES = version({ imputations: [rights], reservees: [reservee('état', { A: PRIORITY, B: undefined }), reservee('autre', { C: not(PRIORITY) })] });

/**
 * Seven demands, of which d1 to d5 are of the public. d1, recognised on 15/09/2023, is first and gets the dwelling of March, which the record
 * gave to d7; d2 is recognised on 31/10/2023, d3 in October 2024, d4 never said when; d5 left in June. Of d6 it is not known, d7 is not.
 */
const people: readonly Row[] = [
    demand('d1', { dépôt: '01/01/2015', prioritaire: 'oui', reconnu: '15/09/2023' }),
    demand('d2', { dépôt: '01/01/2016', prioritaire: 'oui', reconnu: '31/10/2023' }),
    demand('d3', { dépôt: '01/01/2017', prioritaire: 'oui', reconnu: '10/10/2024' }),
    demand('d4', { dépôt: '01/01/2018', prioritaire: 'oui' }),
    demand('d5', { dépôt: '01/01/2019', prioritaire: 'oui', reconnu: '01/12/2023', sortie: '01/06/2024', sortie_attribution: 'non' }),
    demand('d6', { dépôt: '01/01/2020', prioritaire: '?' }),
    demand('d7', { dépôt: '01/01/2021' }),
];
const REPORT: ReplayReport = run({
    demands: people,
    dwellings: [dwelling('l1', { attributaire: 'd7', bail: '20/04/2024' })],
    ruleSets: [baseline(RULES)],
});
const stockOf = (name: string, ruleSet = 'référence') => REPORT.stocks.find((stock) => stock.public === name && stock.ruleSet === ruleSet)!;

describe('the publics that a policy names, waiting', () => {
    it('are one for each condition, whoever states it', () => {
        expect(REPORT.stocks.filter(({ ruleSet }) => ruleSet === 'référence').map((stock) => [stock.public, stock.reservees, stock.imputations])).toEqual([
            ['prioritaire', ['état'], ['droits']],
            ['autre C', ['autre'], []],
        ]);
    });

    it('are counted on the first day, by whole months since they were recognised', () => {
        // 01/01/2024: d1 for 3 months and 17 days, d2 for 2 (30 November is the first anniversary of 31 October), d5 for 1; d4 not dated; d3 not yet.
        expect(stockOf('prioritaire').start).toEqual({
            day: 19_723,
            demands: 4,
            unsure: 1,
            recognised: [
                { months: 1, demands: 1 },
                { months: 2, demands: 1 },
                { months: 3, demands: 1 },
            ],
            undated: 1,
        });
    });

    it('are counted on the last day, less those that the run housed or that left', () => {
        // 31/12/2024: d2 for 14 months, d3 for 2, d4 not dated; d1 is housed and d5 has left.
        expect(stockOf('prioritaire').end).toMatchObject({
            demands: 3,
            unsure: 1,
            recognised: [
                { months: 2, demands: 1 },
                { months: 14, demands: 1 },
            ],
            undated: 1,
        });
        expect(stockOf('prioritaire').leases).toBe(1);
    });

    it('are counted in the record as well: d7 was housed, d1 still waits, for 15 months', () => {
        expect(stockOf('prioritaire', HISTORY).end).toMatchObject({ demands: 4, recognised: [{ months: 2 }, { months: 14 }, { months: 15 }] });
        expect([stockOf('prioritaire', HISTORY).leases, stockOf('autre C', HISTORY).leases]).toEqual([0, 1]);
        // d7 alone is of the public of the other contingent: it waits at the start, and no more at the end of the record.
        expect([stockOf('autre C').end?.demands, stockOf('autre C', HISTORY).end?.demands]).toEqual([1, 0]);
    });

    it('have no delay where they are of a contingent alone', () => {
        expect(Object.keys(stockOf('autre C').start!)).toEqual(['day', 'demands', 'unsure']);
    });
});
