import { describe, expect, it } from 'vitest';
import { loadPolicy, unprovedFacts } from '../../../language/src/engine/index.js';
import { BOOLEAN, bonus, declare, fact, MONEY, NOWHERE, number, NUMBER, policy, scoring, test, type PolicyParts } from './build.js';
import { subjectOf, type Household } from './shown.js';

/** 10 points to a household with a disability, whose proof the fact asks; 5 to a small income, whose proof the criterion asks. */
const PARTS: PolicyParts = {
    facts: [
        declare('handicap', BOOLEAN, { proof: true }),
        declare('revenu', MONEY, { proof: true }),
        declare('enfants', NUMBER, { bounds: { low: '0', high: '9' } }),
    ],
    scorings: [scoring('tous', [bonus('handicap', '10'), bonus('famille', '5', { condition: test(fact('enfants', NUMBER), '>=', number('2')), proof: true })])],
    exclusions: [{ name: 'plafond', condition: test(fact('revenu', MONEY), '>', number('100')), readAt: 'examination', references: [], text: '', at: NOWHERE }],
};
interface File {
    readonly facts: Household;
    readonly proved?: readonly string[];
}
const unproved = (household: File): readonly string[] =>
    unprovedFacts(loadPolicy(policy(PARTS)), subjectOf(household.facts, { proved: household.proved ?? [] }));

describe('facts whose proof is asked and not given', () => {
    it.each<readonly [string, File, readonly string[]]>([
        ['the points and the admission rest on all three', { facts: { handicap: 'oui', enfants: 2, revenu: 50 } }, ['enfants', 'handicap', 'revenu']],
        ['what is proved is not asked again', { facts: { handicap: 'oui', enfants: 2, revenu: 50 }, proved: ['handicap', 'revenu'] }, ['enfants']],
        ['a criterion that gives nothing asks nothing', { facts: { handicap: 'non', enfants: 1, revenu: 50 } }, ['revenu']],
        ['what is missing cannot be proved yet', { facts: {} }, []],
    ])('%s', (_, household, expected) => {
        expect(unproved(household)).toEqual(expected);
    });
});
