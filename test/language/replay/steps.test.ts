import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../../language/src/replay/replay.js';
import type { Criterion } from '../../../language/src/ir/scoring.js';
import type { RuleSetInput } from '../../../language/src/replay/contract/request.js';
import { and, BOOLEAN, count, criterion, day, fact, flat, number, rate, scoring, test } from '../engine/build.js';
import { runs } from '../properties/draw.js';
import {
    baseline,
    commission,
    DRAW,
    demand,
    dwelling,
    exclusion,
    GIVEN,
    housings,
    NOTE,
    objective,
    PRIORITY,
    ranking,
    reportOf,
    request,
    rowOf,
    run,
    territory,
    variantOf,
    version,
    withVariant,
} from './build.js';
import { naiveRun } from './naive-run.js';
import { anyPolicy, anyTerritory, WINDOW } from './random-territory.js';

/** Points as the file gives them; « prioritaire » is worth 100. */
const points = scoring('tous', [GIVEN]);
const priorities = scoring('tous', [PRIORITY]);
const DEMANDS = [demand('points', { points: 50 }), demand('priorité', { prioritaire: 'oui' })];

describe('step 4: the version in force that day', () => {
    const old = version({ version: '1', dates: { opinions: [], from: day('01/01/2000') }, scorings: [points] });
    const next = (switchover?: string) =>
        version({
            version: '2',
            dates: { opinions: [], from: day('01/03/2024'), ...(switchover === undefined ? {} : { switchover: day(switchover) }) },
            scorings: [priorities],
            ranking: ranking([NOTE, DRAW]),
        });
    const released = (date: string) => [dwelling('l1', { libération: date })];

    it.each([
        // The first version ranks by points, the second by priority, from 1 March.
        ['29/02/2024', undefined, 'points'],
        ['01/03/2024', undefined, 'priorité'],
        // The second version is in force, its notes from 15 March: until then the former ones rank.
        ['14/03/2024', '15/03/2024', 'points'],
        ['15/03/2024', '15/03/2024', 'priorité'],
    ] as const)('released on %s, notes switched on %s: %s is housed', (date, switchover, housed) => {
        const report = run({ demands: DEMANDS, dwellings: released(date), ruleSets: [baseline(old, next(switchover))] });
        expect(housings(report)).toEqual({ l1: housed });
    });

    it('a variant takes the place of its own version alone', () => {
        const edited = variantOf(next(), { scorings: [points] });
        const both = [dwelling('avant', { libération: '29/02/2024' }), dwelling('après', { libération: '01/03/2024' })];
        const demands = [...DEMANDS, demand('points 2', { points: 40 }), demand('priorité 2', { prioritaire: 'oui' })];
        const report = run({ demands, dwellings: both, ruleSets: [baseline(old, next()), withVariant(edited, old, next())] });
        expect(housings(report)).toEqual({ avant: 'points', après: expect.stringMatching(/^priorité/) as unknown });
        expect(housings(report, 'variante')).toEqual({ avant: 'points', après: 'points 2' });
    });

    it('filters are those of the version in force, even while the former notes rank', () => {
        const strict = { ...next('15/03/2024'), exclusions: [exclusion('riches', test(fact('points', { kind: 'number', places: 0 }), '>', number('40')))] };
        const report = run({ demands: DEMANDS, dwellings: released('10/03/2024'), ruleSets: [baseline(old, strict)] });
        expect(housings(report)).toEqual({ l1: 'priorité' });
    });
});

describe('steps 5 and 6: commission and answers', () => {
    const many = Array.from({ length: 8 }, (_, place) => demand(`d${place}`, { points: 80 - place }));
    const rules = baseline(version({ scorings: [points] }));
    const filled = (assumptions: Parameters<typeof run>[0]['assumptions'], demands = many) =>
        rowOf(run({ demands, dwellings: [dwelling('l1')], assumptions, ruleSets: [rules] }), 'l1');

    it('three are examined a round (T36); when all refuse, a second round, then the dwelling has no taker', () => {
        expect(filled({ acceptance: '0' })).toMatchObject({ end: 'without-taker', examined: 6, offers: 6, rounds: 2 });
        expect(filled({ acceptance: '0', candidatesPerRound: 4, rounds: 1 })).toMatchObject({ examined: 4, rounds: 1 });
    });

    it('a commission that never follows the ranking offers nothing', () => {
        expect(filled({ followRate: '0' })).toMatchObject({ end: 'without-taker', examined: 6, offers: 0 });
    });

    it('fewer candidates than a round are examined, and it is told', () => {
        expect(filled({}, many.slice(0, 2))).toMatchObject({ end: 'leased', examined: 1, flags: ['few-candidates'] });
    });

    it('a single candidate is examined alone, round by round (T36)', () => {
        // d0 has 80 points: it may be alone, d1 and the next not. All refuse: one examined, then three in the second round.
        const alone = { ...rules, versions: [version({ scorings: [points], commission: commission({ singles: [fact('prioritaire')] }) })] };
        const demands = [demand('d0', { points: 80, prioritaire: 'oui' }), ...many.slice(1)];
        const report = run({ demands, dwellings: [dwelling('l1')], assumptions: { acceptance: '0' }, ruleSets: [alone] });
        expect(rowOf(report, 'l1')).toMatchObject({ examined: 4, offers: 4, rounds: 2, flags: ['single-candidate'] });
    });

    it('a ground of non-allotment bars a candidate from that dwelling, not its demand from the next (decision d, T37)', () => {
        // The ground reads the dwelling: « prioritaire » is not allotted one in a QPV. It is first everywhere.
        const inQpv = and(fact('prioritaire'), fact('qpv', BOOLEAN, 'logement'));
        const barred = baseline(version({ scorings: [points], commission: commission({ grounds: [inQpv] }) }));
        const demands = [demand('d0', { points: 80, prioritaire: 'oui' }), demand('d1', { points: 70 })];
        const dwellings = [dwelling('l1', { qpv: 'oui' }), dwelling('l2', { libération: '20/04/2024', qpv: 'non' })];
        const report = run({ demands, dwellings, ruleSets: [barred] });
        expect(housings(report)).toEqual({ l1: 'd1', l2: 'd0' });
        expect(rowOf(report, 'l1')).toMatchObject({ first: 'd0', examined: 2, notAllotted: 1, offers: 1 });
        expect(rowOf(report, 'l2')).toMatchObject({ notAllotted: 0 });
    });

    it('a ground that is unknown bars nobody', () => {
        const barred = baseline(version({ scorings: [points], commission: commission({ grounds: [fact('prioritaire')] }) }));
        const report = run({ demands: [demand('d0', { points: 80, prioritaire: '?' })], dwellings: [dwelling('l1')], ruleSets: [barred] });
        expect(housings(report)).toEqual({ l1: 'd0' });
    });

    it('an allotment waits for the proof that the cotation asks, and for nothing else (decision c, T38)', () => {
        // 100 points for priority, with a proof asked: the declared note is 100, the verified one 0.
        const proved = criterion('prioritaire', flat('100'), { condition: fact('prioritaire'), proof: true });
        const grid = (item: Criterion): RuleSetInput => baseline(version({ scorings: [scoring('tous', [item])] }));
        const filledBy = (item: Criterion) =>
            rowOf(run({ demands: [demand('d0', { prioritaire: 'oui' })], dwellings: [dwelling('l1')], ruleSets: [grid(item)] }), 'l1').flags;
        expect(filledBy(proved)).toEqual(['few-candidates', 'suspensive-condition']);
        expect(filledBy({ ...proved, proof: false })).toEqual(['few-candidates']);
    });

    it('a refusal counts in the next notes', () => {
        // Two points less for each refusal: d0 (80) refuses l1, then has 78, behind d1 (79), who refuses nothing more on l2's draw.
        const malus = criterion('refus', rate('-2', count('refus')));
        const grid = baseline(version({ scorings: [scoring('tous', [GIVEN, malus])] }));
        const dwellings = [dwelling('l1'), dwelling('l2', { libération: '20/04/2024' })];
        const report = run({ demands: many, dwellings, assumptions: { acceptance: '0', candidatesPerRound: 1, rounds: 1 }, ruleSets: [grid] });
        expect([rowOf(report, 'l1').first, rowOf(report, 'l2').first, rowOf(report, 'l2').firstNote]).toEqual(['d0', 'd1', '79']);
    });
});

describe('step 7: a household housed leaves; one that the record housed and the run does not stays, then leaves by chance', () => {
    const demands = [demand('a', { points: 9 }), demand('b', { points: 5, sortie: '15/04/2024', sortie_attribution: 'oui' })];
    const dwellings = [dwelling('l1', { attributaire: 'b' }), dwelling('l2', { libération: '20/12/2024' })];
    const rules = [baseline(version({ scorings: [points] }))];

    it('stays while no exit is drawn', () => {
        const report = run({ demands, dwellings, ruleSets: rules });
        expect(housings(report)).toEqual({ l1: 'a', l2: 'b' });
        // Recorded letting on 15 April: 15 April to 20 December begins nine months.
        expect(report.honesty.imputedHouseholdMonths).toEqual([{ ruleSet: 'référence', months: 9 }]);
    });

    it('is gone when it surely leaves', () => {
        expect(housings(run({ demands, dwellings, ruleSets: rules, assumptions: { monthlyExit: '1' } }))).toEqual({ l1: 'a', l2: '' });
    });
});

describe('step 8: the supply is that of the record', () => {
    it('a release that a mutation explains, and that the run contradicts, is told; the dwelling is let all the same', () => {
        // The record houses « mutant » in l1, which frees l2. The run houses « points » in l1: l2 is contradicted. Then it houses « mutant »
        // in l2: l3, which it freed too, is not.
        const demands = [demand('mutant', { points: 10 }), demand('points', { points: 50 }), demand('dernier', { points: 5 })];
        const dwellings = [
            dwelling('l1', { attributaire: 'mutant' }),
            dwelling('l2', { libération: '10/03/2024', libéré_par: 'mutant' }),
            dwelling('l3', { libération: '20/03/2024', libéré_par: 'mutant' }),
        ];
        const report = run({ demands, dwellings, ruleSets: [baseline(version({ scorings: [points] }))] });
        expect(housings(report)).toEqual({ l1: 'points', l2: 'mutant', l3: 'dernier' });
        expect(['l1', 'l2', 'l3'].map((id) => rowOf(report, id).flags.includes('release-contradicted'))).toEqual([false, true, false]);
        expect(report.steps.map(({ code }) => code)).toContain('supply-contradictions-told');
    });
});

describe('step 8, chains: a mutation of the run frees the dwelling that it leaves', () => {
    // The record: « mutant » leaves l2 nine days after its lease in l1 (15/04/2024: released on 01/03, leased 45 days after); l2 is released
    // on 24/04/2024.
    const demands = [demand('mutant', { points: 40 }), demand('second', { points: 30 }), demand('dernier', { points: 5 })];
    const dwellings = [
        dwelling('l1', { libération: '01/03/2024', attributaire: 'mutant' }),
        dwelling('l2', { libération: '24/04/2024', libéré_par: 'mutant' }),
        dwelling('l3', { libération: '01/06/2024' }),
    ];
    const assumptions = { supply: 'chaînes', designationDelay: 0, examinationDelay: 0, leaseDelay: 45 } as const;
    const rules = baseline(version({ scorings: [points] }));

    it('as in the record when the run houses the household as the record does', () => {
        const report = run({ demands, dwellings, assumptions, ruleSets: [rules] });
        expect(housings(report)).toEqual({ l1: 'mutant', l2: 'second', l3: 'dernier' });
        expect([rowOf(report, 'l2').released, rowOf(report, 'l2').leaseDay]).toEqual([day('24/04/2024'), day('08/06/2024')]);
    });

    it('later when the run houses it later: as long after its lease', () => {
        // « premier » takes l1; « mutant » takes l3, released on 01/06 and leased on 16/07: l2 is released nine days after, on 25/07.
        const report = run({ demands: [demand('premier', { points: 90 }), ...demands], dwellings, assumptions, ruleSets: [rules] });
        expect(housings(report)).toEqual({ l1: 'premier', l3: 'mutant', l2: 'second' });
        expect([rowOf(report, 'l2').released, rowOf(report, 'l2').leaseDay]).toEqual([day('25/07/2024'), day('08/09/2024')]);
    });

    it('never when the run does not house it', () => {
        const many = [demand('premier', { points: 90 }), demand('autre', { points: 80 }), ...demands];
        const report = run({ demands: many, dwellings, assumptions, ruleSets: [rules] });
        expect(rowOf(report, 'l2')).toMatchObject({ end: 'outside', flags: ['not-released'] });
        expect(report.steps.map(({ code }) => code)).toContain('supply-chains');
    });
});

describe('step 9: objectives are no partition', () => {
    it('one lease counts in several objectives at once (T24)', () => {
        const goals = [
            objective('un', '1/4', fact('prioritaire')),
            objective('deux', '1/4', fact('prioritaire'), { base: test(fact('points', { kind: 'number', places: 0 }), '>=', number('0')) }),
        ];
        const report = run({ demands: [DEMANDS[1]!], dwellings: [dwelling('l1')], ruleSets: [baseline(version({ objectives: goals }))] });
        expect(report.objectives.filter(({ ruleSet }) => ruleSet === 'référence').map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
            [1, 1],
            [1, 1],
        ]);
    });
});

describe('what no replay may break', () => {
    it('a rule set compared with itself differs nowhere', () => {
        fc.assert(
            fc.property(anyTerritory, anyPolicy, fc.nat(1000), (parts, rules, seed) => {
                const outcome = replay(request({ ...parts, ruleSets: [baseline(rules), withVariant(variantOf(rules, {}), rules)], seed }));
                if (outcome.kind === 'refused') return;
                const { comparisons, ruleSets, ledger } = reportOf(outcome);
                const [same] = comparisons;
                expect([same?.onlyBaseline, same?.onlyOther, same?.sooner, same?.later, same?.firstChanged]).toEqual([0, 0, 0, 0, 0]);
                expect(ruleSets[1]?.changesNothing).toBe(true);
                expect(ledger.some(({ moved }) => moved !== undefined)).toBe(false);
            }),
            runs(100),
        );
    });

    it("a higher note never worsens a demand's own rank", () => {
        const plain = version({ scorings: [points], ranking: ranking([NOTE, DRAW]) });
        fc.assert(
            fc.property(anyTerritory, fc.nat(1000), fc.integer({ min: 1, max: 30 }), fc.nat(50), (parts, seed, more, which) => {
                const scanned = (demands: typeof parts.demands) => naiveRun(territory({ ...parts, demands }), [plain], { ...WINDOW, seed })[0]?.order ?? [];
                const ids = [...new Set(parts.demands.flatMap((row) => (typeof row['id'] === 'string' ? row['id'] : [])))];
                const chosen = ids[which % ids.length]!;
                const raised = parts.demands.map((row) =>
                    row['id'] === chosen && typeof row['points'] === 'number' ? { ...row, points: row['points'] + more } : row,
                );
                const [before, after] = [scanned(parts.demands).indexOf(chosen), scanned(raised).indexOf(chosen)];
                expect(after).toBeLessThanOrEqual(before);
                const outcome = replay(request({ ...parts, demands: raised, ruleSets: [baseline(plain)], seed }));
                if (outcome.kind === 'done') expect(outcome.report.ledger[0]?.first).toBe(scanned(raised)[0]);
            }),
            runs(150),
        );
    });
});
