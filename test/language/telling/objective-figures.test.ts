import { describe, expect, it } from 'vitest';
import { measure } from '../../../language/src/telling/objective-figures.js';

const ROUNDED = { sense: 'at-most', counted: 'share', rounding: [{ from: 0, direction: 'proche' }] } as const;
const told = (reached: number, missed: number, unknown = 0) => measure({ reached, missed, unknown }, ROUNDED, '1/10').verdict;

describe('a threshold against a count', () => {
    it('a rounded share is judged as the replay judges it: the number asked of the base, to the nearest', () => {
        // 0.7 to the nearest is 1 allowed; 0.4 is none; 0.5 goes away from zero, one.
        expect([told(1, 6), told(2, 5), told(1, 3), told(1, 4)]).toEqual(['met', 'missed', 'missed', 'met']);
        // Of four, 0.4 allows none; of five, were the unknown lease of the base, 0.5 allows one.
        expect(told(1, 3, 1)).toBe('unsure');
    });

    it('without rounding a share is exact', () => {
        const { verdict, due, asked } = measure({ reached: 19, missed: 76, unknown: 5 }, { sense: 'at-least', counted: 'share' }, '1/5');
        expect([verdict, due, asked]).toEqual(['unsure', 1, 20]);
    });
});
