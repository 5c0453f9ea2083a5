import { describe, expect, it } from 'vitest';
import { HISTORY, type ReplayReport } from '../../../language/src/replay/contract/report.js';
import { BOOLEAN, CODE, fact, not, test, word } from '../engine/build.js';
import { baseline, convention, demand, dwelling, objective, ORIENTATION, reservee, route, run, version } from './build.js';

const QPV = fact('qpv', BOOLEAN, 'logement');
const RULES = version({
    objectives: [objective('prioritaires', '1/2', fact('prioritaire'), { base: not(QPV) })],
    imputations: [{ name: 'rights', condition: fact('prioritaire'), lines: [{ reservee: 'état' }], references: [], text: '', at: ['', 0, 0] }],
    reservees: [reservee('état', { A: undefined })],
    conventions: [convention('é', { reservee: 'état', landlord: 'b1' }, 50, { outside: ['interne'] })],
    routes: [route('interne', test(fact('voie', CODE, 'logement'), '=', word('interne')), { inFlux: false })],
    orientation: ORIENTATION,
});

/**
 * Four dwellings of b1, the oldest demand first: l1 (contingent A, outside QPV) to d1, priority; l2 (the landlord's own) to d2, not priority;
 * l3 (in QPV) to d3, priority; l4 (internal, out of the flux) to d4, of whom it is not known. The record let l1 to d4 and nothing else.
 */
const REPORT: ReplayReport = run({
    demands: [
        demand('d1', { dépôt: '01/01/2015', prioritaire: 'oui' }),
        demand('d2', { dépôt: '01/01/2016' }),
        demand('d3', { dépôt: '01/01/2017', prioritaire: 'oui' }),
        demand('d4', { dépôt: '01/01/2018', prioritaire: '?' }),
    ],
    dwellings: [
        dwelling('l1', { libération: '01/03/2024', bailleur: 'b1', réservataire: 'A', attributaire: 'd4' }),
        dwelling('l2', { libération: '02/03/2024', bailleur: 'b1', réservataire: 'D' }),
        dwelling('l3', { libération: '03/03/2024', bailleur: 'b1', réservataire: 'D', qpv: 'oui' }),
        dwelling('l4', { libération: '04/03/2024', bailleur: 'b1', réservataire: 'D', voie: 'interne' }),
    ],
    ruleSets: [baseline(RULES)],
});

describe('what a lease weighs in each figure', () => {
    it('is in the row of its vacancy', () => {
        // d1 reaches the target; d2 misses it; l3 is not in the base, and d3 is to the public of the imputation; d4 cannot be told.
        expect(REPORT.ledger.map(({ dwelling: id, marks }) => [id, marks?.objectives, marks?.imputations])).toEqual([
            ['l1', { prioritaires: 'reached' }, { rights: 'état' }],
            ['l2', { prioritaires: 'missed' }, {}],
            ['l3', {}, { rights: 'état' }],
            ['l4', { prioritaires: 'unknown' }, {}],
        ]);
    });

    it('counted, gives numerator, denominator and unknown back, for a rule set as for the record', () => {
        for (const [ruleSet, rows] of [
            ['référence', REPORT.ledger],
            [HISTORY, REPORT.recordLedger ?? []],
        ] as const) {
            const count = (mark: string) => rows.filter(({ marks }) => marks?.objectives['prioritaires'] === mark).length;
            const [outcome] = REPORT.objectives.filter((of) => of.ruleSet === ruleSet);
            expect([outcome?.numerator, outcome?.denominator, outcome?.unknown]).toEqual([
                count('reached'),
                count('reached') + count('missed'),
                count('unknown'),
            ]);
        }
    });

    it('says in whose account a dwelling of the flux is received', () => {
        // l4 is internal, out of the flux of the convention; what the landlord keeps leaves it out as well.
        expect(REPORT.ledger.map(({ account }) => account)).toEqual(['é', '', '', undefined]);
        expect(REPORT.recordLedger?.map(({ ruleSet, account, recorded, end }) => [ruleSet, account, recorded, end])).toEqual([
            [HISTORY, 'é', 'd4', 'recorded'],
            [HISTORY, '', undefined, 'recorded'],
            [HISTORY, '', undefined, 'recorded'],
            [HISTORY, undefined, undefined, 'recorded'],
        ]);
    });
});
