import { describe, expect, it } from 'vitest';
import { CANDIDATES_TOLD, compareRandomReplays, doubtsOf, rowsOf } from './full-scan.js';
import { anyPolicy, anyTerritory } from './random-territory.js';

const DRAWN = { territories: anyTerritory, policies: anyPolicy, times: 250 };

describe('the pool against a full scan', () => {
    it('gives the same first, the same size, the same answers, vacancy by vacancy', () => {
        compareRandomReplays(DRAWN, (compared) => {
            const { found, wanted } = rowsOf(compared, ['dwelling', 'pool', 'first', 'housed', 'offers', 'examined']);
            expect(found).toEqual(wanted);
        });
    });

    it('tells the same first candidates, in the same order, vacancy by vacancy', () => {
        compareRandomReplays(DRAWN, ({ ranked, scanned }) => {
            const told = new Map(ranked.map(({ dwelling, candidates }) => [dwelling, candidates.map(({ demand }) => demand)]));
            const wanted = scanned.map(({ dwelling, order }) => [dwelling, order.slice(0, CANDIDATES_TOLD)]);
            expect(scanned.map(({ dwelling }) => [dwelling, told.get(dwelling) ?? []])).toEqual(wanted);
        });
    });

    it('counts the same demands as uncertain, for the same reasons', () => {
        compareRandomReplays(DRAWN, (compared) => {
            const { found, wanted } = doubtsOf(compared);
            expect(found).toEqual(wanted);
        });
    });

    it("gives the same rank to the commission's first in the pool as recorded", () => {
        compareRandomReplays({ ...DRAWN, record: true }, ({ report, scanned }) => {
            const ranks = report.ledger.map(({ dwelling, recordedRank }) => [dwelling, recordedRank]);
            const recorded = new Map(report.ledger.map(({ dwelling, recorded: lessee }) => [dwelling, lessee]));
            const wanted = scanned.map(({ dwelling, order }) => [dwelling, order.indexOf(recorded.get(dwelling) ?? '') + 1 || undefined]);
            expect(ranks).toEqual(wanted);
        });
    });
});
