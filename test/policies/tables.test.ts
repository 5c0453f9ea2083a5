import { describe, expect, it } from 'vitest';
import { loadPolicy } from '@bareme/language/engine';
import type { Policy, Table } from '@bareme/language/ir';
import { derivedText, subjectWith } from './household.js';
import { compileValmont } from './workspace.js';

const { project } = compileValmont();
const version = project.policies.find((policy) => policy.version === '2024.1') as Policy;
const loaded = loadPolicy(version);
const table = (name: string): Table => version.vocabulary.tables.find((candidate) => candidate.name === name) as Table;

/** Published figures in euros, typed again from the published tables: financing, zone, categories 1 to 6, per extra person. */
const PUBLISHED: readonly (readonly [year: number, financing: string, zone: string, euros: readonly number[]])[] = [
    [2023, 'PLUS', 'autres_régions', [21878, 29217, 35135, 42417, 49898]],
    [2023, 'PLAI', 'autres_régions', [12032, 17531, 21082, 23457, 27445]],
    [2023, 'PLS', 'autres_régions', [28441, 37982, 45676, 55142, 64867]],
    [2024, 'PLUS', 'paris_limitrophes', [26044, 38925, 51025, 60921, 72482, 81562, 9089]],
    [2024, 'PLUS', 'ile_de_france', [26044, 38925, 46789, 56046, 66347, 74662, 8319]],
    [2024, 'PLUS', 'autres_régions', [22642, 30238, 36362, 43899, 51641, 58200, 6492]],
    [2024, 'PLAI', 'paris_limitrophes', [14329, 23355, 30614, 33511, 39863, 44861, 4998]],
    [2024, 'PLAI', 'ile_de_france', [14329, 23355, 28074, 30824, 36493, 41064, 4573]],
    [2024, 'PLAI', 'autres_régions', [12452, 18143, 21818, 24276, 28404, 32010, 3569]],
    [2025, 'PLUS', 'paris_limitrophes', [26687, 39885, 52284, 62424, 74271, 83575]],
    [2025, 'PLUS', 'ile_de_france', [26687, 39885, 47944, 57429, 67984, 76504]],
    [2025, 'PLUS', 'autres_régions', [23201, 30984, 37259, 44982, 52915, 59636]],
    [2025, 'PLAI', 'paris_limitrophes', [14683, 23931, 31369, 34338]],
    [2025, 'PLAI', 'ile_de_france', [14683, 23931, 28767, 31585]],
    [2025, 'PLAI', 'autres_régions', [12759, 18591, 22356, 24875]],
    [2026, 'PLUS', 'paris_limitrophes', [26920, 40233, 52740, 62968, 74919, 84304, 9394]],
    [2026, 'PLUS', 'ile_de_france', [26920, 40233, 48362, 57930, 68577, 77171, 8598]],
    [2026, 'PLUS', 'autres_régions', [23403, 31254, 37584, 45374, 53376, 60156, 6710]],
    [2026, 'PLS', 'paris_limitrophes', [34996, 52303, 68562, 81858, 97395, 109595, 12212]],
    [2026, 'PLS', 'ile_de_france', [34996, 52303, 62871, 75309, 89150, 100322, 11177]],
    [2026, 'PLS', 'autres_régions', [30424, 40630, 48859, 58986, 69389, 78203, 8723]],
];

/** The ceiling in cents that a household of so many persons, without any raise, meets on a day. */
function ceiling(financing: string, zone: string, persons: number, date: string): string {
    const demand = { personnes: persons, personnes_à_charge: 0, seul: false, jeune_ménage: false, handicap: false };
    return derivedText(loaded, 'plafond_du_logement', subjectWith(demand, { financement: financing, zone }, date));
}

describe('ceilings', () => {
    it.each(PUBLISHED)('%i %s %s as published', (year, financing, zone, euros) => {
        const six = euros.slice(0, 6).map((_, index) => ceiling(financing, zone, index + 1, `15/06/${year}`));
        expect(six).toEqual(euros.slice(0, 6).map((amount) => String(amount * 100)));
    });

    it.each(PUBLISHED.filter(([, , , euros]) => euros.length === 7))(
        '%i %s %s: eight persons are the sixth category and two more',
        (year, financing, zone, euros) => {
            expect(ceiling(financing, zone, 8, `15/06/${year}`)).toBe(String(((euros[5] ?? 0) + 2 * (euros[6] ?? 0)) * 100));
        },
    );

    it.each([2024, 2025, 2026])('PLS %i is 130 %% of PLUS to the nearest euro (T41)', (year) => {
        const rows = table('plafond').periods.find(({ references, start }) => references.length > 0 && start === dayOfYear(year))?.rows ?? [];
        const euros = (financing: string): readonly (readonly [key: string, amount: number, extra: number])[] =>
            rows
                .filter(({ keys }) => keys[0] === financing)
                .map(({ keys, value, perExtra }) => [
                    keys.slice(1).join(),
                    value.kind === 'number' ? Number(value.value) / 100 : 0,
                    Number(perExtra?.amount ?? 0) / 100,
                ]);
        // Halves up: 38 925 × 1,3 = 50 602,5 gives 50 603. Integers only: (13 × PLUS + 5) div 10.
        const raised = (amount: number): number => Math.floor((13 * amount + 5) / 10);
        expect(euros('PLS')).toEqual(euros('PLUS').map(([key, amount, extra]) => [key, raised(amount), extra === 0 ? 0 : raised(extra)]));
        expect(euros('PLS')).toHaveLength(18);
    });

    it.each([
        ['PLAI 2026 was not found published', 'PLAI', 3, '15/06/2026'],
        ['PLUS 2025 beyond the sixth category is not written', 'PLUS', 7, '15/06/2025'],
        ['PLAI 2025 stops at the fourth category', 'PLAI', 5, '15/06/2025'],
        ['2023 stops at the fifth category', 'PLUS', 6, '31/12/2023'],
        ['2022 is not written', 'PLUS', 3, '31/12/2022'],
        ['2027 is not written: no ceiling runs on', 'PLUS', 3, '01/01/2027'],
    ] as const)('unknown, and no figure of another year: %s', (_, financing, persons, date) => {
        expect(ceiling(financing, 'autres_régions', persons, date)).toBe('inconnu');
    });

    it('the last day of the year is still of that year', () => {
        expect([ceiling('PLAI', 'autres_régions', 1, '31/12/2024'), ceiling('PLAI', 'autres_régions', 1, '01/01/2025')]).toEqual(['1245200', '1275900']);
    });
});

describe('thresholds of the first quartile', () => {
    it.each([
        // Checked by hand against what the territories themselves publish.
        ['Caen la Mer', '200065597', [10_500, 10_510, 10_656]],
        ['Lyon', '200046977', [10_480, 10_740, 10_800]],
        ['Rennes', '243500139', [8805, 8743, 8768]],
        ['Grand Paris Seine et Oise, of Île-de-France', '200059889', [11_615, 12_000, 12_083]],
        ['Paris, by its commune', '75056', [11_615, 12_000, 12_083]],
    ])('%s has those of 2024 to 2026', (_, epci, euros) => {
        const read = [2024, 2025, 2026].map((year) => {
            const rows = table('seuil_premier_quartile')
                .periods.filter(({ start }) => start === dayOfYear(year))
                .flatMap((period) => period.rows);
            const value = rows.find(({ keys }) => keys[0] === epci)?.value;
            return value?.kind === 'number' ? Number(value.value) / 100 : undefined;
        });
        expect(read).toEqual(euros);
    });

    it('no territory is written twice in a year, and none has the value of another year by default', () => {
        for (const { rows } of table('seuil_premier_quartile').periods) expect(new Set(rows.map(({ keys }) => keys[0])).size).toBe(rows.length);
        const quartile = (year: number) =>
            derivedText(
                loaded,
                'premier_quartile',
                subjectWith({ ressources: 10_000, personnes: 1, personnes_14_ans_et_plus: 1 }, { épci: '200065597' }, `15/06/${year}`),
            );
        expect([2023, 2024, 2027].map(quartile)).toEqual(['inconnu', 'oui', 'inconnu']);
    });
});

describe('dated tables', () => {
    const national = ['plafond', 'seuil_premier_quartile'];

    it.each(national)('%s: every period ends and the national ones say where they come from', (name) => {
        const { periods, references } = table(name);
        expect(periods.every(({ start, end }) => end !== undefined && end > start)).toBe(true);
        expect(references.length).toBeGreaterThan(0);
        const unsourced = periods.filter((period) => period.references.length === 0).map(({ rows }) => rows.map(({ keys }) => keys.join()).join());
        expect(unsourced).toEqual([]);
        // The rows that Valmont adds say, in the words of their clause, that they are fictitious.
        const local = periods.filter(({ rows }) => rows.some(({ keys }) => keys.includes('200099999')));
        expect(local).toHaveLength(name === 'plafond' ? 0 : 2);
        for (const { references: own } of local) expect(JSON.stringify(own)).toContain('fictifs');
    });

    it('the abnormal delay is the territory’s own, for each type of dwelling (T43)', () => {
        const types = version.vocabulary.enumerations.find(({ name }) => name === 'TypeLogement')?.values.map(({ name }) => name);
        expect(table('délai_anormal').periods[0]?.rows.map(({ keys }) => keys[1])).toEqual(types);
        const nationalTables = project.vocabularies.find(({ name }) => name === 'national')?.vocabulary.tables.map(({ name }) => name);
        expect(nationalTables).toEqual(national);
    });
});

/** 1 January of a year as the civil day of the representation. */
function dayOfYear(year: number): number {
    return subjectWith({}, undefined, `01/01/${year}`).day;
}
