import { describe, expect, it } from 'vitest';
import { demand, dwelling, run, type Row } from './build.js';

const asked = (logement: string, demande: string, facts: Row): Row => ({ logement, demande, rang: 1, ...facts });
const report = (candidatures: readonly Row[]) =>
    run({
        demands: ['d1', 'd2', 'd3'].map((id) => demand(id)),
        dwellings: [dwelling('l1'), dwelling('avant', { libération: '01/03/2023' })],
        candidatures,
    });

describe('what the record says of its candidatures', () => {
    it('is counted by decision, answer and reason, the most frequent first; other windows are left out', () => {
        const { answers } = report([
            asked('l1', 'd1', { décision: 'b', réponse: 'refuse', motif: 'loyer' }),
            asked('l1', 'd2', { décision: 'b', réponse: 'refuse', motif: 'loyer' }),
            asked('l1', 'd3', { décision: 'd' }),
            asked('avant', 'd1', { décision: 'd' }),
        ]);
        expect(answers).toEqual([
            { decision: 'b', answer: 'refuse', reason: 'loyer', candidatures: 2 },
            { decision: 'd', candidatures: 1 },
        ]);
    });

    it('is nothing without candidatures', () => {
        expect(run({ demands: [demand('d1')], dwellings: [dwelling('l1')] }).answers).toEqual([]);
    });
});
