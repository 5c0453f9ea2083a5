import { describe, expect, it } from 'vitest';
import { dwellingFactsRead, evaluateAdequacy, evaluateCondition, evaluateDemand, evaluateSignals, loadPolicy } from '@bareme/language/engine';
import {
    numberSet,
    parseDate,
    toFraction,
    type Criterion,
    type EventRecord,
    type FactValue,
    type Expression,
    type Group,
    type Objective,
    type Policy,
} from '@bareme/language/ir';
import { subjectWith, type ShortFacts } from './household.js';
import { compileValmont } from './workspace.js';

const { project } = compileValmont();
const version = (name: string): Policy => project.policies.find((policy) => policy.version === name) as Policy;
const current = version('2024.1');
const loaded = loadPolicy(current);
const DATE = '15/03/2024';

function criteriaOf(group: Group): readonly Criterion[] {
    return group.items.flatMap((item) => (item.kind === 'criterion' ? [item] : criteriaOf(item.group)));
}

function groupsOf(group: Group): readonly Group[] {
    return [group, ...group.items.flatMap((item) => (item.kind === 'rubric' ? groupsOf(item.group) : []))];
}

describe('the grids', () => {
    it('hold thirty criteria in two cotations', () => {
        expect(current.scorings.map(({ name, group }) => [name, criteriaOf(group).length])).toEqual([
            ['premier_accès', 20],
            ['mutation', 10],
        ]);
    });

    it('use every form of combination and of limit', () => {
        const groups = current.scorings.flatMap(({ group }) => groupsOf(group));
        expect([...new Set(groups.map(({ combination }) => combination))].sort()).toEqual(['cumulables', "dans l'ordre", 'le plus favorable', 'un seul']);
        expect(groups.some(({ cap }) => cap !== undefined)).toBe(true);
        expect(groups.some(({ increase }) => increase !== undefined)).toBe(true);
        const criteria = current.scorings.flatMap(({ group }) => criteriaOf(group));
        expect(criteria.some(({ floor }) => floor !== undefined)).toBe(true);
        expect(criteria.some(({ exclusive }) => exclusive.length > 0)).toBe(true);
        expect([...new Set(criteria.map(({ points }) => points.kind))].sort()).toEqual(['flat', 'rate', 'tiers']);
    });

    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g bis', 'h', 'i', 'j', 'k', 'l', 'm'].map((letter) => `CCH L.441-1 ${letter}`);
    const cotations = project.policies.flatMap((policy) => policy.scorings.map((scoring) => ({ title: `${policy.version} ${scoring.name}`, scoring })));

    it.each(cotations)('$title serves the DALO and each letter of L.441-1', ({ scoring }) => {
        const cited = criteriaOf(scoring.group).flatMap(({ references }) => references.map(({ text }) => text));
        expect(letters.filter((letter) => !cited.includes(letter))).toEqual([]);
        expect(cited).toContain('CCH L.441-2-3');
    });

    it.each(cotations)('$title: only the refusal of an adapted dwelling takes points (T11)', ({ scoring }) => {
        const maluses = criteriaOf(scoring.group).filter(
            ({ points }) => (points.kind === 'flat' || points.kind === 'rate') && numberSet(points.points)?.startsWith('-') === true,
        );
        expect(maluses.map(({ points }) => points.kind === 'rate' && filtersOn(points.quantity, 'adapté'))).toEqual([true]);
    });

    const keys = project.vocabularies[0]!.vocabulary.enumerations.find(({ name }) => name === 'Priorité')!.values.map(({ name }) => name);

    it.each(['oui', 'non'])('whoever is recognised scores above zero, even filed today and after three refusals (mutation: %s)', (asked) => {
        const bare: ShortFacts = {
            ...{ mutation: asked === 'oui', statut_dalo: 'NON', priorités: null, handicap: false, étape_expulsion: null, justificatif: null, motifs: [] },
            ...{ situations: ['locataire_privé'], personnes: 1, personnes_14_ans_et_plus: 1, enfants_mineurs: 0, ressources: 200_000, loyer: 30_000 },
            ...{ dépôt: '', typologie_demandée: 'T2', département: '99', commune_emploi: null, métier: null, surface_actuelle: 40, pièces_actuelles: 2 },
            occupants_actuels: 1,
        };
        const noteOf = (facts: ShortFacts): string => {
            const { demand, day } = subjectWith({ ...bare, ...facts }, undefined, DATE);
            const refusal: EventRecord = [
                ['date', { kind: 'date', day: day - 10 }],
                ['adapté', { kind: 'boolean', value: true }],
                ['légitime', { kind: 'boolean', value: false }],
            ];
            const refused: FactValue = { kind: 'events', events: [refusal, refusal, refusal] };
            const fact = (name: string): FactValue => (name === 'refus' ? refused : name === 'dépôt' ? { kind: 'date', day } : demand.fact(name));
            const { declared } = evaluateDemand(loaded, { demand: { ...demand, fact }, day });
            return declared.kind === 'note' ? toFraction(declared.note) : 'low' in declared ? toFraction(declared.low) : declared.kind;
        };
        expect(noteOf({})).toBe('-30');
        const notes = [['dalo', noteOf({ statut_dalo: 'ACTIF' })], ...keys.map((key) => [key, noteOf({ priorités: [key] })])];
        expect(notes.filter(([, note]) => !(Number(note) > 0))).toEqual([]);
        expect(notes).toHaveLength(15);
    });

    it('no wait passes before a priority, whatever the points: the ranking says so before the note', () => {
        const first = current.ranking?.keys.slice(0, 2) ?? [];
        const named = first.flatMap((key) => (key.kind === 'category' ? key.conditions : []));
        expect(named.map((condition) => (condition.kind === 'derived' ? condition.name : condition.kind))).toEqual(['dalo', 'prioritaire_l441_1']);
    });

    it('nobody is left out for want of a link with the commune (T12)', () => {
        const filters = project.policies.flatMap(({ exclusions, adequacies }) => JSON.stringify([exclusions, adequacies]));
        expect(filters.filter((text) => text.includes('commune_emploi') || text.includes('commune_résidence'))).toEqual([]);
    });

    it('read of the dwelling its commune and whether it is adapted, never the landlord (T7, T8)', () => {
        expect([...dwellingFactsRead(loaded).scoring].sort()).toEqual(['adapté', 'commune']);
    });
});

function filtersOn(quantity: Expression, field: string): boolean {
    return quantity.kind === 'count' && quantity.filter !== undefined && JSON.stringify(quantity.filter).includes(`"name":"${field}"`);
}

describe('a demand without its dwelling', () => {
    const demand: ShortFacts = {
        mutation: false,
        statut_dalo: 'NON',
        priorités: null,
        handicap: false,
        motifs: ['rapprochement_travail'],
        situations: ['chez_parents'],
        personnes: 1,
        personnes_14_ans_et_plus: 1,
        ressources: 140_000,
        dépôt: null,
        département: '99',
        typologie_demandée: 'T2',
        commune_emploi: '99003',
        métier: 'soignant',
        refus: null,
    };

    it('has a fixed part and the interval of the local link', () => {
        const { declared } = evaluateDemand(loaded, subjectWith(demand, undefined, DATE));
        // Hosted 20, essential 5, filing date and refusals without object; the local link is 0 or 5.
        expect(declared.kind === 'interval' ? [declared.fixed, declared.low, declared.high].map(toFraction) : declared).toEqual(['25', '25', '30']);
    });
});

describe('adequacies', () => {
    const suits = (demand: ShortFacts, dwelling: ShortFacts): string => {
        const result = evaluateAdequacy(loaded, subjectWith(demand, dwelling, DATE));
        return result.kind === 'unfit' ? result.failed.join() : result.kind;
    };
    const wishes = { communes_souhaitées: ['99001', '99002'], typologies_acceptées: ['C', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6P'] };
    const dwelling = { commune: '99001', réservataire: 'AUCUN' };

    it.each([
        ['C', [1]],
        ['T1', [1, 2]],
        ['T2', [1, 2, 3]],
        ['T3', [2, 3, 4]],
        ['T4', [3, 4, 5, 6]],
        ['T5', [4, 5, 6, 7, 8]],
        ['T6P', [5, 6, 7, 8]],
    ] as const)('%s suits households of %j among 1 to 8', (type, expected) => {
        const sizes = [1, 2, 3, 4, 5, 6, 7, 8].filter((persons) => suits({ ...wishes, personnes: persons }, { ...dwelling, typologie: type }) === 'fits');
        expect(sizes).toEqual(expected);
    });

    it.each([
        ['a commune not asked for', { ...wishes, personnes: 2 }, { commune: '99009', typologie: 'T2', réservataire: 'AUCUN' }, 'commune_voulue'],
        ['a type not accepted', { ...wishes, typologies_acceptées: ['T3'], personnes: 2 }, { ...dwelling, typologie: 'T2' }, 'type_voulu'],
        ['household size missing: kept, flagged', wishes, { ...dwelling, typologie: 'T2' }, 'unknown'],
    ] as const)('%s', (_, demand, offered, expected) => {
        expect(suits(demand, offered)).toBe(expected);
    });

    it.each([
        ['PPRIOR', { statut_dalo: 'ACTIF' }, 'true'],
        ['PPRIOR', { statut_dalo: 'NON', priorités: ['handicap'] }, 'true'],
        ['PPRIOR', { statut_dalo: 'NON', priorités: null }, 'false'],
        ['PPRIOR', {}, 'unknown'],
        ['PFONCT', { agent_public: true }, 'true'],
        ['PFONCT', { agent_public: false }, 'false'],
        ['COLACT', { salarié: true }, 'true'],
        ['COLACT', { salarié: false }, 'false'],
        ['COLTER', { salarié: false, agent_public: false, statut_dalo: 'NON', priorités: null }, 'anyone'],
        ['AUCUN', {}, 'anyone'],
    ] as const)('the public of contingent %s and %j: %s', (code, facts, expected) => {
        const contingent = loaded.policy.reservees.flatMap(({ contingents }) => contingents).find((candidate) => candidate.code === code);
        const open = contingent?.public;
        expect(open === undefined ? 'anyone' : evaluateCondition(loaded, open, subjectWith(facts, undefined, DATE)).truth).toBe(expected);
    });
});

describe('signals', () => {
    const shown = (demand: ShortFacts, rent: number): readonly string[] =>
        evaluateSignals(loaded, subjectWith(demand, { loyer: rent }, DATE))
            .filter(({ truth }) => truth === 'true')
            .map(({ name }) => name);

    it.each([
        ['33 % exactly is not more than 33 %', { ressources: 100_000, situations: ['locataire_privé'], naissance_prévue: false }, 33_000, []],
        ['a cent more', { ressources: 100_000, situations: ['locataire_privé'], naissance_prévue: false }, 33_001, ['effort_lourd']],
        [
            'an owner who expects a child (T39)',
            { ressources: 500_000, situations: ['propriétaire'], naissance_prévue: true },
            33_000,
            ['propriétaire_occupant', 'naissance_attendue'],
        ],
    ] as const)('%s', (_, demand, rent, expected) => {
        expect(shown(demand, rent)).toEqual(expected);
    });
});

describe('objectives', () => {
    const objective = (name: string): Objective => current.objectives.find((candidate) => candidate.name === name) as Objective;
    const counts = (name: string, demand: ShortFacts, dwelling: ShortFacts, date = DATE): readonly string[] => {
        const { base, target } = objective(name);
        const subject = subjectWith(demand, { épci: '200099999', ...dwelling }, date);
        return [base, target].map((condition) => (condition === undefined ? 'true' : evaluateCondition(loaded, condition, subject).truth));
    };
    const alone = { personnes: 1, personnes_14_ans_et_plus: 1, relogé_npnru: false, relogé_copropriété: false };

    it('are those of the acts, with their shares', () => {
        expect(current.objectives.map(({ name, amount }) => [name, amount])).toEqual([
            ['q1_hors_qpv', '1/4'],
            ['q1_par_bailleur', '1/4'],
            ['q1_par_commune', '3/20'],
            ['mixité_qpv', '1/2'],
            ['travailleurs_essentiels', '3/20'],
            ['prioritaires_collectivités', '1/4'],
            ['prioritaires_action_logement', '1/4'],
            ['prioritaires_bailleurs', '1/4'],
        ]);
        expect(objective('q1_hors_qpv').trajectory).toEqual([
            { year: 2024, amount: '1/5' },
            { year: 2025, amount: '11/50' },
            { year: 2026, amount: '1/4' },
        ]);
    });

    it.each([
        // 769,99 × 12 = 9 239,88, below 9 240.
        ['below, outside QPV', { ...alone, ressources: 76_999 }, { quartier: 'la_gare' }, ['true', 'true']],
        ['at the threshold, outside QPV', { ...alone, ressources: 77_000 }, { quartier: 'la_gare' }, ['true', 'false']],
        ['above but rehoused (T18)', { ...alone, ressources: 300_000, relogé_npnru: true }, { quartier: 'la_gare' }, ['true', 'true']],
        ['above but rehoused from a copropriété (T18)', { ...alone, ressources: 300_000, relogé_copropriété: true }, { quartier: 'la_gare' }, ['true', 'true']],
        ['in QPV: not in the base (T17)', { ...alone, ressources: 76_999 }, { quartier: 'les_peupliers' }, ['false', 'true']],
        ['resources missing: a class of their own', alone, { quartier: 'la_gare' }, ['true', 'unknown']],
        ['district not known, whatever the file says of it', { ...alone, ressources: 76_999 }, { qpv: false }, ['unknown', 'true']],
    ] as const)('first quartile outside QPV: %s', (_, demand, dwelling, expected) => {
        expect(counts('q1_hors_qpv', demand, dwelling)).toEqual(expected);
    });

    it.each([
        ['above', { ...alone, ressources: 77_000 }, { quartier: 'les_peupliers' }, ['true', 'true']],
        ['below, rehoused: no other branch here (T19)', { ...alone, ressources: 76_999, relogé_npnru: true }, { quartier: 'les_peupliers' }, ['true', 'false']],
    ] as const)('mix in QPV: %s', (_, demand, dwelling, expected) => {
        expect(counts('mixité_qpv', demand, dwelling)).toEqual(expected);
    });

    // The perimeter changes on 1 July 2024: La Tannerie leaves it, the Faubourg-Nord enters it.
    it.each([
        ['la_tannerie', '30/06/2024', 'false', 'true'],
        ['la_tannerie', '01/07/2024', 'true', 'false'],
        ['faubourg_nord', '30/06/2024', 'true', 'false'],
        ['faubourg_nord', '01/07/2024', 'false', 'true'],
        ['les_peupliers', '30/06/2024', 'false', 'true'],
        ['les_peupliers', '01/07/2024', 'false', 'true'],
        ['la_gare', '01/07/2024', 'true', 'false'],
    ] as const)('a lease in %s on %s: in the base outside QPV %s, in that of QPV %s', (quartier, date, outside, inside) => {
        const household = { ...alone, ressources: 76_999 };
        expect(counts('q1_hors_qpv', household, { quartier }, date)[0]).toBe(outside);
        expect(counts('mixité_qpv', household, { quartier }, date)[0]).toBe(inside);
    });

    it.each([
        ['prioritaires_collectivités', 'COLTER'],
        ['prioritaires_action_logement', 'COLACT'],
        ['prioritaires_bailleurs', 'AUCUN'],
    ] as const)('%s has for base the contingent %s alone (T20, T44)', (name, contingent) => {
        const demand = { statut_dalo: 'ACTIF', priorités: null };
        const inBase = ['COLTER', 'COLACT', 'PPRIOR', 'PFONCT', 'AUTRES', 'AUCUN'].filter(
            (reservee) => counts(name, demand, { réservataire: reservee })[0] === 'true',
        );
        expect(inBase).toEqual([contingent]);
    });
});

describe('the commission examines one candidate alone', () => {
    const alone = (demand: ShortFacts, dwelling: ShortFacts): boolean =>
        (current.commission?.singles ?? []).some(({ condition }) => evaluateCondition(loaded, condition, subjectWith(demand, dwelling, DATE)).truth === 'true');
    const nobody = { statut_dalo: 'NON', priorités: null };

    it('for a dwelling subsidised as PLAI adapté, of whoever (CCH R.441-3, D.331-25-1)', () => {
        expect([true, false].map((plai) => alone(nobody, { plai_adapté: plai }))).toEqual([true, false]);
        const cited = current.commission?.singles.flatMap(({ references }) => references.map(({ text }) => text));
        expect(cited).toContain('CCH R.441-3 ; CCH D.331-25-1');
    });
});

describe('conventions', () => {
    it('are one for each landlord and reservee, signed by 24/11/2023, else the préfet designates (loi 2018-1021, article 114)', () => {
        const signed = current.conventions.map(({ landlord, reservee, signed: on }) => ({ pair: `${reservee} × ${landlord}`, on }));
        expect(new Set(signed.map(({ pair }) => pair)).size).toBe(signed.length);
        expect(signed.length).toBeGreaterThan(8);
        for (const { pair, on } of signed) expect([pair, on !== undefined && on <= parseDate('24/11/2023')!]).toEqual([pair, true]);
    });
});

describe('routes', () => {
    const taken = (way: string, firstLetting = false): string =>
        current.routes.find(
            ({ condition }) => evaluateCondition(loaded, condition, subjectWith({}, { voie: way, première_location: firstLetting }, DATE)).truth === 'true',
        )?.name ?? 'ordinary';

    it.each([
        ['vente', 'vente'],
        ['relogement_npnru', 'relogement_urbain'],
        ['relogement_copropriété', 'relogement_des_copropriétés'],
        ['relogement_l521', 'relogement_dû'],
        ['relogement_vente', 'relogement_de_vente'],
        ['identifié', 'logements_identifiés'],
        ['mutation_interne', 'mutation_chez_le_bailleur'],
        ['mutation_inter_bailleurs', 'ordinary'],
        ['ordinaire', 'ordinary'],
    ] as const)('a dwelling let by %s takes %s', (way, expected) => {
        expect(taken(way)).toBe(expected);
    });

    it('a rehousing takes its own route in a new programme too', () => {
        expect([taken('relogement_copropriété', true), taken('ordinaire', true)]).toEqual(['relogement_des_copropriétés', 'programme_neuf']);
    });

    it('those of rehousings count in both objectives of the first quartile, and each landlord has said how many (T18, T29)', () => {
        const rehousings = current.routes.filter(({ name }) => ['relogement_urbain', 'relogement_des_copropriétés'].includes(name));
        expect(rehousings.map(({ countsIn }) => countsIn)).toEqual([
            ['q1_hors_qpv', 'q1_par_bailleur', 'q1_par_commune'],
            ['q1_hors_qpv', 'q1_par_bailleur', 'q1_par_commune'],
        ]);
        const foreseen = current.forecasts.map(({ landlord, lines }) => [landlord, lines.find(({ route }) => route === 'relogement_des_copropriétés')?.count]);
        expect(foreseen).toEqual([
            ['valmont_habitat', 12],
            ['habitat_des_deux_rives', 5],
            ['logis_du_val', 2],
        ]);
    });
});

describe('variants', () => {
    const variant = (name: string): Policy => project.variants.find((policy) => policy.variant?.name === name) as Policy;
    const texts = (policy: Policy): ReadonlyMap<string, string> =>
        new Map(policy.scorings.flatMap(({ name, group }) => criteriaOf(group).map((criterion) => [`${name}.${criterion.name}`, criterion.text] as const)));

    it.each([
        ['attente_renforcée', ['premier_accès.attente', 'premier_accès.délai'], ['premier_accès.emploi_local'], []],
        ['travailleurs_essentiels', ['premier_accès.effort', 'premier_accès.attente', 'premier_accès.essentiel'], [], []],
        ['refus_suspensif', [], ['premier_accès.refus_adapté', 'mutation.m_refus'], []],
        ['accords_collectifs', [], [], ['premier_accès.c_accord', 'premier_accès.c_enfant_suroccupé', 'premier_accès.plusieurs_handicaps']],
        ['mixité', [], [], ['premier_accès.hors_quartier', 'premier_accès.en_quartier']],
    ] as const)('%s changes the clauses it names and no other', (name, changed, removed, added) => {
        const before = texts(current);
        const after = texts(variant(name));
        expect([...before].filter(([key, text]) => after.has(key) && after.get(key) !== text).map(([key]) => key)).toEqual(changed);
        expect([...before.keys()].filter((key) => !after.has(key))).toEqual(removed);
        expect([...after.keys()].filter((key) => !before.has(key))).toEqual(added);
    });

    it('only the refusal of an adapted dwelling, without a legitimate reason, suspends seniority (T11)', () => {
        const [effect, ...others] = variant('refus_suspensif').refusalEffects;
        expect(others).toEqual([]);
        expect(JSON.stringify(effect?.filter)).toContain('"name":"adapté"');
        expect(effect?.effect).toEqual({ kind: 'suspension', amount: 12, unit: 'mois' });
    });
});
