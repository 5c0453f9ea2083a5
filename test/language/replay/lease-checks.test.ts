import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../language/src/ir/policy.js';
import type { ValueType } from '../../../language/src/ir/value-type.js';
import { HISTORY, type ReplayReport } from '../../../language/src/replay/contract/report.js';
import { bonus, compute, derive, derived, fact, MONEY, NOWHERE, number, test } from '../engine/build.js';
import { baseline, demand, dwelling, GIVEN, run, version } from './build.js';

const RATIO: ValueType = { kind: 'ratio' };
const HEAVY: Signal = {
    name: 'lourd',
    label: 'Loyer lourd',
    condition: test(derived('effort', RATIO), '>', number('1/3')),
    references: [],
    text: 'signale lourd',
    at: NOWHERE,
};
const EFFORT = derive('effort', RATIO, compute('/', fact('loyer', MONEY, 'logement'), fact('ressources', MONEY), RATIO));
const base = version();
const RULES = version({ derived: [...base.vocabulary.derived, EFFORT], signals: [HEAVY], criteria: [GIVEN, bonus('prioritaire', '1', { proof: true })] });

/**
 * Four dwellings let at 300 a month, the demand with most points first: 1 000 of resources to d1 (30 %), 600 to d2 (50 %), 750 to d3 (40 %),
 * d4 not known. b1 owns l1 and l2, b2 owns l3 and l4. d1 and d3 are priority. The record let l1 to d2.
 */
const REPORT: ReplayReport = run({
    demands: [
        demand('d1', { points: 40, ressources: 1_000, prioritaire: 'oui' }),
        demand('d2', { points: 30, ressources: 600 }),
        demand('d3', { points: 20, ressources: 750, prioritaire: 'oui' }),
        demand('d4', { points: 10, ressources: '?' }),
    ],
    dwellings: ['l1', 'l2', 'l3', 'l4'].map((id, place) =>
        dwelling(id, { libération: `0${place + 1}/03/2024`, loyer: 300, bailleur: place < 2 ? 'b1' : 'b2', ...(place === 0 ? { attributaire: 'd2' } : {}) }),
    ),
    ruleSets: [baseline(RULES)],
});
const of = (landlord?: string, ruleSet = 'référence') => REPORT.checks.find((checks) => checks.landlord === landlord && checks.ruleSet === ruleSet)!;

describe('what the leases are seen to hold', () => {
    it('counts each signal of the policy, all landlords together and landlord by landlord', () => {
        // 50 % and 40 % are over a third, 30 % is not, d4 is not known.
        const counts = (landlord?: string) => of(landlord).signals.map(({ signal, holds, fails, unknown }) => [signal, holds, fails, unknown]);
        expect([counts(), counts('b1'), counts('b2')]).toEqual([[['lourd', 2, 1, 1]], [['lourd', 1, 1, 0]], [['lourd', 1, 0, 1]]]);
    });

    it('gives the quartiles of the amounts that a signal reads', () => {
        // 30 %, 40 %, 50 %, nearest rank: ⌈3/4⌉ = 1st, ⌈3/2⌉ = 2nd, ⌈9/4⌉ = 3rd.
        const quartiles = { q1: '3/10', median: '2/5', q3: '1/2' };
        expect(of().signals[0]?.amounts).toEqual([{ fact: 'effort', label: 'effort', type: RATIO, known: 3, unknown: 1, quartiles }]);
    });

    it('names the facts whose proof is asked and not given', () => {
        // No proof is in the files: d1 and d3 have points for a priority that they have not proved.
        expect(of().unproved).toEqual([{ fact: 'prioritaire', label: 'prioritaire', leases: 2 }]);
        expect([of().leases, of().allProved]).toEqual([4, 2]);
        expect(REPORT.ledger.map(({ marks }) => [marks?.signals, marks?.unproved])).toEqual([
            [[], ['prioritaire']],
            [['lourd'], []],
            [['lourd'], ['prioritaire']],
            [[], []],
        ]);
    });

    it('says how long the household had waited, in whole months', () => {
        // From 01/01/2022 to the lease, 45 days after 1, 2, 3 and 4 March 2024, in mid-April: 27 months.
        expect(REPORT.ledger.map(({ marks }) => marks?.waited)).toEqual([27, 27, 27, 27]);
    });

    it('says the same of the record: one lease, at 50 %', () => {
        expect(of(undefined, HISTORY).signals.map(({ holds, fails, unknown }) => [holds, fails, unknown])).toEqual([[1, 0, 0]]);
        expect(of(undefined, HISTORY).leases).toBe(1);
    });
});
