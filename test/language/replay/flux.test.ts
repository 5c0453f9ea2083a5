import { describe, expect, it } from 'vitest';
import type { Convention } from '../../../language/src/ir/flux.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { HISTORY } from '../../../language/src/replay/contract/report.js';
import { BOOLEAN, CODE, fact, test, word } from '../engine/build.js';
import {
    baseline,
    convention,
    demand,
    dwelling,
    housings,
    objective,
    ORIENTATION,
    reservee,
    route,
    rowOf,
    run,
    variantOf,
    version,
    withVariant,
    WISHED_TOWN,
    type Row,
} from './build.js';
import { holders, INTERNAL, line, people, PRIORITY, releases, replayed, rules, STATE, TOWNS, way } from './flux-territory.js';

describe('orientation by the largest delay (replay.md, step 2)', () => {
    it('gives each dwelling to whom most is due on the releases so far', () => {
        // État 30 %, communes 20 %, the landlord keeps 50 %. Due less received, this release counted (É, C, L):
        // 1: 0.3, 0.2, 0.5 → L. 2: 0.6, 0.4, 0 → É. 3: −0.1, 0.6, 0.5 → C. 4: 0.2, −0.2, 1 → L. 5: 0.5, 0, 0.5 → É, the landlord coming
        // last on equal delays. 6: −0.2, 0.2, 1 → L. 7: 0.1, 0.4, 0.5 → L. 8: 0.4, 0.6, 0 → C. 9: 0.7, −0.2, 0.5 → É. 10: 0, 0, 1 → L.
        const report = replayed(rules([convention('é', STATE, 30), convention('c', TOWNS, 20)]), releases(10));
        expect(holders(report)).toEqual(['—', 'état', 'communes', '—', 'état', '—', '—', 'communes', 'état', '—']);
        expect([line(report, 'é'), line(report, 'c'), line(report, undefined)].map(({ due, oriented, balance }) => [due, oriented, balance])).toEqual([
            ['3', 3, '0'],
            ['2', 2, '0'],
            ['5', 5, '0'],
        ]);
    });

    it('leaves to the landlord what rounded rights leave, below nothing when they exceed the flux', () => {
        // Three parts of 30 % on two dwellings are 0.6 each, rounded up to 1: three rights on two dwellings, the landlord is short of one.
        const rounding = 'supérieur' as const;
        const three = [
            convention('é', STATE, 30, { rounding }),
            convention('c', TOWNS, 30, { rounding }),
            convention('x', TOWNS, 30, { rounding, perimeter: [] }),
        ];
        const report = replayed(rules(three), releases(2));
        expect(['é', 'c', 'x', undefined].map((name) => line(report, name).due)).toEqual(['1', '1', '1', '-1']);
    });

    it('breaks equal delays by the date of the convention, then by its name', () => {
        const both = (é: Partial<Convention>, c: Partial<Convention>) =>
            holders(replayed(rules([convention('z', STATE, 40, é), convention('a', TOWNS, 40, c)]), releases(1)));
        expect(both({}, {})).toEqual(['communes']);
        expect(both({ signed: 100 }, { signed: 200 })).toEqual(['état']);
        expect(both({ signed: 100 }, {})).toEqual(['état']);
    });

    it('looks at the holders entitled there alone: a perimeter, a share for each commune on its own territory', () => {
        const inV1 = convention('é', STATE, 50, {
            perimeter: [{ fact: { kind: 'fact', owner: 'logement', name: 'ville', type: CODE, multiple: false, at: ['', 0, 0] }, value: 'v1' }],
        });
        const dwellings = releases(4, (place) => ({ ville: place % 2 === 0 ? 'v2' : 'v1' }));
        expect(holders(replayed(rules([inV1]), dwellings))).toEqual(['—', 'état', '—', '—']);
        const local = replayed(rules([convention('c', TOWNS, 50, { local: true })]), dwellings);
        expect(
            local.flux.filter((outcome) => outcome.convention === 'c' && outcome.ruleSet === 'référence').map(({ place, flux, due }) => [place, flux, due]),
        ).toEqual([
            ['v1', 2, '1'],
            ['v2', 2, '1'],
        ]);
    });

    it('follows the record where the assumptions say so, or where the policy has no orientation', () => {
        const dwellings = releases(3, (place) => ({ réservataire: ['A', 'C', 'D'][place]! }));
        const conventions = [convention('é', STATE, 30), convention('c', TOWNS, 20)];
        expect(holders(replayed(rules(conventions), dwellings, people(30, 30), 'enregistré'))).toEqual(['état', 'communes', '—']);
        expect(holders(replayed(rules(conventions, { orientation: undefined }), dwellings))).toEqual(['état', 'communes', '—']);
    });
});

describe('an adequacy that a contingent waives', () => {
    it('bounds its candidates no more: the préfet designates in the whole département', () => {
        // d0 and d1 wish for v1 alone; the dwelling is in v2. On the contingent A, whose public is priority, the wish does not count.
        const demands = [demand('d0', { prioritaire: 'oui', villes: ['v1'] }), demand('d1', { villes: ['v1'], dépôt: '01/01/2010' })];
        const dwellings = [dwelling('l1', { ville: 'v2', réservataire: 'A' }), dwelling('l2', { ville: 'v2', réservataire: 'C', libération: '10/03/2024' })];
        const rule = (waived: readonly string[]): Policy =>
            version({ adequacies: [WISHED_TOWN], reservees: [reservee('état', { A: PRIORITY }, waived), reservee('communes', { C: undefined })] });
        expect(housings(run({ demands, dwellings, ruleSets: [baseline(rule(['commune']))] }))).toEqual({ l1: 'd0', l2: '' });
        expect(housings(run({ demands, dwellings, ruleSets: [baseline(rule([]))] }))).toEqual({ l1: '', l2: '' });
    });
});

describe('shares put together', () => {
    const pool = { name: 'commun', label: 'Parts communes', conventions: ['é', 'c'], references: [], text: '', at: ['', 0, 0] as const };

    it('have one delay, and the dwelling goes to the one of them to whom most is due', () => {
        // État 30 %, communes 20 %, together 50 %; the landlord keeps 50 %. Together and landlord, this release counted:
        // 1: 0.5, 0.5 → together, the landlord coming last; É 0.3, C 0.2 → É. 2: 0, 1 → L. 3: 0.5, 0.5 → together; É −0.1, C 0.6 → C.
        // 4: 0, 1 → L. 5: 0.5, 0.5 → together; É 0.5, C 0 → É. 6: 0, 1 → L. Due to both 1.8 + 1.2, received 2 + 1.
        const report = replayed(rules([convention('é', STATE, 30), convention('c', TOWNS, 20)], { pools: [pool] }), releases(6));
        expect(holders(report)).toEqual(['état', '—', 'communes', '—', 'état', '—']);
        expect(['é', 'c'].map((name) => [line(report, name).balance, line(report, name).pooled])).toEqual([
            ['-1/5', { name: 'commun', label: 'Parts communes', balance: '0' }],
            ['1/5', { name: 'commun', label: 'Parts communes', balance: '0' }],
        ]);
    });

    it('are the whole of a variant: it is not called out as without effect', () => {
        // Apart, the first release is due to the landlord (50 %) rather than to É (30 %) or C (20 %): putting shares together moves it.
        const apart = rules([convention('é', STATE, 30), convention('c', TOWNS, 20)]);
        const demands = people(9, 9);
        const report = run({
            demands,
            dwellings: releases(6),
            ruleSets: [baseline(apart), withVariant(variantOf(apart, { pools: [pool] }), apart)],
        });
        expect(report.ruleSets.map(({ changesNothing }) => changesNothing)).toEqual([false, false]);
    });

    it('leave the accounts of a convention alone as they were', () => {
        const report = replayed(rules([convention('é', STATE, 30), convention('c', TOWNS, 20)]), releases(6));
        expect(line(report, 'é').pooled).toBeUndefined();
    });
});

describe('a published dwelling (location voulue)', () => {
    const PUBLISHED = route('publié', way('publié'), { publishedDays: 8 });
    const rule = version({ routes: [PUBLISHED] });
    const dwellings = [dwelling('l1', { voie: 'publié' }), dwelling('l2', { libération: '10/03/2024' })];

    it('goes to the best ranked of those who applied', () => {
        // d00 filed first of all and did not apply; of d03 and d02, who did, d02 filed first.
        const candidatures = [
            { logement: 'l1', demande: 'd03', rang: '1' },
            { logement: 'l1', demande: 'd02', rang: '2' },
        ];
        const report = run({ demands: people(5), dwellings, candidatures, ruleSets: [baseline(rule)] });
        expect(rowOf(report, 'l1')).toMatchObject({ housed: 'd02', pool: 2, route: 'publié' });
        expect(rowOf(report, 'l2')).toMatchObject({ housed: 'd00', pool: 4 });
    });

    it('finds nobody when nobody applied', () => {
        const report = run({ demands: people(5), dwellings, candidatures: [{ logement: 'l2', demande: 'd03', rang: '1' }], ruleSets: [baseline(rule)] });
        expect(rowOf(report, 'l1')).toMatchObject({ end: 'without-candidate', pool: 0 });
    });

    it('is not evaluated where the files do not say who applied', () => {
        const report = run({ demands: people(5), dwellings, ruleSets: [baseline(rule)] });
        expect(rowOf(report, 'l1')).toMatchObject({ end: 'not-evaluated', flags: ['applications-unknown'] });
        expect(report.volumes.leases).toMatchObject([{ signed: 1, notEvaluated: 1 }]);
    });
});

describe('the public of a contingent', () => {
    it('keeps a reserved dwelling to those whom it may designate', () => {
        // d00, the only priority demand, filed last of all.
        const demands = [demand('d00', { prioritaire: 'oui', dépôt: '01/06/2023' }), ...people(4).slice(1)];
        const report = replayed(rules([convention('é', STATE, 100)]), releases(1), demands);
        expect(rowOf(report, 'l0')).toMatchObject({ heldBy: 'état', housed: 'd00', pool: 1 });
    });

    it('is that of the recorded contingent of the reservee, within its maximum, which is never a due (T27)', () => {
        // Contingent B may have 20 % of the flux: of 5 dwellings, one. The record puts the first three on B: on release 5 alone 1 ≤ 20 % of 5.
        const within = [{ code: 'B', atMost: '20/100' }];
        const dwellings = releases(5, () => ({ réservataire: 'B' }));
        const report = replayed(rules([convention('é', STATE, 100, { within })]), dwellings);
        expect(line(report, 'é').within).toEqual([{ code: 'B', received: 1, atMost: '20/100', limit: '1' }]);
    });

    it('in doubt, keeps the demand in, flagged', () => {
        const report = replayed(rules([convention('é', STATE, 100)]), releases(1), [demand('d0', { prioritaire: '?' })]);
        expect(rowOf(report, 'l0').flags).toEqual(['few-candidates', 'first-public-unknown', 'housed-public-unknown']);
        expect(report.volumes.notEvaluated).toEqual([{ reason: 'public-unknown', ruleSet: 'référence', count: 1 }]);
    });
});

describe('without a candidate (T33)', () => {
    const back = { returned: { amount: 1, unit: 'mois' } as const };

    it('a dwelling goes back to the landlord, who lets it to anyone, and enters the base of its own quota', () => {
        const own = objective('non_réservés', '1/4', PRIORITY, { base: test(fact('réservataire', CODE, 'logement'), '=', word('D')) });
        const report = replayed(
            rules([convention('é', STATE, 100, back)], { objectives: [own] }),
            releases(2, () => ({ réservataire: 'A' })),
            people(3),
        );
        expect(rowOf(report, 'l0')).toMatchObject({ heldBy: undefined, housed: 'd00', flags: ['returned-to-landlord'] });
        expect(line(report, 'é')).toMatchObject({ oriented: 2, proposed: 0, signed: 0, returned: 2 });
        expect(report.objectives.find(({ ruleSet }) => ruleSet === 'référence')).toMatchObject({ numerator: 0, denominator: 2 });
    });

    it('stays without candidate where the convention does not send it back', () => {
        const report = replayed(rules([convention('é', STATE, 100)]), releases(1), people(3));
        expect(rowOf(report, 'l0')).toMatchObject({ heldBy: 'état', end: 'without-candidate' });
    });
});

describe('the accounts of a convention', () => {
    const units = (unit: Convention['unit']) => {
        // Nobody accepts: each dwelling is oriented, proposed, allotted, and never signed.
        const policy = rules([convention('é', STATE, 50, { unit })]);
        const report = run({
            demands: people(20, 20),
            dwellings: releases(4),
            assumptions: { orientation: 'conventions', acceptance: '0' },
            ruleSets: [baseline(policy)],
        });
        return [line(report, 'é').oriented, line(report, 'é').balance];
    };

    it('count in their own unit: what is not signed remains due (T33)', () => {
        // Oriented, of 4 dwellings É and L have two each: on release 1 both are due 0.5, the landlord last.
        expect(units('oriented')).toEqual([2, '0']);
        // Signed, nothing is ever received: É is due more than the landlord each time, and still due 2 of 4 in the end.
        expect(units('signed')).toEqual([4, '2']);
    });

    it('subtract what the landlord announced, no more; beyond, the dwelling is in the flux (T29)', () => {
        const dwellings = releases(5, (place) => ({ voie: place < 3 ? 'interne' : 'o', attributaire: place < 3 ? `d0${place}` : '?' }));
        const forecasts = [{ landlord: 'b1', year: 2024, lines: [{ route: 'interne', count: 2 }], references: [], at: ['', 0, 0] as const }];
        const report = replayed(rules([convention('é', STATE, 50)], { routes: [INTERNAL], forecasts }), dwellings);
        expect(line(report, 'é')).toMatchObject({
            released: 5,
            flux: 3,
            due: '3/2',
            subtracted: [{ route: 'interne', label: 'interne', recorded: 2, forecast: 2, beyond: 1 }],
        });
        // The third internal move is the landlord's own part: it takes nobody's rights.
        expect(holders(report)).toEqual(['—', '—', '—', 'état', 'état']);
    });

    it('keep aside new programmes, which are neither flux nor subtraction (T34)', () => {
        const neuf = route('neuf', way('neuf'), { inFlux: false });
        const report = replayed(
            rules([convention('é', STATE, 50, { apart: ['neuf'] })], { routes: [neuf] }),
            releases(3, (place) => ({ voie: place === 0 ? 'neuf' : 'o' })),
        );
        expect(line(report, 'é')).toMatchObject({ released: 3, apart: 1, flux: 2, subtracted: [] });
    });

    it('count inter-landlord moves in the flux: only those of the same landlord leave it (T28)', () => {
        const report = replayed(
            rules([convention('é', STATE, 50)], { routes: [INTERNAL] }),
            releases(2, (place) => ({ voie: place === 0 ? 'inter' : 'interne', attributaire: `d0${place}` })),
        );
        expect(line(report, 'é')).toMatchObject({ flux: 1, subtracted: [{ recorded: 1 }] });
    });

    it('round the rights of a year, and carry what remains into the next (T35)', () => {
        // 30 % of 4 in 2023 is 1.2, rounded to 1; one oriented: 0 is carried. Unrounded, 0.2 is carried: 30 % of 3 and 0.2 make 1.1 in 2024.
        const dwellings = [...releases(4, () => ({})).map((row, place) => ({ ...row, id: `v${place}`, libération: `0${place + 1}/10/2023` })), ...releases(3)];
        const due = (options: Partial<Convention>) => {
            const policy = rules([convention('é', STATE, 30, { carried: true, ...options })]);
            const report = run({ demands: people(30, 30), dwellings, from: 19_631, assumptions: { orientation: 'conventions' }, ruleSets: [baseline(policy)] });
            return report.flux
                .filter((outcome) => outcome.convention === 'é' && outcome.ruleSet === 'référence')
                .map(({ year, carried, due: rights, balance }) => [year, carried, rights, balance]);
        };
        expect(due({})).toEqual([
            [2023, '0', '6/5', '1/5'],
            [2024, '1/5', '11/10', '1/10'],
        ]);
        expect(due({ rounding: 'proche' })).toEqual([
            [2023, '0', '1', '0'],
            [2024, '0', '1', '0'],
        ]);
        // 1.2 rounded up to 2, one received: 1 is carried. In 2024, due less received: 1.3 against 1 − 1.3 → É; 0.6 against 2 − 1.6 → É; L.
        expect(due({ rounding: 'supérieur' })).toEqual([
            [2023, '0', '2', '1'],
            [2024, '1', '2', '0'],
        ]);
    });

    it('tell the record beside, and not what it does not tell', () => {
        const dwellings = releases(2, (place) => ({ réservataire: 'A', attributaire: place === 0 ? 'd00' : '?' }));
        const report = replayed(rules([convention('é', STATE, 50, { unit: 'allotted' })]), dwellings);
        const recorded = line(report, 'é', HISTORY);
        expect(recorded).toMatchObject({ oriented: 2, signed: 1, due: '1' });
        expect([recorded.proposed, recorded.allotted, recorded.balance]).toEqual([undefined, undefined, undefined]);
    });

    it('are told by the facts that the policy names (CCH R.441-5-1)', () => {
        const qpv = { kind: 'fact', owner: 'logement', name: 'qpv', type: BOOLEAN, multiple: false, at: ['', 0, 0] } as const;
        const policy = rules([convention('é', STATE, 100)], { orientation: { ...ORIENTATION, breakdown: [qpv] } });
        const report = replayed(
            policy,
            releases(3, (place) => ({ qpv: place === 0 ? 'oui' : place === 1 ? 'non' : '?' })),
        );
        expect(line(report, 'é').breakdown).toEqual([
            {
                fact: 'qpv',
                words: [
                    { word: '', flux: 1, oriented: 1, proposed: 1, allotted: 1, signed: 1 },
                    { word: 'non', flux: 1, oriented: 1, proposed: 1, allotted: 1, signed: 1 },
                    { word: 'oui', flux: 1, oriented: 1, proposed: 1, allotted: 1, signed: 1 },
                ],
            },
        ]);
    });

    it('say when a convention has a landlord that frees nothing', () => {
        const report = replayed(rules([convention('é', { ...STATE, landlord: 'ailleurs' }, 50)]), releases(1));
        expect(report.flux.map(({ convention: name }) => name)).toEqual([]);
        expect(report.steps.filter(({ code }) => code === 'convention-without-vacancy').map(({ params }) => params)).toEqual([{ name: 'é' }]);
    });
});

describe('imputation on rights, apart from quotas (law.md 1.1)', () => {
    const imputation = (name: string, lines: Policy['imputations'][number]['lines']): Policy['imputations'] => [
        { name, condition: PRIORITY, lines, references: [], text: '', at: ['', 0, 0] },
    ];
    const WORKS = test(fact('ville_emploi', CODE), '=', word('v1'));

    it('takes the first line that applies, whoever held the dwelling; a line in doubt leaves the lease untold', () => {
        // Five leases. d00 and d01 work in v1: communes. d02: état. d03, of whom it is not known: untold. d04 is no priority: not imputed.
        const work = ['v1', 'v1', 'v2', '?', 'v1'];
        const demands = work.map((town, place) =>
            demand(`d0${place}`, { prioritaire: place < 4 ? 'oui' : 'non', ville_emploi: town, dépôt: `0${place + 1}/01/2020` }),
        );
        const reservees = [reservee('état', { A: PRIORITY, B: undefined }), { ...reservee('communes', { C: undefined }), label: 'Les communes' }];
        const policy = rules([], { reservees, imputations: imputation('dalo', [{ reservee: 'communes', condition: WORKS }, { reservee: 'état' }]) });
        const report = replayed(
            policy,
            releases(5, (place) => ({ réservataire: place === 0 ? 'C' : 'D' })),
            demands,
            'enregistré',
        );
        expect(report.imputations.filter(({ ruleSet }) => ruleSet === 'référence')).toMatchObject([
            {
                leases: 4,
                unsure: 0,
                untold: 1,
                lines: [
                    { reservee: 'communes', label: 'Les communes', imputed: 2, own: 1 },
                    { reservee: 'état', label: 'état', imputed: 1, own: 0 },
                ],
            },
        ]);
    });
});

describe('à défaut (T4): the list serves when the DALO does not', () => {
    it('tells the target from those by default, and is in doubt only when both may be', () => {
        const large = test(fact('personnes', { kind: 'number', places: 0 }), '=', {
            kind: 'literal',
            type: { kind: 'number', places: 0 },
            value: { kind: 'number', value: '4' },
            at: ['', 0, 0],
        });
        const facts: readonly Row[] = [
            { prioritaire: 'oui', personnes: 1 },
            { prioritaire: 'non', personnes: 4 },
            { prioritaire: '?', personnes: 4 },
            { prioritaire: 'non', personnes: 1 },
            { prioritaire: 'non', personnes: '?' },
        ];
        const demands = facts.map((row, place) => demand(`d0${place}`, { ...row, dépôt: `0${place + 1}/01/2020` }));
        const goal = { ...objective('c', '1/2', PRIORITY), fallback: large };
        const report = replayed(rules([], { objectives: [goal] }), releases(5), demands, 'enregistré');
        // Reached: d00 by the target, d01 and d02 by default. Missed: d03. Unknown: d04.
        expect(report.objectives.find(({ ruleSet }) => ruleSet === 'référence')).toMatchObject({ numerator: 3, first: 1, denominator: 4, unknown: 1 });
    });
});

describe('a trajectory without the year of the leases', () => {
    it('is told, and the threshold of the objective serves', () => {
        const goal = objective('c', '1/2', PRIORITY, { trajectory: [{ year: 2023, amount: '1/4' }] });
        const report = replayed(rules([], { objectives: [goal] }), releases(1), people(1), 'enregistré');
        expect(report.steps.filter(({ code }) => code === 'trajectory-without-year').map(({ params }) => params)).toEqual([{ objective: 'c', year: '2024' }]);
        expect(report.objectives.find(({ ruleSet }) => ruleSet === 'référence')).toMatchObject({ threshold: '1/2' });
    });
});

describe('a variant of a share alone', () => {
    it('moves no household where the record is followed, and changes what is owed: it is not called out as without effect', () => {
        const base = rules([convention('é', STATE, 30)]);
        const edited = variantOf(base, { conventions: [convention('é', STATE, 40)] });
        const same = variantOf(base, { conventions: [convention('é', STATE, 30)] }, 'même');
        const report = run({
            demands: people(9, 9),
            dwellings: releases(5, () => ({ réservataire: 'A' })),
            ruleSets: [baseline(base), withVariant(edited, base), withVariant(same, base)],
        });
        expect(report.ruleSets.map(({ id, changesNothing }) => [id, changesNothing])).toEqual([
            ['référence', false],
            ['variante', false],
            ['même', true],
        ]);
        expect(housings(report)).toEqual(housings(report, 'variante'));
        expect([line(report, 'é').due, line(report, 'é', 'variante').due]).toEqual(['3/2', '2']);
    });
});
