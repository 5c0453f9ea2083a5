import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../../language/src/replay/replay.js';
import { runs } from '../properties/draw.js';
import { baseline, reportOf, request, territory } from './build.js';
import { naiveRun } from './naive-run.js';
import { anyPolicy, anyTerritory, WINDOW } from './random-territory.js';

describe('the pool against a full scan', () => {
    it('gives the same first, the same size, the same answers, vacancy by vacancy', () => {
        fc.assert(
            fc.property(anyTerritory, anyPolicy, fc.nat(1000), (parts, rules, seed) => {
                const scanned = naiveRun(territory(parts), [rules], { ...WINDOW, seed });
                if (scanned.length === 0) return;
                const report = reportOf(replay(request({ ...parts, ruleSets: [baseline(rules)], seed })));
                const found = report.ledger.map(({ dwelling, pool, first, housed, offers, examined }) => ({ dwelling, pool, first, housed, offers, examined }));
                const wanted = scanned.map(({ dwelling, pool, order, housed, offers, examined }) => ({
                    dwelling,
                    pool,
                    first: order[0],
                    housed,
                    offers,
                    examined,
                }));
                expect(found).toEqual(wanted);
            }),
            runs(250),
        );
    });

    it('counts the same demands as uncertain, for the same reasons', () => {
        fc.assert(
            fc.property(anyTerritory, anyPolicy, fc.nat(1000), (parts, rules, seed) => {
                const scanned = naiveRun(territory(parts), [rules], { ...WINDOW, seed });
                if (scanned.length === 0) return;
                const report = reportOf(replay(request({ ...parts, ruleSets: [baseline(rules)], seed })));
                const found = report.volumes.notEvaluated.filter(({ ruleSet }) => ruleSet !== undefined).map(({ reason, count }) => [reason, count]);
                const reasons = [...new Set(scanned.flatMap(({ doubts }) => doubts))].map((doubt) => doubt.split(' ')[0]!);
                const wanted = [...new Set(reasons)].sort().map((reason) => [reason, reasons.filter((one) => one === reason).length]);
                expect(found).toEqual(wanted);
            }),
            runs(250),
        );
    });

    it("gives the same rank to the commission's first in the pool as recorded", () => {
        fc.assert(
            fc.property(anyTerritory, anyPolicy, fc.nat(1000), (parts, rules, seed) => {
                const scanned = naiveRun(territory(parts), [rules], { ...WINDOW, seed, record: true });
                if (scanned.length === 0) return;
                const report = reportOf(replay(request({ ...parts, ruleSets: [baseline(rules)], seed })));
                const ranks = report.ledger.map(({ dwelling, recordedRank }) => [dwelling, recordedRank]);
                const recorded = new Map(report.ledger.map(({ dwelling, recorded: lessee }) => [dwelling, lessee]));
                const wanted = scanned.map(({ dwelling, order }) => [dwelling, order.indexOf(recorded.get(dwelling) ?? '') + 1 || undefined]);
                expect(ranks).toEqual(wanted);
            }),
            runs(250),
        );
    });
});
