import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../language/src/ir/policy.js';
import { fact, rubric, scoring } from '../engine/build.js';
import {
    baseline,
    demand,
    DRAW,
    dwelling,
    exclusion,
    GIVEN,
    LONGEST,
    MONTHS,
    NOTE,
    PRIORITY,
    ranking,
    rowOf,
    run,
    variantOf,
    version,
    withVariant,
    type Row,
} from './build.js';

const RULES = version({ criteria: [GIVEN] });
/** d1 has more points; d2 is older, and of a priority public. */
const PAIR: readonly Row[] = [demand('d1', { points: 10, dépôt: '01/12/2023' }), demand('d2', { points: 4, dépôt: '01/01/2022', prioritaire: 'oui' })];

/** The first of l1 under the rules and under a variant of them, and what moved it. */
function moved(rules: Policy, parts: Partial<Policy>, people: readonly Row[] = PAIR) {
    const report = run({ demands: people, dwellings: [dwelling('l1')], ruleSets: [baseline(rules), withVariant(variantOf(rules, parts), rules)] });
    return [rowOf(report, 'l1').first, rowOf(report, 'l1', 'variante').first, rowOf(report, 'l1', 'variante').moved] as const;
}

describe('what puts another household first', () => {
    it('a criterion: the points that it adds to the lead of the one over the other', () => {
        // The priority gives d2 100 points and d1 none.
        expect(moved(RULES, { scorings: [scoring('tous', [GIVEN, PRIORITY])] })).toEqual([
            'd1',
            'd2',
            { cause: 'clause', clause: 'c_prioritaire', label: undefined, points: '100' },
        ]);
        // On 01/03/2024 d2 has waited for 26 whole months and d1 for 3: 23 more.
        expect(moved(RULES, { scorings: [scoring('tous', [GIVEN, MONTHS])] })).toEqual([
            'd1',
            'd2',
            { cause: 'clause', clause: 'attente', label: undefined, points: '23' },
        ]);
    });

    it('the clause that weighs most, where two of them do', () => {
        expect(moved(RULES, { scorings: [scoring('tous', [GIVEN, MONTHS, PRIORITY])] })[2]).toMatchObject({ clause: 'c_prioritaire', points: '100' });
    });

    it('a criterion taken away', () => {
        // Without the points of the file, both are at 0, and d2 is the older: the lead of d2 over d1 was −6.
        expect(moved(RULES, { scorings: [scoring('tous', [])] })).toEqual(['d1', 'd2', { cause: 'clause', clause: 'donnés', label: undefined, points: '6' }]);
    });

    it('the cap of a rubrique', () => {
        // Capped at 10, 12 points are 10: the older comes first. Without the cap, d1 keeps its two points more.
        const people = [demand('d1', { points: 12, dépôt: '01/12/2023' }), demand('d2', { points: 10 })];
        const capped = version({ scorings: [scoring('tous', [rubric('situation', [GIVEN], { cap: '10' })])] });
        expect(moved(capped, { scorings: [scoring('tous', [rubric('situation', [GIVEN])])] }, people)).toEqual([
            'd2',
            'd1',
            { cause: 'clause', clause: 'situation', label: undefined, points: '2' },
        ]);
    });

    it('the ranking itself', () => {
        expect(moved(RULES, { ranking: ranking([LONGEST, NOTE, DRAW]) })).toEqual(['d1', 'd2', { cause: 'ranking' }]);
    });

    it('an exclusion: of the former first, or no more of the new one', () => {
        const shut = exclusion('réservé', fact('prioritaire'));
        const people = [demand('d1', { points: 10, prioritaire: 'oui' }), demand('d2', { points: 4 })];
        expect(moved(RULES, { exclusions: [shut] }, people)).toEqual(['d1', 'd2', { cause: 'filter', clause: 'réservé', label: undefined }]);
        expect(moved(version({ criteria: [GIVEN], exclusions: [shut] }), { exclusions: [] }, people)).toEqual([
            'd2',
            'd1',
            { cause: 'filter', clause: 'réservé', label: undefined },
        ]);
    });

    it('an earlier dwelling: the run had diverged', () => {
        // The priority houses d2 in l1; in l2, where the rules in force have d2, it is gone.
        const variant = variantOf(RULES, { scorings: [scoring('tous', [GIVEN, PRIORITY])] });
        const dwellings = [dwelling('l1'), dwelling('l2', { libération: '01/04/2024' })];
        const report = run({ demands: PAIR, dwellings, ruleSets: [baseline(RULES), withVariant(variant, RULES)] });
        expect([rowOf(report, 'l2').first, rowOf(report, 'l2', 'variante').first, rowOf(report, 'l2', 'variante').moved]).toEqual([
            'd2',
            'd1',
            { cause: 'pool' },
        ]);
        expect(report.comparisons[0]).toMatchObject({
            firstChanged: 2,
            causes: [
                { cause: 'clause', clause: 'c_prioritaire', count: 1 },
                { cause: 'pool', count: 1 },
            ],
        });
    });

    it('the draw, where the variant no longer tells two households apart', () => {
        const people = [demand('d1', { points: 5, dépôt: '01/12/2023' }), demand('d2', { points: 5 })];
        const variant = variantOf(RULES, { ranking: ranking([NOTE, DRAW]) });
        const drawn = Array.from({ length: 20 }, (_, seed) => {
            const report = run({ demands: people, dwellings: [dwelling('l1')], ruleSets: [baseline(RULES), withVariant(variant, RULES)], seed });
            return [rowOf(report, 'l1').first, rowOf(report, 'l1', 'variante').first, rowOf(report, 'l1', 'variante').moved];
        });
        // The older is first under the rules; the draw gives either, and is told where it gives the other.
        expect(drawn.filter(([, first]) => first === 'd1')).not.toEqual([]);
        expect(drawn.filter(([, first]) => first === 'd2')).not.toEqual([]);
        for (const [before, first, cause] of drawn) expect([before, cause]).toEqual(['d2', first === 'd1' ? { cause: 'draw' } : undefined]);
    });

    it('nothing where the first stays', () => {
        expect(moved(RULES, { scorings: [scoring('tous', [GIVEN, GIVEN])] })).toEqual(['d1', 'd1', undefined]);
    });
});
