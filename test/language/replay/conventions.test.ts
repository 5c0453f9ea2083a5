import { describe, expect, it } from 'vitest';
import { convention, demand, route, rowOf, run, baseline } from './build.js';
import { holders, line, people, releases, replayed, rules, STATE, way } from './flux-territory.js';

describe('dwellings that stay in stock (T30)', () => {
    it('of defence, security or health, are let to the household of the record and leave the flux', () => {
        const stock = route('en_stock', way('défense'), { inFlux: false, ranked: false });
        const report = replayed(
            rules([convention('é', STATE, 50)], { routes: [stock] }),
            releases(4, (place) => ({ voie: place === 0 ? 'défense' : 'o', attributaire: place === 0 ? 'd29' : '?' })),
        );
        // 4 released, 1 in stock: half of 3 is due. É and the landlord are then due 0.5 each; the landlord comes last: É, L, É.
        expect(line(report, 'é')).toMatchObject({ released: 4, flux: 3, due: '3/2', subtracted: [{ route: 'en_stock', recorded: 1 }] });
        expect(rowOf(report, 'l0')).toMatchObject({ housed: 'd29', decidedBy: 'route', heldBy: undefined });
        expect(holders(report)).toEqual(['—', 'état', '—', 'état']);
    });
});

describe('a designation delegated to the landlord', () => {
    it('changes neither the public nor the accounts, and is told', () => {
        // d00, the only one of the public, filed last of all.
        const demands = [demand('d00', { prioritaire: 'oui', dépôt: '01/06/2023' }), ...people(4).slice(1)];
        const report = replayed(rules([convention('é', STATE, 100, { delegated: true })]), releases(1), demands);
        expect(rowOf(report, 'l0')).toMatchObject({ heldBy: 'état', housed: 'd00', pool: 1 });
        expect(line(report, 'é')).toMatchObject({ delegated: true, oriented: 1, due: '1' });
        expect(line(replayed(rules([convention('é', STATE, 100)]), releases(1), demands), 'é').delegated).toBeUndefined();
    });
});

describe('a stock of rights converted into a flux', () => {
    it('is its exact share: 30 of 200 are 15 %', () => {
        // 15 % of 10 releases is 1.5. Due to É on each release: 0.15 more; to the landlord, 0.85 more less 1: É passes it on the 4th (0.6
        // against 0.4) and on the 10th (0.5 against 0.5, the landlord coming last).
        const converted = convention('é', STATE, 0, { share: '30/200', converted: { rights: 30, stock: 200 } });
        const report = replayed(rules([converted]), releases(10));
        expect(line(report, 'é')).toMatchObject({ due: '3/2', oriented: 2, balance: '-1/2' });
        expect(holders(report).flatMap((holder, place) => (holder === 'état' ? [place + 1] : []))).toEqual([4, 10]);
    });
});

describe('the true-up at the end of the year', () => {
    const releasesOfTwoYears = [...releases(4).map((row, place) => ({ ...row, id: `v${place}`, libération: `0${place + 1}/10/2023` })), ...releases(3)];
    const years = (carried: boolean) =>
        run({
            demands: people(30, 30),
            dwellings: releasesOfTwoYears,
            from: 19_631,
            assumptions: { orientation: 'conventions' },
            ruleSets: [baseline(rules([convention('é', STATE, 30, { carried })]))],
        })
            .flux.filter((outcome) => outcome.convention === 'é' && outcome.ruleSet === 'référence')
            .map(({ year, carried: brought, due, balance }) => [year, brought, due, balance]);

    it('lets what remains lapse, unless the convention carries it', () => {
        // 2023: 30 % of 4 is 1.2, one received: 0.2 remains. 2024: 30 % of 3 is 0.9, one received: 0.1 too much.
        expect(years(false)).toEqual([
            [2023, '0', '6/5', '1/5'],
            [2024, '0', '9/10', '-1/10'],
        ]);
        expect(years(true)[1]).toEqual([2024, '1/5', '11/10', '1/10']);
    });
});
