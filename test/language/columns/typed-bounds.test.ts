import { describe, expect, it } from 'vitest';
import { columnScale, factBounds, storedInteger } from '../../../language/src/columns/typed-bounds.js';
import { rational, toFraction } from '../../../language/src/kit/exact-number.js';
import { declare } from './facts.js';

function shown(fact: Parameters<typeof factBounds>[0]): readonly string[] {
    const { low, high } = factBounds(fact);
    return [toFraction(low), toFraction(high)];
}

describe('what a fact may be', () => {
    it('its declared bounds, in its own scale', () => {
        expect(shown(declare('personnes', { kind: 'number', places: 0 }, { bounds: { low: '1', high: '20' } }))).toEqual(['1', '20']);
        expect(shown(declare('loyer', { kind: 'money' }, { bounds: { low: '-500', high: '1000000' } }))).toEqual(['-500', '1000000']);
    });

    it('an amount without bounds is not negative', () => {
        expect(shown(declare('loyer', { kind: 'money' }))).toEqual(['0', '9007199254740991']);
    });

    it('never more than what the column holds exactly', () => {
        expect(shown(declare('n', { kind: 'number', places: 0 }))).toEqual(['-9007199254740991', '9007199254740991']);
        expect(shown(declare('n', { kind: 'number', places: 2 }))).toEqual(['-90071992547409', '90071992547409']);
        expect(shown(declare('n', { kind: 'number', places: 0 }, { bounds: { low: '-99999999999999999999', high: '1' } }))).toEqual(['-9007199254740991', '1']);
    });
});

describe('the integer that a column stores', () => {
    it.each([
        [rational(1, 2), 2, 50],
        [rational(-7), 0, -7],
        [rational(1, 3), 6, undefined],
        [rational(9007199254740991n), 0, Number.MAX_SAFE_INTEGER],
        [rational(9007199254740992n), 0, undefined],
        [rational(-9007199254740992n), 0, undefined],
        [rational(90071992547410n), 2, undefined],
    ])('%o at scale %i', (value, scale, stored) => {
        expect(storedInteger(value, scale)).toBe(stored);
    });

    it('a number keeps its own places, a ratio six, cents and days none', () => {
        expect([
            columnScale({ kind: 'number', places: 3 }),
            columnScale({ kind: 'ratio' }),
            columnScale({ kind: 'money' }),
            columnScale({ kind: 'date' }),
        ]).toEqual([3, 6, 0, 0]);
    });
});
