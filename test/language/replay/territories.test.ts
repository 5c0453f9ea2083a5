import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../language/src/ir/policy.js';
import { replay } from '../../../language/src/replay/replay.js';
import { scoring } from '../engine/build.js';
import { runs } from '../properties/draw.js';
import { baseline, demand, dwelling, GIVEN, housings, objective, PRIORITY, reportOf, request, rowOf, run, territory, version } from './build.js';
import { naiveRun } from './naive-run.js';
import { anyPolicy, anyTerritory, WINDOW } from './random-territory.js';
import { fact } from '../engine/build.js';

const inTowns = (policy: Policy, name: string, ...communes: readonly string[]): Policy => ({ ...policy, name, label: `Pays de ${name}`, communes });
/** The valley ranks by points, the plateau by priority. */
const VALLEY = inTowns(
    version({ scorings: [scoring('vallée', [GIVEN])], objectives: [objective('prioritaires', '1/2', fact('prioritaire'))] }),
    'vallée',
    'v1',
);
const PLATEAU = inTowns(
    version({ scorings: [scoring('plateau', [PRIORITY])], objectives: [objective('prioritaires', '1', fact('prioritaire'))] }),
    'plateau',
    'v2',
);
const BOTH = baseline(VALLEY, PLATEAU);
const DEMANDS = [demand('points', { points: 50, villes: ['v1', 'v2'] }), demand('priorité', { prioritaire: 'oui', villes: ['v1', 'v2'] })];

describe('several territories, each with its own policy (T9)', () => {
    it('each dwelling follows the policy of its commune; who is housed in one leaves the pools of the other', () => {
        const dwellings = [dwelling('l1', { ville: 'v1' }), dwelling('l2', { ville: 'v2', libération: '10/03/2024' })];
        expect(housings(run({ demands: DEMANDS, dwellings, ruleSets: [BOTH] }))).toEqual({ l1: 'points', l2: 'priorité' });
        // The other way round: priority is housed first, on the plateau; the valley houses who is left.
        const turned = [dwelling('l1', { ville: 'v1', libération: '10/03/2024' }), dwelling('l2', { ville: 'v2', libération: '01/03/2024' })];
        expect(housings(run({ demands: DEMANDS, dwellings: turned, ruleSets: [BOTH] }))).toEqual({ l2: 'priorité', l1: 'points' });
        // Two in the valley: both are housed by points, and the plateau finds nobody.
        const three = [
            dwelling('l1', { ville: 'v1' }),
            dwelling('l2', { ville: 'v1', libération: '10/03/2024' }),
            dwelling('l3', { ville: 'v2', libération: '20/03/2024' }),
        ];
        expect(housings(run({ demands: DEMANDS, dwellings: three, ruleSets: [BOTH] }))).toEqual({ l1: 'points', l2: 'priorité', l3: '' });
    });

    it('measures the objectives of each on its own leases', () => {
        const dwellings = [dwelling('l1', { ville: 'v1' }), dwelling('l2', { ville: 'v2', libération: '10/03/2024' })];
        const { objectives } = run({ demands: DEMANDS, dwellings, ruleSets: [BOTH] });
        const own = objectives.filter(({ ruleSet }) => ruleSet === 'référence').map((outcome) => [outcome.objective, outcome.numerator, outcome.denominator]);
        expect(own).toEqual([
            ['plateau.prioritaires', 1, 1],
            ['vallée.prioritaires', 0, 1],
        ]);
    });

    it('is refused when two policies are those of one commune, or one is that of all', () => {
        const dwellings = [dwelling('l1', { ville: 'v1' })];
        const refused = (policy: Policy): unknown => replay(request({ demands: DEMANDS, dwellings, ruleSets: [baseline(VALLEY, policy)] }));
        const wanted = { kind: 'refused', findings: [{ code: 'several-territories', params: { territory: 'vallée', other: 'plateau' } }] };
        expect(refused({ ...PLATEAU, communes: ['v2', 'v1'] })).toMatchObject(wanted);
        expect(refused({ ...PLATEAU, communes: undefined })).toMatchObject(wanted);
    });

    it('a dwelling in the commune of none is left out and counted; who the record houses there is gone', () => {
        const outside = dwelling('l0', { ville: 'v3', attributaire: 'points', libération: '01/02/2024' });
        const report = run({ demands: DEMANDS, dwellings: [outside, dwelling('l1', { ville: 'v1' })], ruleSets: [BOTH] });
        expect(rowOf(report, 'l0')).toMatchObject({ end: 'not-evaluated', pool: 0, flags: ['commune-without-rules'] });
        expect(rowOf(report, 'l1')).toMatchObject({ housed: 'priorité' });
        expect(report.volumes.notEvaluated).toContainEqual({ reason: 'commune-without-rules', ruleSet: 'référence', count: 1 });
    });

    it('is refused when every dwelling is in the commune of none, and when the policies of a commune forget a day', () => {
        const refused = (ville: string, policy: Policy): unknown =>
            replay(request({ demands: DEMANDS, dwellings: [dwelling('l1', { ville })], ruleSets: [baseline(policy, PLATEAU)] }));
        expect(refused('v3', VALLEY)).toMatchObject({ kind: 'refused', findings: [{ code: 'no-vacancy-in-communes' }] });
        const late = { ...VALLEY, dates: { ...VALLEY.dates, from: VALLEY.dates.from + 10_000 } };
        expect(refused('v1', late)).toMatchObject({ kind: 'refused', findings: [{ code: 'no-version-in-force', params: { days: '1' } }] });
    });

    it('gives what a full scan gives', () => {
        fc.assert(
            fc.property(anyTerritory, anyPolicy, anyPolicy, fc.nat(1000), (parts, one, two, seed) => {
                const towns = ['v1', 'v2', 'v3', '?'].filter((town) => town !== '?');
                const known = { ...parts, dwellings: parts.dwellings.filter((row) => towns.includes(row['ville'] as string)) };
                const policies = [inTowns(one, 'a', 'v1'), inTowns(two, 'b', 'v2', 'v3')];
                const scanned = naiveRun(territory(known), policies, { ...WINDOW, seed });
                if (scanned.length === 0) return;
                const { ledger } = reportOf(replay(request({ ...known, ruleSets: [baseline(...policies)], seed })));
                const found = ledger.map(({ dwelling: id, pool, first, housed, offers, examined }) => ({ id, pool, first, housed, offers, examined }));
                const wanted = scanned.map(({ dwelling: id, pool, order, housed, offers, examined }) => ({
                    id,
                    pool,
                    first: order[0],
                    housed,
                    offers,
                    examined,
                }));
                expect(found).toEqual(wanted);
            }),
            runs(200),
        );
    });
});

describe('the row of a vacancy', () => {
    it('names nobody first where its own territory has no demand', () => {
        const report = run({
            demands: [DEMANDS[0]!],
            dwellings: [dwelling('l1', { ville: 'v1' }), dwelling('l2', { ville: 'v2', libération: '10/03/2024' })],
            ruleSets: [BOTH],
        });
        expect(rowOf(report, 'l2')).toMatchObject({ end: 'without-candidate', pool: 0 });
    });
});
