import { describe, expect, it } from 'vitest';
import type { GroupOutcome } from '../../../language/src/replay/contract/group-outcome.js';
import { BOOLEAN, bonus, declare, enumeration, ordered } from '../engine/build.js';
import { baseline, criteriaOnly, DEMAND, demand, dwelling, GIVEN, MONTHS, reportOf, tableOf, territory, version, withVariant } from './build.js';
import { replay } from '../../../language/src/replay/replay.js';
import { parseDate } from '../../../language/src/kit/civil-date.js';

const FACTS = [...DEMAND, declare('situations', enumeration('Situation'), { multiple: true }), declare('aidé', BOOLEAN)];
const base = version({ criteria: [GIVEN, bonus('prioritaire', '1')] });
const RULES = {
    ...base,
    vocabulary: {
        ...base.vocabulary,
        enumerations: [...base.vocabulary.enumerations, ordered('Situation', ['hôtel', 'rue', 'parents'])],
        facts: [...base.vocabulary.facts.filter(({ owner }) => owner !== 'demande'), ...FACTS],
    },
};

/**
 * Five demands of resources 600, 700, 700, 900 and not known. Two dwellings. The rules give d1 then d2 the first ranks; the variant, by
 * seniority alone, d5 then d1: d1 is housed under both, on 15/04 then on 17/04, d2 only under the rules, d5 only under the variant.
 */
const people = [
    demand('d1', { points: 40, ressources: 600, dépôt: '01/02/2015', situations: ['hôtel', 'rue'], aidé: 'oui' }),
    demand('d2', { points: 30, ressources: 700, situations: ['parents'], aidé: 'non' }),
    demand('d3', { ressources: 700, situations: ['hôtel'], aidé: 'non' }),
    demand('d4', { ressources: 900, situations: ['parents'], aidé: 'non' }),
    demand('d5', { ressources: '?', dépôt: '01/01/2015', situations: '?', aidé: 'oui' }),
];
const dwellings = [dwelling('l1', { libération: '01/03/2024' }), dwelling('l2', { libération: '03/03/2024' })];
const outcome = replay({
    territory: { ...territory({ demands: [], dwellings }), demands: tableOf(FACTS, people) },
    ruleSets: [baseline(RULES), withVariant(criteriaOnly(RULES, MONTHS), RULES)],
    mode: 'vivier',
    from: parseDate('01/01/2024')!,
    to: parseDate('31/12/2024')!,
    seed: 1,
});
const groups = reportOf(outcome).comparisons[0]!.groups;
const of = (breakdown: string): readonly GroupOutcome[] => groups.filter((group) => group.breakdown === breakdown);

describe('classes of households', () => {
    it('amounts are sorted by quarters of those seen, quarters that end alike being one', () => {
        // 600, 700, 700, 900: quarters end at 600, 700 and 700. Up to 600: d1; up to 700: d2 and d3; above: d4. d5 is not known.
        expect(of('fait:ressources').map(({ group, band, demands }) => [group, band?.above, band?.upTo, demands])).toEqual([
            ['1', undefined, '600', 1],
            ['2', '600', '700', 2],
            ['3', '700', undefined, 1],
            ['inconnu', undefined, undefined, 1],
        ]);
    });

    it('each word of a fact of several is a class of its own', () => {
        const counts = (word: string) => of(`fait:situations:${word}`).map(({ group, demands }) => [group, demands]);
        expect(counts('hôtel')).toEqual([
            ['inconnu', 1],
            ['non', 2],
            ['oui', 2],
        ]);
        expect(counts('rue')).toEqual([
            ['inconnu', 1],
            ['non', 3],
            ['oui', 1],
        ]);
    });

    it('say who is housed under one rule set only, and who sooner or later', () => {
        // Of those who are helped: d1 under both, later under the variant; d5 under the variant alone.
        expect(of('fait:aidé').find(({ group }) => group === 'oui')).toMatchObject({ demands: 2, both: 1, onlyBaseline: 0, onlyOther: 1, sooner: 0, later: 1 });
        expect(of('fait:aidé').find(({ group }) => group === 'non')).toMatchObject({ demands: 3, both: 0, onlyBaseline: 1, onlyOther: 0 });
    });

    it('say whether a rule of one of the two reads them', () => {
        // The notes read the points, the priority and the day of the first demand; nothing reads resources or help.
        const read = (breakdown: string) => of(breakdown).every((group) => group.read);
        expect([read('fait:points'), read('ancienneté'), read('fait:ressources'), read('fait:aidé')]).toEqual([true, true, false, false]);
    });
});
