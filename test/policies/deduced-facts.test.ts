import { describe, expect, it } from 'vitest';
import { loadPolicy } from '@bareme/language/engine';
import type { Policy } from '@bareme/language/ir';
import { derivedText, subjectWith, type ShortFacts } from './household.js';
import { compileValmont } from './workspace.js';

const { project } = compileValmont();
const version = project.policies.find((policy) => policy.version === '2024.1') as Policy;
const loaded = loadPolicy(version);
const derived = (name: string, demand: ShortFacts, dwelling?: ShortFacts, date = '15/03/2024'): string =>
    derivedText(loaded, name, subjectWith(demand, dwelling, date));

describe('consumption units and resources', () => {
    it.each([
        ['one adult', { personnes: 1, personnes_14_ans_et_plus: 1 }, '1'],
        // 1 + 2 × 0,3 = 1,6
        ['one adult, two children', { personnes: 3, personnes_14_ans_et_plus: 1 }, '8/5'],
        // 1 + 2 × 0,5 + 2 × 0,3 = 2,6
        ['three of 14 and more, two children', { personnes: 5, personnes_14_ans_et_plus: 3 }, '13/5'],
        ['ages missing', { personnes: 3 }, 'inconnu'],
        ['more persons of 14 and more than persons', { personnes: 2, personnes_14_ans_et_plus: 3 }, 'inconnu'],
    ] as const)('%s', (_, demand, expected) => {
        expect(derived('unités_de_consommation', demand)).toBe(expected);
    });

    it('are monthly resources times twelve, divided by the units, in cents', () => {
        // 1 232 € × 12 ÷ 1,6 = 9 240 €
        expect(derived('ressources_annuelles_par_uc', { personnes: 3, personnes_14_ans_et_plus: 1, ressources: 123_200 })).toBe('924000');
    });

    it.each([
        ['a tenant', { situations: ['locataire_privé'], loyer: 50_000, ressources: 100_000 }, '1/2', '50000'],
        ['a hosted household without rent', { situations: ['chez_parents'], ressources: 100_000 }, 'sans objet', '100000'],
        ['a tenant without resources', { situations: ['logement_hlm'], loyer: 50_000, ressources: 0 }, 'inconnu', '-50000'],
        ['a tenant whose rent is missing', { situations: ['logement_hlm'], ressources: 100_000 }, 'inconnu', 'inconnu'],
        ['a household whose situation is missing', { loyer: 50_000, ressources: 100_000 }, 'inconnu', 'inconnu'],
    ] as const)('effort rate and what is left of %s', (_, demand, effort, left) => {
        expect([derived('taux_effort', demand), derived('reste_à_vivre', demand)]).toEqual([effort, left]);
    });
});

describe('the effort rate of a proposed dwelling', () => {
    it('as regulated adds charges, takes the housing benefit away, and is not told without an estimate of it (R.441-3-1)', () => {
        const [household, dwelling] = [
            { ressources: 100_000, aide_au_logement_estimée: 15_000 },
            { loyer: 40_000, charges: 5_000 },
        ];
        // (400 + 50 − 150) ÷ 1 000; the raw one is 400 ÷ 1 000.
        expect([derived('taux_effort_réglementaire', household, dwelling), derived('taux_effort_futur', household, dwelling)]).toEqual(['3/10', '2/5']);
        expect(derived('taux_effort_réglementaire', { ressources: 100_000 }, dwelling)).toBe('inconnu');
        expect(derived('taux_effort_réglementaire', { ...household, ressources: 0 }, dwelling)).toBe('inconnu');
    });
});

describe('first quartile', () => {
    const household = { personnes: 3, personnes_14_ans_et_plus: 1 };
    const inValmont = { épci: '200099999' };

    it.each([
        // 1 232 × 12 ÷ 1,6 = 9 240, the threshold of 2024 itself: « inférieur » is strict.
        ['equal to the threshold, which « inférieur » leaves out (T23)', { ...household, ressources: 123_200 }, inValmont, '15/03/2024', 'non'],
        // 1 231,99 × 12 ÷ 1,6 = 9 239,925
        ['a cent a month below', { ...household, ressources: 123_199 }, inValmont, '15/03/2024', 'oui'],
        ['no resources at all', { ...household, ressources: 0 }, inValmont, '15/03/2024', 'oui'],
        ['resources missing', household, inValmont, '15/03/2024', 'inconnu'],
        // The threshold of 2025 is 9 400.
        ['the same household the next year', { ...household, ressources: 123_200 }, inValmont, '01/01/2025', 'oui'],
        ['a year without threshold', { ...household, ressources: 0 }, inValmont, '01/01/2026', 'inconnu'],
        ['a territory without threshold', { ...household, ressources: 0 }, { épci: '200099998' }, '15/03/2024', 'inconnu'],
        // Bassin de Bourg-en-Bresse, 2020: 8 861. 738,41 × 12 = 8 860,92; 738,42 × 12 = 8 861,04.
        ['a national threshold, below', { personnes: 1, personnes_14_ans_et_plus: 1, ressources: 73_841 }, { épci: '200071751' }, '15/03/2020', 'oui'],
        ['a national threshold, above', { personnes: 1, personnes_14_ans_et_plus: 1, ressources: 73_842 }, { épci: '200071751' }, '15/03/2020', 'non'],
    ] as const)('%s', (_, demand, dwelling, date, expected) => {
        expect(derived('premier_quartile', demand, dwelling, date)).toBe(expected);
    });

    it('of a demand seen without dwelling reads the EPCI asked for', () => {
        expect(derived('premier_quartile_demandé', { ...household, ressources: 123_199, épci_demande: '200099999' })).toBe('oui');
    });
});

describe('household category of the ceilings (T40)', () => {
    const category = (personnes: number, personnes_à_charge: number, traits: readonly string[]): string =>
        derived('catégorie_ménage', {
            personnes,
            personnes_à_charge,
            seul: traits.includes('seul'),
            jeune_ménage: traits.includes('jeune'),
            handicap: traits.includes('handicap') || traits.includes('sans carte'),
            cmi_invalidité: traits.includes('handicap'),
        });

    it.each([
        [1, 0, ['seul'], '1'],
        [1, 0, ['seul', 'handicap'], '2'],
        [2, 0, [], '2'],
        [2, 0, ['jeune'], '3'],
        [2, 1, ['seul'], '3'],
        [2, 0, ['handicap'], '3'],
        // A handicap without the card « mention invalidité » is priority a, and raises no ceiling.
        [2, 0, ['sans carte'], '2'],
        [2, 1, ['seul', 'handicap'], '3'],
        [2, 0, ['jeune', 'handicap'], '3'],
        [3, 1, ['jeune'], '3'],
        [3, 2, ['seul'], '4'],
        [3, 0, ['handicap'], '4'],
        [4, 3, ['seul'], '5'],
        [5, 4, ['seul'], '6'],
        [5, 0, ['handicap'], '6'],
        [6, 4, [], '6'],
        [7, 5, [], '7'],
        // Beyond five persons Valmont confirms that the category is still raised.
        [6, 5, ['seul'], '7'],
    ] as const)('%i persons, %i dependants, %j: %s', (persons, dependants, traits, expected) => {
        expect(category(persons, dependants, traits)).toBe(expected);
    });

    it('is unknown when an unknown disability would change it, known when it would not', () => {
        const facts = { personnes: 2, personnes_à_charge: 1, jeune_ménage: false };
        expect(derived('catégorie_ménage', { ...facts, seul: false })).toBe('inconnu');
        expect(derived('catégorie_ménage', { ...facts, seul: true })).toBe('3');
    });
});

describe('income compared to the ceiling (T42)', () => {
    it.each([
        ['N-1 exactly 10 % lower', { revenu_fiscal_n2: 4_000_000, revenu_fiscal_n1: 3_600_000 }, '3600000'],
        ['N-1 a cent short of 10 % lower', { revenu_fiscal_n2: 4_000_000, revenu_fiscal_n1: 3_600_001 }, '4000000'],
        ['N-1 higher', { revenu_fiscal_n2: 4_000_000, revenu_fiscal_n1: 4_100_000 }, '4000000'],
        ['N-1 missing', { revenu_fiscal_n2: 4_000_000 }, '4000000'],
        ['N-1 without object', { revenu_fiscal_n2: 4_000_000, revenu_fiscal_n1: null }, '4000000'],
        ['N-2 missing', { revenu_fiscal_n1: 1_000_000 }, 'inconnu'],
    ] as const)('%s', (_, demand, expected) => {
        expect(derived('revenu_de_référence', demand)).toBe(expected);
    });
});

describe('current dwelling', () => {
    it.each([
        [1, '9'],
        [2, '16'],
        // 16 + 9
        [3, '25'],
        // 16 + 6 × 9 = 70, which is also the most that is asked
        [8, '70'],
        [9, '70'],
    ] as const)('%i occupants ask for %s m²', (occupants, expected) => {
        expect(derived('surface_minimale', { occupants_actuels: occupants })).toBe(expected);
    });

    it.each([
        ['24 m² for three', { surface_actuelle: 24, occupants_actuels: 3, pièces_actuelles: 2 }, ['oui', 'non']],
        ['25 m² for three', { surface_actuelle: 25, occupants_actuels: 3, pièces_actuelles: 2 }, ['non', 'non']],
        ['three rooms for two', { surface_actuelle: 60, occupants_actuels: 2, pièces_actuelles: 3 }, ['non', 'non']],
        ['four rooms for two', { surface_actuelle: 60, occupants_actuels: 2, pièces_actuelles: 4 }, ['non', 'oui']],
        ['occupants missing', { surface_actuelle: 60, pièces_actuelles: 4 }, ['inconnu', 'inconnu']],
    ] as const)('%s: over-occupied, under-occupied', (_, demand, expected) => {
        expect([derived('suroccupé', demand), derived('sous_occupé', demand)]).toEqual(expected);
    });

    it.each([
        // 16 + 9 = 25 m² for three; one room each and one more: 4 rooms are not too many, 5 are.
        ['25 m² and four rooms for three', { surface: 25, pièces: 4 }, ['non', 'non'], ['oui', 'oui']],
        ['24 m²', { surface: 24, pièces: 1 }, ['oui', 'non'], ['non', 'oui']],
        ['five rooms', { surface: 90, pièces: 5 }, ['non', 'oui'], ['oui', 'non']],
        ['a dwelling of which nothing is known', {}, ['inconnu', 'inconnu'], ['inconnu', 'inconnu']],
    ] as const)('%s: occupied so, which repairs over-occupation, or under-occupation', (_, dwelling, occupied, repaired) => {
        const over = { personnes: 3, mutation: true, surface_actuelle: 20, occupants_actuels: 3, pièces_actuelles: 1 };
        const under = { personnes: 3, mutation: true, surface_actuelle: 90, occupants_actuels: 3, pièces_actuelles: 6 };
        expect([derived('suroccuperait', over, dwelling), derived('sous_occuperait', over, dwelling)]).toEqual(occupied);
        expect([derived('mutation_contre_suroccupation', over, dwelling), derived('mutation_contre_sous_occupation', under, dwelling)]).toEqual(repaired);
    });

    it('a household that is no tenant repairs nothing', () => {
        const demand = { personnes: 3, mutation: false, surface_actuelle: 20, occupants_actuels: 3, pièces_actuelles: 1 };
        expect(derived('mutation_contre_suroccupation', demand, { surface: 80, pièces: 4 })).toBe('non');
    });

    it('what the rent of the dwelling would leave, by consumption unit', () => {
        // (1 200 − 560) ÷ 1,6 = 400 €
        const household = { personnes: 3, personnes_14_ans_et_plus: 1, ressources: 120_000 };
        expect(derived('reste_à_vivre_futur_par_uc', household, { loyer: 56_000 })).toBe('40000');
    });

    it.each([
        ['chez_particulier', 'oui', 'oui'],
        ['chez_parents', 'oui', 'oui'],
        ['sans_abri', 'non', 'oui'],
        ['hôtel', 'non', 'oui'],
        ['logement_hlm', 'non', 'non'],
    ] as const)('%s: hosted, without dwelling (T13)', (situation, hosted, without) => {
        const demand = { situations: [situation] };
        expect([derived('hébergé', demand), derived('sans_logement', demand)]).toEqual([hosted, without]);
    });
});

describe('priorities', () => {
    it.each([
        ['ACTIF', 'oui'],
        ['NON', 'non'],
        ['CADUC', 'non'],
        ['ACTREL', 'non'],
    ] as const)('DALO %s', (status, expected) => {
        expect(derived('dalo', { statut_dalo: status })).toBe(expected);
    });

    const letters = version.vocabulary.enumerations.find(({ name }) => name === 'Priorité')?.values ?? [];

    it('are fourteen, g bis included (T3)', () => {
        expect(letters.flatMap(({ codes }) => codes)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g bis', 'h', 'i', 'j', 'k', 'l', 'm']);
    });

    it.each(letters.map(({ name }) => name))('%s makes a priority public', (name) => {
        const demand = { statut_dalo: 'NON', priorités: [name] };
        expect([derived('prioritaire_l441_1', demand), derived('public_prioritaire', demand)]).toEqual(['oui', 'oui']);
    });

    it.each([
        ['none', { statut_dalo: 'NON', priorités: null }, 'non'],
        ['DALO alone, « à défaut » (T4)', { statut_dalo: 'ACTIF', priorités: null }, 'oui'],
        ['DALO alone, priorities missing', { statut_dalo: 'ACTIF' }, 'oui'],
        ['priorities missing', { statut_dalo: 'NON' }, 'inconnu'],
    ] as const)('public prioritaire: %s', (_, demand, expected) => {
        expect(derived('public_prioritaire', demand)).toBe(expected);
    });

    it('the reason 06 of the form is not the letter g (T14)', () => {
        expect(derived('violences_couple', { motifs: ['violences_familiales'], priorités: null })).toBe('non');
    });
});
