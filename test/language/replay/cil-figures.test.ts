import { describe, expect, it } from 'vitest';
import { HISTORY, type ReplayReport } from '../../../language/src/replay/contract/report.js';
import type { DerivedFact } from '../../../language/src/ir/vocabulary.js';
import { replay } from '../../../language/src/replay/replay.js';
import { BOOLEAN, derive, derived, duration, DURATION, NUMBER, fact, test } from '../engine/build.js';
import {
    baseline,
    criteriaOnly,
    demand,
    dwelling,
    exclusion,
    reportOf,
    request,
    run,
    version,
    VOCABULARY,
    WISHED_TOWN,
    withVariant,
    GIVEN,
    MONTHS,
    NOTE,
    LONGEST,
    DRAW,
    ranking,
    type Row,
} from './build.js';
import { compareRandomReplays } from './full-scan.js';
import { anyPolicy, anyTerritory } from './random-territory.js';

const withFacts = (...own: readonly DerivedFact[]) =>
    version({ adequacies: [WISHED_TOWN], criteria: [GIVEN], derived: [...(VOCABULARY.derived ?? []), ...own] });
/** Beyond 24 months. */
const LATE: DerivedFact = { ...derive('tard', BOOLEAN, test(derived('ancienneté', DURATION), '>', duration(24))), role: 'délai_dépassé' };

describe('those who wait beyond the delay that the rules call abnormal', () => {
    /**
     * On 01/01/2024: d1 waits for 24 months to the day, which is not more; d2 for 25; d3, of whom the first demand is not known, cannot be
     * told; d4 for 60, and has left by the end. On 31/12/2024 d1 and d2 are beyond, but the run houses d2 in March, by its points.
     */
    const people: readonly Row[] = [
        demand('d1', { dépôt: '01/01/2022', types: ['T2'] }),
        demand('d2', { dépôt: '30/11/2021', types: ['T2', 'T3'], points: 9 }),
        demand('d3', { dépôt: '?', entrée: '01/01/2020', types: '?' }),
        demand('d4', { dépôt: '01/01/2019', types: ['T3'], villes: ['v2'], sortie: '01/06/2024', sortie_attribution: 'non' }),
    ];
    const report = run({ demands: people, dwellings: [dwelling('l1', { attributaire: 'd1', bail: '20/04/2024' })], ruleSets: [baseline(withFacts(LATE))] });
    const told = (ruleSet: string) =>
        report.overdue
            .filter((of) => of.ruleSet === ruleSet)
            .map(({ typology, start, end }) => [typology, [start?.demands, start?.overdue, start?.unknown], [end?.demands, end?.overdue, end?.unknown]]);

    it('are counted at the start and at the end, all and by type wanted', () => {
        expect(told('référence')).toEqual([
            // d2 and d4 of four, d3 not known; then d1 of d1 and d3.
            [undefined, [4, 2, 1], [2, 1, 1]],
            ['T2', [2, 1, 0], [1, 1, 0]],
            // d2 counts for both types that it wants.
            ['T3', [2, 2, 0], [0, 0, 0]],
            ['', [1, 0, 1], [1, 0, 1]],
        ]);
    });

    it('are counted in the record: d1 is housed, d2 still waits', () => {
        expect(told(HISTORY)[0]).toEqual([undefined, [4, 2, 1], [2, 1, 1]]);
        expect(told(HISTORY)[2]).toEqual(['T3', [2, 2, 0], [1, 1, 0]]);
    });

    it('are not counted where no version says what is too long', () => {
        expect(run({ demands: people, dwellings: [dwelling('l1')], ruleSets: [baseline(withFacts())] }).overdue).toEqual([]);
    });
});

describe('the demands ranked first', () => {
    /**
     * Ten demands of 10 to 1 point. d1, the first, wants a T4 in v3, where nothing is released; d2 is housed in March, d3 in April; d4, which
     * earns too much, is kept out of both; the others are in the pools. d11 comes in July: it is not ranked.
     */
    const people: readonly Row[] = [
        demand('d1', { points: 10, villes: ['v3'], types: ['T4'], dépôt: '01/12/2023' }),
        ...Array.from({ length: 9 }, (_, place) => demand(`d${place + 2}`, { points: 9 - place, types: ['T2'], ressources: place === 2 ? '9999' : '100' })),
        demand('d11', { points: 99, entrée: '01/07/2024', types: ['T2'] }),
    ];
    const RICH = exclusion(
        'ressources',
        test(fact('ressources', { kind: 'money', per: 'mois' }), '>', {
            kind: 'literal',
            type: { kind: 'money', per: 'mois' },
            value: { kind: 'number', value: '5000' },
            at: ['', 0, 0],
        }),
    );
    const rules = version({ adequacies: [WISHED_TOWN], criteria: [GIVEN], exclusions: [RICH] });
    const report = run({ demands: people, dwellings: [dwelling('l1'), dwelling('l2', { libération: '01/04/2024' })], ruleSets: [baseline(rules)] });
    const [top] = report.top;

    it('are housed, in a pool, or without any dwelling: the parts add up', () => {
        expect(top?.day).toBe(19_723);
        expect(top?.bands.map(({ share, demands, housed, inPool, withoutDwelling }) => [share, demands, housed, inPool, withoutDwelling])).toEqual([
            // Of ten demands, one hundredth and one twentieth are one demand: d1.
            ['1/100', 1, 0, 0, 1],
            ['1/20', 1, 0, 0, 1],
            ['1/10', 1, 0, 0, 1],
            // Two and a half, hence three: d1, d2, d3.
            ['1/4', 3, 2, 0, 1],
            // d4 is kept out as d1 is; d5 to d10 are in the pools.
            ['1', 10, 2, 6, 2],
        ]);
    });

    it('are told by the type that they want', () => {
        expect(top?.bands.at(-1)?.types).toEqual([
            { typology: 'T2', label: 'T2', demands: 9, withoutDwelling: 1 },
            { typology: 'T4', label: 'T4', demands: 1, withoutDwelling: 1 },
        ]);
    });

    it('take along those level with the last of them', () => {
        // All alike but for the draw: the first of them is all of them.
        const alike = Array.from({ length: 5 }, (_, place) => demand(`d${place}`, { types: ['T2'] }));
        const level = run({ demands: alike, dwellings: [dwelling('l1')], ruleSets: [baseline(version({ ranking: ranking([NOTE, LONGEST, DRAW]) }))] });
        expect(level.top[0]?.bands.map(({ demands }) => demands)).toEqual([5, 5, 5, 5, 5]);
    });

    it('are those of the baseline, whatever the variants', () => {
        // By the wait the order is another: d1, whose points rank it first, has waited the least.
        const variant = criteriaOnly(rules, MONTHS);
        const both = run({
            demands: people,
            dwellings: [dwelling('l1'), dwelling('l2', { libération: '01/04/2024' })],
            ruleSets: [baseline(rules), withVariant(variant, rules)],
        });
        expect(both.comparisons[0]?.firstChanged).toBeGreaterThan(0);
        expect(both.ruleSets[1]?.changesNothing).toBe(false);
        expect(both.top).toEqual(report.top);
    });
});

describe('the demands that a vacancy finds', () => {
    const size: DerivedFact = {
        ...derive(
            'profil',
            BOOLEAN,
            test(fact('personnes', NUMBER), '>', { kind: 'literal', type: NUMBER, value: { kind: 'number', value: '2' }, at: ['', 0, 0] }),
        ),
        role: 'profil',
    };
    /** Town v1 draws d1 (one person) and d2 (three) twice, less the one that l1 houses; v2 draws d3, whose size is not known; v3 nobody. */
    const people: readonly Row[] = [
        demand('d1', { personnes: 1, points: 5 }),
        demand('d2', { personnes: 3, points: 1 }),
        demand('d3', { personnes: '?', villes: ['v2'] }),
    ];
    const dwellings = [dwelling('l1'), dwelling('l2', { libération: '02/05/2024' }), dwelling('l3', { ville: 'v2' }), dwelling('l4', { ville: 'v3' })];

    it('are counted by type, commune and profile', () => {
        const { tension } = run({ demands: people, dwellings, ruleSets: [baseline(withFacts(size))] });
        expect(tension?.profile).toEqual({ id: 'profil', label: 'profil' });
        expect(tension?.profiles.map(({ id }) => id)).toEqual(['oui', 'non', 'inconnu']);
        expect(tension?.cells).toEqual([
            // l1 finds d1 and d2, l2 finds d2 alone.
            { typology: 'T2', commune: 'v1', vacancies: 2, withoutCandidate: 0, demands: 3, byProfile: [2, 1, 0] },
            { typology: 'T2', commune: 'v2', vacancies: 1, withoutCandidate: 0, demands: 1, byProfile: [0, 0, 1] },
            { typology: 'T2', commune: 'v3', vacancies: 1, withoutCandidate: 1, demands: 0, byProfile: [0, 0, 0] },
        ]);
    });

    it('are sorted by the size of the household where no fact is a profile', () => {
        const { tension } = run({ demands: people, dwellings, ruleSets: [baseline(withFacts())] });
        expect(tension?.profiles.map(({ id }) => id)).toEqual(['1', '3', 'inconnu']);
    });

    it('add up to the pools of the ledger, and profiles to them, whatever the territory', () => {
        compareRandomReplays({ territories: anyTerritory, policies: anyPolicy, times: 60 }, ({ report, scanned }) => {
            const cells = report.tension?.cells ?? [];
            const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
            expect(sum(cells.map(({ demands }) => demands))).toBe(sum(scanned.map(({ pool }) => pool)));
            for (const { demands, byProfile } of cells) expect(sum(byProfile)).toBe(demands);
            for (const { bands } of report.top) {
                for (const { demands, housed, inPool, withoutDwelling } of bands) expect(housed + inPool + withoutDwelling).toBe(demands);
                // A household that the record housed by then may still be open in a run.
                expect(bands.at(-1)?.demands).toBeGreaterThanOrEqual(report.volumes.openAtStart);
                expect(bands.at(-1)?.demands).toBeLessThanOrEqual(report.volumes.demands);
            }
        });
    });
});

describe('without a simulation', () => {
    const only = (mode: ReplayReport['mode']): ReplayReport =>
        reportOf(
            replay(
                request({
                    demands: [demand('d1', { dépôt: '01/01/2019' }), demand('d2')],
                    dwellings: [dwelling('l1', { attributaire: 'd2', bail: '20/04/2024' })],
                    candidatures: [
                        { logement: 'l1', demande: 'd1', rang: 2 },
                        { logement: 'l1', demande: 'd2', rang: 1 },
                    ],
                    ruleSets: [baseline(withFacts(LATE))],
                    mode,
                }),
            ),
        );

    it('the record tells who waits too long, and no pool is told', () => {
        const constat = only('constat');
        expect(constat.overdue[0]).toEqual({
            ruleSet: HISTORY,
            start: { day: 19_723, demands: 2, overdue: 1, unknown: 0 },
            end: { day: 20_088, demands: 1, overdue: 1, unknown: 0 },
        });
        expect([constat.top, constat.tension]).toEqual([[], undefined]);
        expect([only('constants').overdue, only('constants').top, only('constants').tension]).toEqual([[], [], undefined]);
    });
});
