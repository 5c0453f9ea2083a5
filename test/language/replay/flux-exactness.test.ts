import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFraction } from '../../../language/src/kit/exact-number.js';
import type { FluxOutcome } from '../../../language/src/replay/contract/flux-outcome.js';
import { HISTORY } from '../../../language/src/replay/contract/report.js';
import { replay } from '../../../language/src/replay/replay.js';
import { runs } from '../properties/draw.js';
import { baseline, reportOf, request, type TerritoryParts } from './build.js';
import { compareRandomReplays, doubtsOf, rowsOf } from './full-scan.js';
import type { NaiveLine } from './naive-flux.js';
import { anyFluxPolicy, anyTerritory } from './random-territory.js';

const anyOrientedTerritory: fc.Arbitrary<TerritoryParts> = fc
    .record({
        parts: anyTerritory,
        orientation: fc.constantFrom('enregistré' as const, 'conventions' as const),
        applied: fc.option(fc.array(fc.tuple(fc.nat(24), fc.nat(19)), { maxLength: 60 })),
    })
    .map(({ parts, orientation, applied }) => ({
        ...parts,
        assumptions: { ...parts.assumptions, orientation },
        ...(applied === null ? {} : { candidatures: applied.map(([dwelling, demand]) => ({ logement: `l${dwelling}`, demande: `d${demand}`, rang: '?' })) }),
    }));

const hundredths = (fraction: string | undefined): number => {
    const value = fromFraction(fraction ?? '');
    return value === undefined ? NaN : (Number(value.n) * 100) / Number(value.d);
};

const DRAWN = { territories: anyOrientedTerritory, policies: anyFluxPolicy, times: 300 };

describe('routes and conventions against a full scan', () => {
    it('take each vacancy the same way, to the same holder, to the same household', () => {
        compareRandomReplays(DRAWN, (compared) => {
            const { found, wanted } = rowsOf(compared, ['dwelling', 'pool', 'first', 'housed', 'offers', 'examined', 'end', 'route', 'heldBy']);
            expect(found).toEqual(wanted);
        });
    });

    it('count the same demands as uncertain, a public that is not known included', () => {
        compareRandomReplays({ ...DRAWN, times: 150 }, (compared) => {
            const { found, wanted } = doubtsOf(compared);
            expect(found).toEqual(wanted);
        });
    });

    it('keep the same accounts', () => {
        compareRandomReplays(DRAWN, ({ report, flux }) => {
            const own = report.flux.filter(({ ruleSet }) => ruleSet !== HISTORY);
            const keyOf = (name: string, landlord: string, place: string, year: number): string => `${name} ${landlord} ${place} ${year}`;
            const counts = ({ released, flux: within, oriented, proposed, allotted, signed, returned }: FluxOutcome | NaiveLine): readonly unknown[] => [
                released,
                within,
                oriented,
                proposed,
                allotted,
                signed,
                returned,
            ];
            const lines = new Map(own.map((line) => [keyOf(line.convention ?? '', line.landlord, line.place ?? '', line.year), line]));
            const scanned = new Map(flux.lines.map((line) => [keyOf(line.name, line.landlord, line.place, line.year), line]));
            expect(new Map([...lines].map(([key, line]) => [key, counts(line)]))).toEqual(new Map([...scanned].map(([key, line]) => [key, counts(line)])));
            for (const [key, line] of scanned) expect(hundredths(lines.get(key)?.due)).toBe(flux.rights(line));
        });
    });
});

describe('what no replay may break', () => {
    it('each vacancy ends once, nobody is housed twice, flux received + balance = flux due', () => {
        fc.assert(
            fc.property(anyOrientedTerritory, anyFluxPolicy, fc.nat(1000), (parts, rules, seed) => {
                const outcome = replay(request({ ...parts, ruleSets: [baseline(rules)], seed }));
                if (outcome.kind === 'refused') return;
                const { ledger, flux, volumes } = reportOf(outcome);
                expect(new Set(ledger.map(({ dwelling }) => dwelling)).size).toBe(ledger.length);
                expect(ledger.length).toBe(volumes.vacancies);
                const [ends] = volumes.leases;
                expect((ends?.signed ?? 0) + (ends?.withoutTaker ?? 0) + (ends?.withoutCandidate ?? 0) + (ends?.outside ?? 0) + (ends?.notEvaluated ?? 0)).toBe(
                    ledger.length,
                );
                const housed = ledger.flatMap((row) => row.housed ?? []);
                expect(new Set(housed).size).toBe(housed.length);
                for (const line of flux) expect(laws(line)).toEqual([]);
            }),
            runs(300),
        );
    });
});

/** The laws that a line of the accounts breaks. */
function laws(line: FluxOutcome): readonly string[] {
    const { released, apart, subtracted, flux, oriented, proposed = 0, allotted = 0, signed, due, balance, unit, breakdown } = line;
    const received = line[unit];
    return [
        ...(released === apart + flux + subtracted.reduce((sum, { recorded }) => sum + recorded, 0) ? [] : ['released']),
        ...(balance === undefined || received === undefined || Math.abs(received * 100 + hundredths(balance) - hundredths(due)) < 1e-6 ? [] : ['balance']),
        ...(line.proposed === undefined || (oriented >= proposed && proposed >= signed) ? [] : ['stages']),
        ...(line.allotted === undefined || allotted >= signed ? [] : ['allotted']),
        ...breakdown.flatMap(({ fact, words }) =>
            words.reduce((sum, word) => sum + word.oriented, 0) === oriented && words.reduce((sum, word) => sum + word.flux, 0) === flux ? [] : [fact],
        ),
    ];
}
