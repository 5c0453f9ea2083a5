import type { FactDeclaration, ValueType } from '@bareme/language/ir';
import { describe, expect, it } from 'vitest';
import { readValue, shownValue } from '../../../workbench/src/reading/fact-input.js';

const fact = (type: ValueType, more: Partial<FactDeclaration> = {}): FactDeclaration => ({
    name: 'x',
    owner: 'demande',
    type,
    multiple: false,
    proof: false,
    references: [],
    at: ['x', 0, 0] as unknown as FactDeclaration['at'],
    ...more,
});

const MONEY = fact({ kind: 'money', per: 'mois' }, { bounds: { low: '0', high: '1000000' } });
const PERSONS = fact({ kind: 'number', places: 0, unit: 'personne' }, { bounds: { low: '1', high: '20' } });

describe('what is typed in a form', () => {
    it.each([
        [MONEY, '1 250,50', { kind: 'number', value: '125050' }],
        [MONEY, '12.5', { kind: 'number', value: '1250' }],
        [MONEY, '12,505', undefined],
        [MONEY, '10 001', undefined],
        [MONEY, 'beaucoup', undefined],
        [PERSONS, '3', { kind: 'number', value: '3' }],
        [PERSONS, '0', undefined],
        [PERSONS, '1,5', undefined],
        [fact({ kind: 'number', places: 1 }), '2,5', { kind: 'number', value: '5/2' }],
        [fact({ kind: 'boolean' }), 'non', { kind: 'boolean', value: false }],
        [fact({ kind: 'date' }), '2021-02-30', undefined],
        [fact({ kind: 'code' }, { multiple: true }), '99001 ; 99002', { kind: 'set', values: ['99001', '99002'] }],
        [PERSONS, '', { kind: 'missing' }],
        [PERSONS, '*', { kind: 'not-applicable' }],
    ] as const)('%o « %s »', (declared, typed, value) => {
        expect(readValue(typed, declared)).toEqual(value);
    });

    it('a value is shown as it can be typed again', () => {
        for (const typed of ['1250,5', '0', '9999,99']) expect(shownValue(readValue(typed, MONEY), MONEY)).toBe(typed);
        for (const typed of ['1', '20', '', '*']) expect(shownValue(readValue(typed, PERSONS), PERSONS)).toBe(typed);
    });
});
