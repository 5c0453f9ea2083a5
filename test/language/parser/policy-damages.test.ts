import { describe, expect, it } from 'vitest';
import { DAMAGES } from './damages.js';
import { tryDamages } from './policy-damages.js';

describe('policies damaged in every way', () => {
    it('are damaged in at least forty ways', () => {
        expect(DAMAGES.length).toBeGreaterThanOrEqual(40);
        expect(new Set(DAMAGES.map(({ kind }) => kind)).size).toBe(DAMAGES.length);
    });

    // All of them by `npm run damages`.
    it('a correction, or a removal that a remedy asks for, never gives a clean policy of another meaning', { timeout: 600_000 }, () => {
        const { damages, mends, restored, faults } = tryDamages({ seed: 2026, every: 29, from: 7 });
        expect(faults).toEqual([]);
        expect(damages).toBeGreaterThan(60);
        expect(mends).toBeGreaterThan(25);
        expect(restored).toBeGreaterThan(15);
    });
});
