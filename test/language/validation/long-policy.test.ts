import { compileSources } from '@bareme/language';
import { describe, expect, it } from 'vitest';
import { longPolicy, LONG_POLICY_VOCABULARY } from '../../bench/long-policy.js';

describe('the long policy that the bench checks', () => {
    it('has its lines and no fault: the bench would refuse another', () => {
        const policy = { path: 'politique.bareme', text: longPolicy(2_000) };
        const { diagnostics } = compileSources([policy, { path: 'vocabulaire.bareme', text: LONG_POLICY_VOCABULARY }]);
        expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
        expect(policy.text.split('\n').length).toBeGreaterThan(1_900);
    });
});
