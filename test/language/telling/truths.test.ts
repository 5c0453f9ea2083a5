import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORY, type GroupOutcome, type LedgerRow, type ReplayReport } from '../../../language/src/replay/index.js';
import { blockOf, day, lease, leases, outcome, reportOf, rowsOf, ruleSetsOf, tell, textOf } from './build.js';
import { valmont } from './valmont.js';

const Q1 = 'q1_hors_qpv';
let policies: Awaited<ReturnType<typeof valmont>>;
beforeAll(async () => {
    policies = await valmont();
});

/** So many leases that reach an objective, miss it, or cannot be told, under one side. */
const count = (side: string, { reached = 0, missed = 0, unknown = 0, year = 2024, objective = Q1 }): readonly LedgerRow[] => [
    ...leases(side, reached, { objective, mark: 'reached', year }),
    ...leases(side, missed, { objective, mark: 'missed', year }),
    ...leases(side, unknown, { objective, mark: 'unknown', year }),
];

/** The cells of the first line of the matrix, the record first. */
const cells = (report: ReplayReport, variants: readonly string[] = []): readonly string[] => {
    const block = blockOf(tell(report, ruleSetsOf(policies.base, variants.map(policies.variant))), 'objectives');
    return rowsOf(block)[0] ?? [];
};

describe('the truths of a comparison', () => {
    it('the same definition stands on both sides, or the comparison is refused in words', () => {
        const objective = 'travailleurs_essentiels';
        const report = reportOf([...count('en-vigueur', { reached: 20, missed: 80, objective }), ...count(objective, { reached: 50, missed: 50, objective })], {
            objectives: [outcome(objective, 'en-vigueur'), outcome(objective, objective)],
        });
        const telling = tell(report, ruleSetsOf(policies.base, [policies.variant(objective)]));
        expect(blockOf(telling, 'objectives').statements.map(({ text }) => text)).toContain(
            '« travailleurs_essentiels » : une variante change ce que l’objectif compte (liste ou fait déduit qu’il lit). Les deux chiffres n’ont pas la même définition et ne se comparent pas.',
        );
        expect(rowsOf(blockOf(telling, 'objectives'))[0]?.at(-1)).toContain('définition de la variante, sans comparaison');
        const same = tell({ ...report, objectives: [outcome(Q1, 'en-vigueur')] }, ruleSetsOf(policies.base, [policies.variant(objective)]));
        expect(textOf(same)).not.toContain('sans comparaison');
    });

    it('no verdict is given on part of a year: releases must warm up for the longest vacancy', () => {
        const rows = count('en-vigueur', { reached: 60, missed: 40 });
        const objectives = [outcome(Q1, 'en-vigueur')];
        expect(cells(reportOf(rows, { objectives }))[2]).toContain('seuil atteint');
        const territory = { ...reportOf([]).territory, from: day(2024, 1, 1) };
        expect(cells(reportOf(rows, { objectives, territory }))[2]).toBe('60 % : pas de verdict');
        // The window closes on 30 December: leases of the 31st could be missing.
        expect(cells(reportOf(rows, { objectives, territory: { ...reportOf([]).territory, to: day(2024, 12, 30) } }))[2]).toBe('60 % : pas de verdict');
        // One vacancy of 200 days: July 2023 is no longer early enough.
        const slow = [...rows, lease('en-vigueur', day(2024, 8, 1), { released: day(2024, 8, 1) - 200 })];
        expect(cells(reportOf(slow, { objectives }))[2]).toBe('60 % : pas de verdict');
    });

    it('leases of two years are never mixed', () => {
        const rows = [...count('en-vigueur', { reached: 60, missed: 40 }), ...count('en-vigueur', { reached: 0, missed: 50, year: 2025 })];
        const telling = tell(reportOf(rows, { objectives: [outcome(Q1, 'en-vigueur')] }), ruleSetsOf(policies.base));
        expect(rowsOf(blockOf(telling, 'objectives')).map((row) => [row[0], row[2]])).toEqual([
            ['Premier quartile hors quartier prioritaire, 2024', '60 % : seuil atteint dans l’unique tirage'],
        ]);
        expect(rowsOf(blockOf(telling, 'objective-years')).map((row) => [row[0], row[2]])).toEqual([
            ['Premier quartile hors quartier prioritaire, 2025', '0 % : pas de verdict'],
        ]);
    });

    it('both thresholds are shown: the trajectory’s and that of the law', () => {
        const report = reportOf(count('en-vigueur', { reached: 60, missed: 40 }), { objectives: [outcome(Q1, 'en-vigueur')] });
        expect(cells(report)[1]).toBe('au moins 20 % (trajectoire) ; 25 % (CCH L.441-1)');
    });

    it('the record comes first', () => {
        const report = reportOf([...count('en-vigueur', { reached: 60, missed: 40 }), ...count(HISTORY, { reached: 10, missed: 90 })], {
            objectives: [outcome(Q1, 'en-vigueur'), outcome(Q1, HISTORY)],
        });
        expect(cells(report).slice(2)).toEqual(['10 % : seuil non atteint ; 10 baux encore dus', '60 % : seuil atteint dans l’unique tirage']);
    });

    it('unknown leases stay in the denominator: a share goes from none of them to all', () => {
        // 19, 5 unknown, 76 missed: from 19 to 24 of 100, the threshold of 20 % in between.
        const report = reportOf(count('en-vigueur', { reached: 19, unknown: 5, missed: 76 }), { objectives: [outcome(Q1, 'en-vigueur')] });
        expect(cells(report)[2]).toBe('19 à 24 % : incertain dans l’unique tirage ; 1 bail encore dû');
    });

    it('under 20 leases, leases are counted one by one, without percentage', () => {
        const report = reportOf(count('en-vigueur', { reached: 2, missed: 10 }), { objectives: [outcome(Q1, 'en-vigueur')] });
        expect(cells(report)[2]).toMatch(/^12 baux, 3 dus, 2 faits : seuil non atteint/);
    });

    it('draws drive the words: a simulation reaches a threshold in so many draws, it holds nothing', () => {
        const named = { objective: Q1, label: '', ruleSet: 'en-vigueur', counted: 'share' as const, year: 2024 };
        const report = reportOf(count('en-vigueur', { reached: 60, missed: 40 }), {
            objectives: [outcome(Q1, 'en-vigueur', { year: 2024 })],
            replications: { seeds: [1, 2, 3, 4, 5, 6, 7, 8], objectives: [{ ...named, met: 6, unsure: 1, measured: 8 }], comparisons: [] },
        });
        expect(cells(report)[2]).toBe('60 % : seuil atteint dans 6 tirages sur 8, incertain dans 1');
        expect(
            rowsOf(blockOf(tell(report, ruleSetsOf(policies.base)), 'objectives'))
                .flat()
                .join(' '),
        ).not.toMatch(/\btenu/);
    });

    it('every class has its chances before and after, and whether a rule reads it', () => {
        const group = (breakdown: string, name: string, read: boolean, onlyBaseline: number, onlyOther: number): GroupOutcome => ({
            breakdown: `fait:${breakdown}`,
            breakdownLabel: breakdown,
            read,
            group: name,
            groupLabel: name,
            demands: 400,
            onlyBaseline,
            onlyOther,
            both: 100,
            sooner: 0,
            later: 0,
        });
        const comparison = {
            ruleSet: 'x',
            baseline: 'en-vigueur',
            housedBoth: 200,
            onlyBaseline: 100,
            onlyOther: 100,
            neither: 0,
            sooner: 0,
            later: 0,
            sameDay: 200,
            firstChanged: 0,
            causes: [],
            groups: [
                group('contrat', 'a', false, 20, 60),
                group('contrat', 'b', false, 60, 20),
                group('dépôt', 'c', true, 20, 60),
                group('dépôt', 'd', true, 60, 20),
            ],
        };
        const report = reportOf([lease('en-vigueur', day(2024, 6, 1)), lease('x', day(2024, 6, 1))], { comparisons: [comparison] });
        // (100 + 20) ÷ 400 = 30 %, (100 + 60) ÷ 400 = 40 %, and the other way round.
        const rows = rowsOf(blockOf(tell(report, ruleSetsOf(policies.base)), 'everyone'));
        const told = rows.map((cells) => `${cells[0] ?? ''} | ${cells.slice(-2).join(' | ')}`.replace(/[\u00a0\u202f]/g, ' '));
        expect(told.sort()).toEqual([
            'Contrat : a | 30 % → 40 % | nulle règle ne la lit',
            'Contrat : b | 40 % → 30 % | nulle règle ne la lit',
            'Dépôt : c | 30 % → 40 % | oui',
            'Dépôt : d | 40 % → 30 % | oui',
        ]);
    });

    it('a class whose interval contains zero is greyed, and is not said to lose most', () => {
        const group = (name: string, onlyBaseline: number, onlyOther: number): GroupOutcome => ({
            breakdown: 'fait:contrat',
            breakdownLabel: 'Contrat',
            read: false,
            group: name,
            groupLabel: name,
            demands: 400,
            onlyBaseline,
            onlyOther,
            both: 100,
            sooner: 0,
            later: 0,
        });
        const groups = [group('a', 90, 30), group('b', 40, 80)];
        const none = { low: '0', median: '0', high: '0' };
        const common = { ruleSet: 'x', baseline: 'en-vigueur' };
        const report = reportOf([lease('en-vigueur', day(2024, 6, 1)), lease('x', day(2024, 6, 1))], {
            comparisons: [
                {
                    ...common,
                    housedBoth: 200,
                    onlyBaseline: 130,
                    onlyOther: 110,
                    neither: 0,
                    sooner: 60,
                    later: 60,
                    sameDay: 80,
                    firstChanged: 0,
                    causes: [],
                    groups,
                },
            ],
            replications: {
                seeds: [1, 2],
                objectives: [],
                comparisons: [
                    {
                        ...common,
                        firstChanged: none,
                        onlyBaseline: none,
                        onlyOther: { low: '100', median: '110', high: '120' },
                        groups: groups.map((of) => ({
                            ...of,
                            balance: of.group === 'a' ? { low: '-70', median: '-60', high: '5' } : { low: '20', median: '40', high: '50' },
                            affected: none,
                            totals: of,
                        })),
                    },
                ],
            },
        });
        const block = blockOf(tell(report, ruleSetsOf(policies.base)), 'people');
        expect(block.title).toBe('Qui gagne, qui perd : y gagne « Contrat : b »');
        expect(rowsOf(block).map((row) => [row[0], row.at(-1)])).toEqual([
            ['Contrat : b', '+40 (de +20 à +50)'],
            ['Contrat : a', '−60 (de −70 à +10), incertain'],
        ]);
    });

    it('how much moves is the leases that go to other households, not another first candidate', () => {
        const housed = (side: string, names: readonly string[]): readonly LedgerRow[] => names.map((name) => lease(side, day(2024, 6, 1), { housed: name }));
        const report = reportOf([...housed('en-vigueur', ['a', 'b', 'c']), ...housed('x', ['a', 'd', 'e'])], {
            comparisons: [
                {
                    ruleSet: 'x',
                    baseline: 'en-vigueur',
                    housedBoth: 88,
                    onlyBaseline: 12,
                    onlyOther: 12,
                    neither: 0,
                    sooner: 0,
                    later: 0,
                    sameDay: 1,
                    firstChanged: 90,
                    causes: [],
                    groups: [],
                },
            ],
        });
        const block = blockOf(tell(report, ruleSetsOf(policies.base)), 'movement');
        expect(block.statements[0]?.text).toBe(
            '« Variante x » : 12 baux sur 100 (12 %) iraient à des ménages que les règles en vigueur ne logent pas (un seul tirage).',
        );
        expect(JSON.stringify(block)).not.toContain('90');
    });

    it('the quarter of the first quartile is the territory’s; a landlord has its yearly commitment, apart', () => {
        const rows = [...count('en-vigueur', { reached: 60, missed: 40 }), ...leases('en-vigueur', 30, { objective: 'q1_par_bailleur', mark: 'reached' })];
        const report = reportOf(rows, {
            objectives: [outcome(Q1, 'en-vigueur'), outcome('q1_par_bailleur', 'en-vigueur', { by: { fact: 'bailleur', value: 'valmont_habitat' } })],
        });
        const telling = tell(report, ruleSetsOf(policies.base));
        expect(rowsOf(blockOf(telling, 'objectives'))).toHaveLength(1);
        expect(blockOf(telling, 'objective-parts').reader).toBe('landlords');
        expect(rowsOf(blockOf(telling, 'objective-parts'))[0]?.[0]).toMatch(/Valmont habitat, 2024$/);
    });

    it('acts are told apart: who votes the plan, who signs a convention', () => {
        const rows = [lease('en-vigueur', day(2024, 6, 1)), lease('part_communale', day(2024, 6, 1))];
        const text = (name: string): string =>
            blockOf(tell(reportOf(rows), ruleSetsOf(policies.base, [policies.variant(name)])), 'changes')
                .statements.map((of) => of.text)
                .join(' ');
        expect(text('attente_renforcée')).toContain('l’intercommunalité délibère, après avis de la conférence intercommunale du logement');
        expect(text('part_communale')).toContain('le bailleur et le réservataire la signent');
        expect(text('part_communale')).not.toContain('PPGDID');
    });

    it('no identifier is shown: a landlord, a commune, an objective has a label, or words', () => {
        const report = reportOf(count('en-vigueur', { reached: 60, missed: 40 }), { objectives: [outcome(Q1, 'en-vigueur')] });
        const shown = tell(report, ruleSetsOf(policies.base)).first.flatMap((block) => [
            block.title,
            ...block.statements.map(({ text }) => text),
            ...rowsOf(block).flat(),
        ]);
        expect(shown.filter((text) => /[a-zé]_[a-zé]/.test(text))).toEqual([]);
    });
});

describe('what a préfet looks for is on one screen', () => {
    const stock = (ruleSet: string, end: number): ReplayReport['stocks'][number] => ({
        ruleSet,
        public: 'dalo',
        label: 'DALO',
        reservees: [],
        imputations: ['dalo'],
        start: { day: day(2024, 1, 1), demands: 52, unsure: 0 },
        end: { day: day(2024, 12, 31), demands: end, unsure: 0 },
        leases: 44,
        unsureLeases: 0,
    });

    it('the quotas of whole years, the public to rehouse to the ten, what each reservee is owed', () => {
        const report = reportOf([...count('en-vigueur', { reached: 60, missed: 40 }), ...count(HISTORY, { reached: 20, missed: 80 })], {
            objectives: [outcome(Q1, 'en-vigueur'), outcome(Q1, HISTORY)],
            stocks: [stock('en-vigueur', 4), stock(HISTORY, 27)],
        });
        const block = tell(report, ruleSetsOf(policies.base)).parts.find(({ id }) => id === 'prefecture');
        expect(block?.reader).toBe('prefecture');
        expect(block?.title).toBe('1 seuil atteint sur 1 (constat)');
        expect(rowsOf(block!)).toEqual([
            ['Premier quartile hors quartier prioritaire, 2024', expect.stringContaining('20 %'), '60 %'],
            ['DALO : en attente, au début → à la fin', '50 → 30', '50 → moins de 11'],
            ['DALO : baux signés', '40', '40'],
        ]);
    });
});

describe('what a page cannot say, it says', () => {
    const rows = [lease('en-vigueur', day(2024, 6, 1)), lease('x', day(2024, 6, 1))];
    const comparison = {
        ruleSet: 'x',
        baseline: 'en-vigueur',
        housedBoth: 1,
        onlyBaseline: 0,
        onlyOther: 0,
        neither: 0,
        sooner: 0,
        later: 0,
        sameDay: 1,
        firstChanged: 0,
        causes: [],
        groups: [],
    };

    it('a policy without objective', () => {
        expect(blockOf(tell(reportOf(rows), ruleSetsOf(policies.base)), 'objectives').title).toBe(
            'Objectifs : la politique n’en fixe aucun que ces baux mesurent',
        );
    });

    it('a variant identical to the base, and no lease that changes', () => {
        const same = { ...policies.base, variant: { name: 'x', label: 'Identique' } };
        const telling = tell(reportOf(rows, { comparisons: [comparison] }), ruleSetsOf(policies.base, [same]));
        expect(blockOf(telling, 'changes').title).toBe('Ce qui change : rien, les variantes disent la même chose que les règles en vigueur');
        expect(blockOf(telling, 'movement').title).toBe('Ce qui bouge : aucun bail ne change de ménage');
    });

    it('the record alone', () => {
        const telling = tell(reportOf([lease(HISTORY, day(2024, 6, 1))], { mode: 'constat' }), ruleSetsOf(policies.base));
        expect(blockOf(telling, 'movement').title).toBe('Ce qui bouge : ce mode ne loge personne, rien ne peut en être dit');
        expect(blockOf(telling, 'people').title).toBe('Qui gagne, qui perd : ce mode ne loge personne');
    });

    it('a territory of a few leases: no count of fewer than 11 households', () => {
        const telling = tell(reportOf(rows, { comparisons: [{ ...comparison, onlyOther: 4, onlyBaseline: 4 }] }), ruleSetsOf(policies.base));
        expect(blockOf(telling, 'movement').statements[0]?.text).toContain('moins de 11 baux');
        expect(blockOf(telling, 'movement').exhibits).toEqual([]);
    });

    it('twelve variants: a row for each, so that a page holds them', () => {
        const ids = Array.from({ length: 12 }, (_, place) => `v${place}`);
        const all = ['en-vigueur', ...ids].flatMap((id) => leases(id, 30, { objective: Q1, mark: 'reached' }));
        const report = reportOf(all, { objectives: ['en-vigueur', ...ids].map((id) => outcome(Q1, id)) });
        const table = rowsOf(blockOf(tell(report, ruleSetsOf(policies.base)), 'objectives'));
        expect(table).toHaveLength(13);
        expect(Math.max(...table.map((row) => row.length))).toBe(4);
    });

    it('dwellings that find no candidate: a red light too', () => {
        const leases = [{ ruleSet: 'en-vigueur', signed: 2, withoutTaker: 0, withoutCandidate: 40, outside: 0, notEvaluated: 0 }];
        const volumes = { ...reportOf(rows).volumes, vacancies: 42, leases };
        const block = blockOf(tell(reportOf(rows, { volumes }), ruleSetsOf(policies.base)), 'trust');
        expect(block.title).toBe('Quelle confiance : feu rouge, les données ne suffisent pas à conclure');
        expect(block.statements[0]?.text).toContain('40 logements sur 42 ne trouvent aucun candidat');
    });

    it('objectives of which most leases cannot be told: a red light, and their names', () => {
        const objectives = [outcome(Q1, 'en-vigueur', { denominator: 3, unknown: 7 }), outcome('autre', 'en-vigueur', { denominator: 7, unknown: 3 })];
        const block = blockOf(tell(reportOf(rows, { objectives }), ruleSetsOf(policies.base)), 'trust');
        expect(block.title).toBe('Quelle confiance : feu rouge, les données ne suffisent pas à conclure');
        expect(block.statements[0]?.text).toMatch(/on ne sait pas si « Premier quartile hors quartier prioritaire » est atteint/);
    });

    it('demands that cannot be judged: a red light on the first screen', () => {
        const volumes = { ...reportOf(rows).volumes, notEvaluated: [{ reason: 'to-verify' as const, ruleSet: 'en-vigueur', count: 700 }] };
        const block = blockOf(tell(reportOf(rows, { volumes }), ruleSetsOf(policies.base)), 'trust');
        expect(block.title).toBe('Quelle confiance : feu rouge, les données ne suffisent pas à conclure');
        expect(block.statements[0]?.text).toMatch(/^700 demandes sur 1\u202f000 ont une admissibilité à vérifier/);
    });
});
