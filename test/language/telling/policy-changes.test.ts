import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileSources } from '../../../language/src/compile.js';
import { bareJson } from '../../../language/src/ir/bare-json.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { clausesOf } from '../../../language/src/telling/changes/clauses.js';
import { meaningOf } from '../../../language/src/telling/changes/meaning.js';
import { factsReadOnlyBy, policyChanges } from '../../../language/src/telling/changes/policy-changes.js';
import { policyWords } from '../../../language/src/telling/changes/policy-words.js';
import { arbitraryPolicy } from '../properties/arbitrary-policy.js';
import { valmont } from './valmont.js';

/** All that a policy says, its names and dates apart. */
const sayingOf = (policy: Policy): string =>
    meaningOf({
        ...policy,
        name: '',
        version: '',
        variant: undefined,
        territory: undefined,
        dates: undefined,
        succeeds: undefined,
        citations: [],
        notices: [],
        sources: [],
    });

/** The same policy with one leaf of its meaning changed: a number raised, a word lengthened, a yes for a no, an item taken away. */
const withOneEdit = (policy: Policy, choice: number): Policy => {
    const copy = JSON.parse(JSON.stringify(policy)) as Policy;
    const edits: (() => void)[] = [];
    const visit = (node: unknown): void => {
        if (Array.isArray(node)) {
            if (node.length > 0) edits.push(() => void node.pop());
            node.forEach(visit);
            return;
        }
        if (typeof node !== 'object' || node === null) return;
        for (const [key, value] of Object.entries(node)) {
            if (SAID_ELSEWHERE.has(key)) continue;
            const set = (other: unknown) => edits.push(() => Object.assign(node, { [key]: other }));
            if (typeof value === 'number') set(value + 1);
            if (typeof value === 'boolean') set(!value);
            if (typeof value === 'string' && /^-?[0-9]+$/.test(value)) set(String(Number(value) + 1));
            else if (typeof value === 'string' && FREE_WORDS.has(key)) set(`${value}~`);
            visit(value);
        }
    };
    for (const key of MEANT) visit(copy[key]);
    edits[choice % edits.length]?.();
    return copy;
};

/** Words that are the author's own: the others are of closed sets, of which a longer word is no member. */
const FREE_WORDS = new Set(['name', 'table', 'source', 'list', 'value']);

/** The parts of a policy in which an edit is drawn. */
const MEANT = [
    'vocabulary',
    'lists',
    'scorings',
    'ranking',
    'exclusions',
    'adequacies',
    'signals',
    'objectives',
    'analogous',
    'commission',
    'refusalEffects',
    'routes',
    'reservees',
    'conventions',
    'pools',
    'forecasts',
    'imputations',
    'orientation',
] as const;

const SAID_ELSEWHERE = new Set(['at', 'text', 'label', 'references', 'codes']);

describe('a clause written again as it is', () => {
    const files = ['vocabulaire', 'politique', 'objectifs'].map((name) => {
        const path = `test/cli/fixtures/mini/${name}.bareme`;
        return { path, text: readFileSync(path, 'utf8') };
    });
    const changesOf = (clause: string): ReturnType<typeof policyChanges> => {
        const text = `barème 1\n\nvariante x "X" de mini version "1" {\n  ${clause}\n}\n`;
        const { project } = compileSources([...files, { path: 'x.bareme', text }]);
        const [base, variant] = [project.policies[0], project.variants[0]];
        if (base === undefined || variant === undefined) throw new Error('the variant does not compile');
        return policyChanges(base, variant);
    };

    it('is no change, in whatever file it stands', () => {
        expect(changesOf('fixe attente : 1 point par mois révolu depuis dépôt, plafonné à 60 points')).toEqual([]);
    });

    it('is one where a number of it is another', () => {
        expect(changesOf('fixe attente : 1 point par mois révolu depuis dépôt, plafonné à 61 points')).toHaveLength(1);
    });

    it('is one where only the decimals of a rounding are others, for what the engine shares too', () => {
        const rounded = (places: number): unknown => ({ kind: 'round', places, operand: 1, at: {} });
        for (const say of [meaningOf, bareJson]) {
            expect(say(rounded(0))).not.toBe(say(rounded(2)));
            expect(say({ kind: 'criterion', places: { name: { start: 1 } } })).toBe(say({ kind: 'criterion', places: { name: { start: 2 } } }));
        }
    });
});

describe('what a variant changes, clause by clause', () => {
    let valmontPolicies: Awaited<ReturnType<typeof valmont>>;
    const textsOf = (name: string): readonly string[] => policyChanges(valmontPolicies.base, valmontPolicies.variant(name)).map(({ text }) => text);
    beforeAll(async () => {
        valmontPolicies = await valmont();
    });

    it('says before and after in words, and what is withdrawn', () => {
        expect(textsOf('attente_renforcée')).toMatchInlineSnapshot(`
          [
            "Ancienneté de la demande : 1 point par mois d’attente, plafonné à 60 → 2 points par mois d’attente, plafonné à 120",
            "Délai anormalement long : 20 points → 30 points",
            "Travaille dans la commune du logement : retiré (5 points, si « Commune du lieu de travail » est « Commune du logement »)",
          ]
        `);
    });

    it('says an edited list once, and who reads it', () => {
        expect(textsOf('travailleurs_essentiels')).toMatchInlineSnapshot(`
          [
            "Rubrique Ressources : points plafonnés à 20 → points plafonnés à 35",
            "Taux d'effort : selon « Taux d'effort actuel » : 0 point (moins de 33 %) ; 8 points (de 33 % à moins de 50 %) ; 15 points (à partir de 50 %) ; à compléter (non renseigné) → selon « Taux d'effort actuel » : 0 point (moins de 25 %) ; 5 points (de 25 % à moins de 33 %) ; 15 points (de 33 % à moins de 40 %) ; 30 points (à partir de 40 %) ; à compléter (non renseigné)",
            "Ancienneté de la demande : 1 point par mois d’attente, plafonné à 60 → 1 point par mois d’attente, plafonné à 36",
            "Travailleur essentiel : 5 points → 25 points",
            "Liste Métiers essentiels : ajoute Assistant petite enfance, Préparateur commandes, Agent sécurité",
          ]
        `);
        const list = policyChanges(valmontPolicies.base, valmontPolicies.variant('travailleurs_essentiels')).find(({ id }) => id.startsWith('list '));
        expect(list?.readBy).toEqual(['Travailleur essentiel', 'Objectif Travailleurs essentiels']);
    });

    it('says of a convention the share and the title that move, and that it is signed apart', () => {
        const changes = policyChanges(valmontPolicies.base, valmontPolicies.variant('part_communale'));
        expect(changes.map(({ text, act }) => [act, text])).toMatchInlineSnapshot(`
          [
            [
              "convention",
              "Convention Communes et Valmont Habitat : 15 % du flux, chaque commune sur son territoire, au titre de « garantie emprunt » → 20 % du flux, chaque commune sur son territoire, au titre de « apport de terrains »",
            ],
          ]
        `);
    });

    it.each(['mixité', 'refus_suspensif', 'accords_collectifs'])('%s', (name) => {
        expect(textsOf(name)).toMatchSnapshot();
    });

    it('lists the facts that rules newly read', () => {
        const { base, variant } = valmontPolicies;
        expect(factsReadOnlyBy(variant('mixité'), base).map(({ label }) => label)).toMatchInlineSnapshot(`
          [
            "Intercommunalité du logement, par son numéro SIREN",
            "Quartier où se trouve le logement",
          ]
        `);
        expect(factsReadOnlyBy(base, variant('attente_renforcée')).map(({ label }) => label)).toMatchInlineSnapshot(`
          [
            "Commune du lieu de travail",
          ]
        `);
    });

    it('is empty exactly when two policies say the same; every edit reads otherwise after than before; no clause is named twice', () => {
        fc.assert(
            fc.property(arbitraryPolicy, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (policy, choices) => {
                const ids = clausesOf(policy, policyWords(policy)).map(({ id }) => id);
                expect(ids).toEqual([...new Set(ids)]);
                expect(policyChanges(policy, policy)).toEqual([]);
                for (const choice of choices) {
                    const edited = withOneEdit(policy, choice);
                    const changes = policyChanges(policy, edited);
                    expect(changes.length > 0).toBe(sayingOf(policy) !== sayingOf(edited));
                    for (const { kind, before, after } of changes) if (kind === 'edited') expect(before).not.toBe(after);
                }
            }),
            { numRuns: 40, endOnFailure: true },
        );
    });
});
