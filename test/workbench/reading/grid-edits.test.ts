import { globSync, readFileSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import type { Group, Policy } from '@bareme/language/ir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsIn, withCombination, withNumber, withSwapped } from '../../../workbench/src/reading/grid-edits.js';
import { knobsOf } from '../../../workbench/src/reading/knobs.js';
import { mayTurn, turnedPolicy, typedNumber } from '../../../workbench/src/reading/turned-policy.js';
import { meaning } from '../../../workbench/src/reading/variant-text.js';

const PATH = 'policies/valmont/2024.1/politique.bareme';
const FILES = new Map(
    globSync('policies/{national/*,valmont/2024.1/{politique,objectifs,conventions},valmont/2021.2/politique}.bareme').map((path) => [
        path,
        readFileSync(path, 'utf8'),
    ]),
);
const TEXT = FILES.get(PATH)!;

const versionOf = (text: string): Policy =>
    compileSources([...new Map(FILES).set(PATH, text)].map(([path, content]) => ({ path, text: content }))).project.policies.find(
        ({ version }) => version === '2024.1',
    )!;

const version = versionOf(TEXT);
const knobs = knobsOf(version);
const groups = groupsIn(version, PATH);

/** Comments, in the order of the alphabet: none is lost, whatever moves. */
const comments = (text: string): readonly string[] => (text.match(/\/\/[^\n]*/g) ?? []).sort();

/** Words by their number: a text that an edit of one number changed differs in that word alone. */
const wordsChanged = (before: string, after: string): number => {
    const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
    return a.length === b.length ? a.filter((word, place) => word !== b[place]).length : Number.POSITIVE_INFINITY;
};

const swapped = ({ items }: Group, place: number): readonly string[] =>
    items.map((_, at) => items[at === place ? place + 1 : at === place + 1 ? place : at]!.name);

describe('a grid edited as a table', () => {
    it('a number changes in its places alone, and the policy means it', { timeout: 240_000 }, () => {
        fc.assert(
            fc.property(fc.nat(knobs.length - 1), fc.integer({ min: 0, max: 10 }), (place, steps) => {
                const knob = knobs[place]!;
                const value = typedNumber(String(knob.low + steps * knob.step))!;
                if (!mayTurn(knob, knobs, new Map(), value)) return;
                const text = withNumber(TEXT, knob, value);
                expect(meaning(versionOf(text).scorings)).toBe(meaning(turnedPolicy(version, knobs, new Map([[knob.id, value]])).scorings));
                expect(comments(text)).toEqual(comments(TEXT));
                expect(wordsChanged(TEXT, text)).toBeLessThanOrEqual(2 * knob.places.length);
            }),
            { numRuns: 15 },
        );
    });

    it('two clauses change places with their comments, and back again', { timeout: 240_000 }, () => {
        const pairs = groups.flatMap((of, at) => of.group.items.slice(0, -1).map((_, place) => ({ at, place })));
        fc.assert(
            fc.property(fc.constantFrom(...pairs), ({ at, place }) => {
                const { group } = groups[at]!;
                const text = withSwapped(TEXT, group.items[place]!, group.items[place + 1]!)!;
                const moved = versionOf(text);
                const after = groupsIn(moved, PATH).find(({ group: other }) => other.items.some(({ name }) => name === group.items[0]!.name))!.group;
                expect(after.items.map(({ name }) => name)).toEqual(swapped(group, place));
                expect(comments(text)).toEqual(comments(TEXT));
                expect(withSwapped(text, after.items[place]!, after.items[place + 1]!)).toBe(TEXT);
            }),
            { numRuns: 15 },
        );
    });

    it('a comment stays above its clause', () => {
        const { group } = groups.find(({ rubrics }) => rubrics.at(-1)?.name === 'publics_prioritaires')!;
        const names = group.items.map(({ name }) => name);
        const place = names.indexOf('c_victimes');
        const text = withSwapped(TEXT, group.items[place]!, group.items[place + 1]!)!;
        expect(text).toMatch(/T13 : « l » suppose[^\n]*\n\s*critère c_expulsion[\s\S]*critère c_victimes/);
    });

    it('clauses that share a line are left alone', () => {
        const one = 'critère a : 1 point critère b : 2 points';
        expect(withSwapped(one, { at: ['', 0, 19] }, { at: ['', 20, 40] })).toBeUndefined();
    });

    it('a combination is written in the place of the other', () => {
        const { group } = groups.find(({ rubrics }) => rubrics.at(-1)?.name === 'logement_actuel')!;
        const after = versionOf(withCombination(TEXT, group, "dans l'ordre")!);
        expect(groupsIn(after, PATH).find(({ rubrics }) => rubrics.at(-1)?.name === 'logement_actuel')!.group.combination).toBe("dans l'ordre");
    });
});
