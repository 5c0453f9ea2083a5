import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { EntrantsOutcome } from '../../../language/src/replay/contract/entrants-outcome.js';
import { HISTORY, type ReplayMode, type ReplayReport } from '../../../language/src/replay/contract/report.js';
import { replay } from '../../../language/src/replay/replay.js';
import { and, BOOLEAN, bonus, day, declare, derive, duration, enumeration, fact, MONEY, number, ordered, since, test } from '../engine/build.js';
import { runs } from '../properties/draw.js';
import {
    baseline,
    criteriaOnly,
    DEMAND,
    demand,
    dwelling,
    GIVEN,
    MONTHS,
    reportOf,
    request,
    tableOf,
    territory,
    version,
    withVariant,
    type Row,
    type TerritoryParts,
} from './build.js';
import { anyFluxPolicy, anyPolicy, anyTerritory } from './random-territory.js';

const FACTS = [...DEMAND, declare('situations', enumeration('Situation'), { multiple: true }), declare('aidé', BOOLEAN)];
const RETIRED = { ...declare('retraité', BOOLEAN), label: 'Retraité' };
const base = version({ criteria: [GIVEN, bonus('prioritaire', '1')] });
const RULES = {
    ...base,
    vocabulary: {
        ...base.vocabulary,
        enumerations: [...base.vocabulary.enumerations, ordered('Situation', ['hôtel', 'rue', 'parents'])],
        facts: [...base.vocabulary.facts.filter(({ owner }) => owner !== 'demande'), ...FACTS, RETIRED],
        derived: [
            ...base.vocabulary.derived,
            derive('modeste', BOOLEAN, test(fact('ressources', MONEY), '<', number('700'))),
            derive('attend', BOOLEAN, and(fact('aidé'), test(since('dépôt'), '>', duration(12)))),
        ],
    },
};

/**
 * Two dwellings. The rules give d1 then d2 the first ranks: leases on 15/04 and 17/04/2024. The variant, by seniority alone, houses d5 then
 * d1. The record housed d3 and someone that the demands do not know. On the day of its lease d2 is two persons, as of 1 April.
 */
const people: readonly Row[] = [
    demand('d1', { points: 40, ressources: 600, dépôt: '01/02/2015', situations: ['hôtel', 'rue'], aidé: 'oui' }),
    demand('d2', { points: 30, ressources: 700, situations: ['parents'], aidé: 'non', valide_au: '31/03/2024' }),
    demand('d2', { points: 30, ressources: 700, situations: ['parents'], aidé: 'non', valide_du: '01/04/2024', personnes: 2 }),
    demand('d3', { ressources: 900, situations: ['hôtel'], aidé: 'non' }),
    demand('d5', { ressources: '?', dépôt: '01/01/2015', situations: '?', aidé: '-' }),
];
const dwellings = [
    dwelling('l1', { libération: '01/03/2024', attributaire: 'd3', bail: '10/04/2024' }),
    dwelling('l2', { libération: '03/03/2024', attributaire: 'inconnue', bail: '12/04/2024' }),
];
const OCCUPANTS: readonly Row[] = [
    { personnes: 1, ressources: 400, situations: ['hôtel'], aidé: 'oui', retraité: 'oui' },
    { personnes: 2, ressources: 600, situations: ['parents'], aidé: 'non', retraité: 'non' },
    { personnes: 2, ressources: 800, situations: '-', aidé: '?', retraité: 'non' },
    { personnes: 3, ressources: 1000, situations: ['hôtel', 'rue'], aidé: '-', retraité: 'oui' },
    { personnes: 1, ressources: '?', situations: '?', aidé: 'non', retraité: '?' },
];
const CARRIED = [...FACTS, RETIRED].filter(({ name }) => Object.keys(OCCUPANTS[0]!).includes(name) || name === 'ville_emploi');

function replayed(occupants: readonly Row[] | undefined, mode: ReplayMode = 'vivier', versions: readonly Policy[] = [RULES]): ReplayReport {
    const data = { ...territory({ demands: [], dwellings }), demands: tableOf(FACTS, people) };
    const { from, to } = request({ demands: [], dwellings: [] });
    return reportOf(
        replay({
            territory: occupants === undefined ? data : { ...data, occupants: tableOf(CARRIED, occupants) },
            ruleSets: [baseline(...versions), withVariant(criteriaOnly(RULES, MONTHS), ...versions)],
            mode,
            from,
            to,
            seed: 1,
        }),
    );
}

/** Of each class: its occupants, then its entrants under the rules, under the variant, in the record. */
function classesOf(outcome: EntrantsOutcome | undefined, breakdown: string): readonly (readonly (string | number)[])[] {
    const found = outcome?.breakdowns.find((one) => one.breakdown === breakdown)?.groups ?? [];
    return found.map(({ group, occupants, entrants }) => [group, occupants, ...entrants.map(({ households }) => households)]);
}

describe('those who enter beside those who occupy', () => {
    const { entrants, volumes } = replayed(OCCUPANTS);

    it('are the households of the leases, under each rule set and in the record', () => {
        expect(entrants).toMatchObject({
            occupants: 5,
            entrants: [
                { ruleSet: 'référence', households: 2 },
                { ruleSet: 'variante', households: 2 },
                { ruleSet: HISTORY, households: 2 },
            ],
        });
        expect(volumes.leases.map(({ signed }) => signed)).toEqual([2, 2]);
    });

    it('by a fact of few values, with the facts of the day of the lease; a household not known is a class of its own', () => {
        // d1 is alone and d2 two; d5 and d1 are alone; d3 is alone, and nothing is known of the other lessee.
        expect(classesOf(entrants, 'fait:personnes')).toEqual([
            ['1', 2, 1, 2, 1],
            ['2', 2, 1, 0, 0],
            ['3', 1, 0, 0, 0],
            ['inconnu', 0, 0, 0, 1],
        ]);
        // « Sans objet » is told apart from what is not known: the fourth occupant, and d5.
        expect(classesOf(entrants, 'fait:aidé')).toEqual([
            ['inconnu', 1, 0, 0, 1],
            ['non', 2, 1, 0, 1],
            ['oui', 1, 1, 1, 0],
            ['sans objet', 1, 0, 1, 0],
        ]);
    });

    it('by quarters of the amounts of the occupants', () => {
        // 400, 600, 800, 1,000: one in each quarter. d1 has 600 and d2 700; d5 is not known; d3 has 900.
        expect(classesOf(entrants, 'fait:ressources')).toEqual([
            ['1', 1, 0, 0, 0],
            ['2', 1, 1, 1, 0],
            ['3', 1, 1, 0, 0],
            ['4', 1, 0, 0, 1],
            ['inconnu', 1, 0, 1, 1],
        ]);
        const bands = entrants?.breakdowns.find(({ breakdown }) => breakdown === 'fait:ressources')?.groups.map(({ band }) => [band?.above, band?.upTo]);
        expect(bands).toEqual([
            [undefined, '400'],
            ['400', '600'],
            ['600', '800'],
            ['800', undefined],
            [undefined, undefined],
        ]);
    });

    it('by each word of a set', () => {
        // At the hotel: the first and fourth occupants, d1, d3. In the street: the fourth occupant, d1.
        expect(classesOf(entrants, 'fait:situations:hôtel')).toEqual([
            ['inconnu', 1, 0, 1, 1],
            ['non', 1, 1, 0, 0],
            ['oui', 2, 1, 1, 1],
            ['sans objet', 1, 0, 0, 0],
        ]);
        expect(classesOf(entrants, 'fait:situations:rue').find(([group]) => group === 'oui')).toEqual(['oui', 1, 1, 1, 0]);
    });

    it('by a derived fact that reads nothing but what both files carry', () => {
        // Under 700: the first two occupants and d1. Seniority is not an occupant's: « attend » is left out.
        expect(classesOf(entrants, 'déduit:modeste')).toEqual([
            ['inconnu', 1, 0, 1, 1],
            ['non', 2, 1, 0, 1],
            ['oui', 2, 1, 1, 0],
        ]);
        expect(classesOf(entrants, 'déduit:attend')).toEqual([]);
    });

    it('by derived facts as the version in force has them, not a former one', () => {
        const former = { ...RULES, version: '2020.1', vocabulary: { ...RULES.vocabulary, derived: [] } };
        const present = { ...RULES, dates: { opinions: [], from: day('01/01/2023') } };
        expect(classesOf(replayed(OCCUPANTS, 'constat', [former, present]).entrants, 'déduit:modeste')).toEqual([
            ['inconnu', 1, 1],
            ['non', 2, 1],
            ['oui', 2, 0],
        ]);
    });

    it('by nothing else: a code sorts nobody, and a fact that the demands do not carry is named apart', () => {
        expect(entrants?.breakdowns.map(({ breakdown }) => breakdown)).toEqual([
            'fait:personnes',
            'fait:ressources',
            'fait:situations:hôtel',
            'fait:situations:rue',
            'fait:situations:parents',
            'fait:aidé',
            'déduit:modeste',
        ]);
        expect(entrants?.notInDemands).toEqual(['Retraité']);
    });

    it('in the record alone when nothing is simulated, and not at all where nobody is housed or no file was given', () => {
        expect(classesOf(replayed(OCCUPANTS, 'constat').entrants, 'fait:personnes')).toEqual([
            ['1', 2, 1],
            ['2', 2, 0],
            ['3', 1, 0],
            ['inconnu', 0, 1],
        ]);
        expect(replayed(undefined).entrants).toBeUndefined();
        expect(replayed(undefined, 'constat').entrants).toBeUndefined();
    });

    it('a file without row compares nobody, and is not the absence of a file', () => {
        const { occupants, breakdowns } = replayed([]).entrants!;
        expect(occupants).toBe(0);
        expect(breakdowns.flatMap(({ groups }) => groups.map((group) => group.occupants)).every((count) => count === 0)).toBe(true);
    });
});

const anyOccupant: fc.Arbitrary<Row> = fc.record({
    personnes: fc.constantFrom(1, 2, 4, 9, '?'),
    prioritaire: fc.constantFrom('oui', 'non', '?', '-'),
    points: fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constant('?')),
    ressources: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('?', '-')),
});

/** A random territory with occupants. */
function replayOf({ demands, dwellings: spells, assumptions }: TerritoryParts, occupants: readonly Row[], rules: Parameters<typeof baseline>[0]): ReplayReport {
    const asked = request({ demands, dwellings: spells, assumptions, ruleSets: [baseline(rules), withVariant(criteriaOnly(rules, MONTHS), rules)] });
    const carried = DEMAND.filter(({ name }) => ['personnes', 'prioritaire', 'points', 'ressources'].includes(name));
    const outcome = replay({ ...asked, territory: { ...asked.territory, occupants: tableOf(carried, occupants) } });
    return reportOf(outcome);
}

describe('in any territory', () => {
    it('the parts of every breakdown sum to the whole: all occupants, all leases of each rule set and of the record', () => {
        fc.assert(
            fc.property(anyTerritory, fc.oneof(anyPolicy, anyFluxPolicy), fc.array(anyOccupant, { maxLength: 12 }), (parts, rules, occupants) => {
                if (!parts.dwellings.some(({ libération: released }) => (released as { readonly day: number }).day >= 19_723)) return;
                const { entrants, volumes } = replayOf(parts, occupants, rules);
                const signed = new Map(volumes.leases.map((leases) => [leases.ruleSet, leases.signed]));
                expect(entrants?.occupants).toBe(occupants.length);
                for (const { ruleSet, households } of entrants!.entrants) if (ruleSet !== HISTORY) expect(households).toBe(signed.get(ruleSet));
                for (const { groups } of entrants!.breakdowns) {
                    expect(groups.reduce((sum, group) => sum + group.occupants, 0)).toBe(occupants.length);
                    const sums = entrants!.entrants.map(({ ruleSet }, place) => ({
                        ruleSet,
                        households: groups.reduce((sum, group) => sum + group.entrants[place]!.households, 0),
                    }));
                    expect(sums).toEqual(entrants!.entrants);
                }
            }),
            runs(150),
        );
    });
});
