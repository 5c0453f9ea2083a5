import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateCondition, loadPolicy } from '@bareme/language/engine';
import type { Expression, FactValue, Policy } from '@bareme/language/ir';
import { runs } from '../properties/draw.js';
import { anomaliesOf, compiled, criteriaText, householdIn, reader } from './build.js';

/** Atoms on few facts of few values, so that conditions often meet and often contradict each other. */
const atom = fc.oneof(
    fc
        .tuple(fc.constantFrom('moins de', 'plus de', 'au moins', 'au plus', '=', 'n’est pas'), fc.integer({ min: 1, max: 4 }))
        .map(([relation, n]) => `personnes ${relation} ${n}`),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })).map(([low, high]) => `personnes de ${low} à ${high}`),
    fc.constantFrom(
        'contrat est cdi',
        'contrat n’est pas cdi',
        'contrat parmi (cdi ; cdd)',
        'contrat hors (cdd ; sans_emploi)',
        'contrat sans objet',
        'contrat renseigné',
    ),
    fc.constantFrom('mutation', 'hors mutation', 'mutation n’est pas oui', 'mutation non renseigné', 'seul', 'hors seul'),
    fc.constantFrom(
        'situations contient sans_abri',
        'situations contient parmi (sans_abri ; locataire)',
        'situations hors (locataire)',
        'hébergé',
        'situations sans objet',
    ),
    fc.constantFrom('2 * personnes moins de 5', 'personnes + personnes au moins 6', 'personnes moins de place', 'place de 1 à 2', 'place sans objet'),
    fc.constantFrom('(si mutation alors personnes moins de 3 sinon contrat est cdd)', '(si contrat est cdi alors mutation sinon seul)'),
);

const condition = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        tie('tree').map((inner) => `non (${inner})`),
        fc.tuple(tie('tree'), fc.constantFrom('et', 'ou'), tie('tree')).map(([left, word, right]) => `(${left}) ${word} (${right})`),
    ),
})).tree;

const DERIVED = `déduit seul : oui/non = personnes = 1 , sans objet si contrat sans objet
déduit place : entier = personnes - 1 , sans objet si mutation , non renseigné si situations contient sans_abri`;

const MISSING: FactValue = { kind: 'missing' };
const NONE: FactValue = { kind: 'not-applicable' };
const words = (...values: readonly string[]): FactValue => ({ kind: 'set', values });

/** Every household over those facts, absences included. */
const HOUSEHOLDS = [MISSING, NONE, ...[1, 2, 3, 4, 5].map((n): FactValue => ({ kind: 'number', value: String(n) }))].flatMap((personnes) =>
    [MISSING, NONE, ...['cdi', 'cdd', 'sans_emploi'].map((value): FactValue => ({ kind: 'word', value }))].flatMap((contrat) =>
        [MISSING, NONE, ...[true, false].map((value): FactValue => ({ kind: 'boolean', value }))].flatMap((mutation) =>
            [MISSING, NONE, words('sans_abri'), words('locataire'), words('sans_abri', 'locataire'), words('chez_parents'), words()].map((situations) =>
                reader(
                    [
                        ['personnes', personnes],
                        ['contrat', contrat],
                        ['mutation', mutation],
                        ['situations', situations],
                    ],
                    [],
                ),
            ),
        ),
    ),
);

function conditionOf({ scorings }: Policy, rank: number): Expression {
    const item = scorings[0]?.group.items[0];
    const criterion = item?.kind === 'rubric' ? item.group.items[rank] : undefined;
    if (criterion?.kind !== 'criterion' || criterion.condition === undefined) throw new Error('no condition');
    return criterion.condition;
}

function meetBoth(policy: Policy): boolean {
    const loaded = loadPolicy(policy);
    const [first, second] = [conditionOf(policy, 0), conditionOf(policy, 1)];
    return HOUSEHOLDS.some((demand) => [first, second].every((each) => evaluateCondition(loaded, each, { demand, day: policy.dates.from }).truth === 'true'));
}

test('what is proved exclusive never meets, what is said to meet does', () => {
    const seen = new Map<string, number>();
    fc.assert(
        fc.property(condition, condition, (first, second) => {
            const text = criteriaText(`rubrique r "R", un seul {\n critère premier : 1 point si ${first}\n critère second : 2 points si ${second}\n}`).replace(
                'cotation',
                `${DERIVED}\ncotation`,
            );
            const { project, diagnostics } = compiled(text);
            expect(diagnostics.filter(({ code }) => !['BAR403', 'BAR404', 'BAR416'].includes(code))).toEqual([]);
            const policy = project.policies[0];
            const found = diagnostics.find(({ code }) => code === 'BAR403' || code === 'BAR404');
            seen.set(found?.code ?? 'proved', (seen.get(found?.code ?? 'proved') ?? 0) + 1);
            if (policy === undefined) throw new Error('no policy');
            if (found === undefined) expect(meetBoth(policy)).toBe(false);
            if (found?.code === 'BAR403') expect(anomaliesOf(text, householdIn(found.message) ?? '')).toContain('two-criteria-hold');
        }),
        runs(300),
    );
    // The draws are worth something only if all three answers come out, and the third seldom.
    expect([...seen.keys()].sort()).toEqual(['BAR403', 'BAR404', 'proved']);
    expect(seen.get('BAR404') ?? 0).toBeLessThan((seen.get('BAR403') ?? 0) / 3);
});
