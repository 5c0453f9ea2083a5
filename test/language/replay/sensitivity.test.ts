import { describe, expect, it } from 'vitest';
import { assumptionShifts } from '../../../language/src/replay/sensitivity.js';
import { CERTAIN } from './build.js';

const shifts = (acceptance: string, monthlyExit: string, followRate: string) =>
    assumptionShifts({ ...CERTAIN, acceptance, monthlyExit, followRate }).map(({ assumption, value }) => `${assumption} ${value}`);

describe('assumptions moved one at a time', () => {
    it('acceptance and follow-rate by one in ten, exits by a factor of two', () => {
        // 1/2 ∓ 1/10 = 2/5, 3/5; 1/50 ÷ 2 = 1/100, × 2 = 1/25; 4/5 ∓ 1/10 = 7/10, 9/10.
        expect(shifts('1/2', '1/50', '4/5')).toEqual([
            'acceptance 2/5',
            'acceptance 3/5',
            'monthlyExit 1/100',
            'monthlyExit 1/25',
            'followRate 7/10',
            'followRate 9/10',
        ]);
    });

    it('a probability stays one, and what does not move is not tried', () => {
        // 1 + 1/10 is cut to 1, the declared value; 0 × 2 = 0 ÷ 2 = 0; 1/20 − 1/10 is cut to 0.
        expect(shifts('1', '0', '1')).toEqual(['acceptance 9/10', 'followRate 9/10']);
        expect(shifts('1/20', '2/3', '1')).toEqual(['acceptance 0', 'acceptance 3/20', 'monthlyExit 1/3', 'monthlyExit 1', 'followRate 9/10']);
    });
});
