import { describe, expect, test } from 'vitest';
import { compileSources, createSourceParser, type Occurrence, type SourceText } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { withoutPlaces } from '../printing/without-places.js';

const parser = createSourceParser();
const SUFFIX = '_zz';
/** What the data, the replay or the language itself name. */
const KEPT = new Set(['landlord', 'title', 'contingent', 'role']);
/** Names that the language itself spells: that of the members, and a word with an apostrophe. */
const SPELLED = /^membres$|['’]/;

/** The files with every name that a file declares made longer, each occurrence once. */
function renamed(sources: readonly SourceText[], occurrences: readonly Occurrence[]): readonly SourceText[] {
    return sources.map(({ path, text }) => {
        const ends = new Set(
            occurrences.flatMap((each) => (each.path === path && !KEPT.has(each.symbol.kind) && !SPELLED.test(each.symbol.name) ? [each.end] : [])),
        );
        const longer = [...ends].sort((a, b) => b - a).reduce((rest, end) => rest.slice(0, end) + SUFFIX + rest.slice(end), text);
        return { path, text: longer };
    });
}

describe('renaming every name by its occurrences', () => {
    test.each([
        ['the national words and Valmont', ['policies/national', 'policies/valmont']],
        ['Stockholm', ['test/stockholm']],
    ])('changes nothing else in %s', async (_, paths) => {
        const { sources } = await loadWorkspace(paths, { root: process.cwd() });
        const before = compileSources(sources, parser);
        const after = compileSources(renamed(sources, before.names.occurrences), parser);
        const shown = (text: string): string => text.replaceAll(SUFFIX, '');
        expect(after.diagnostics.map(({ code, message }) => [code, shown(message)])).toEqual(before.diagnostics.map(({ code, message }) => [code, message]));
        expect(JSON.parse(shown(JSON.stringify(withoutPlaces(after.project))))).toEqual(JSON.parse(JSON.stringify(withoutPlaces(before.project))));
    });
});

const WORDS = `barème 1
vocabulaire v { demande { dépôt : date rôle dépôt ; délai : oui/non ; refus : événements { date : date rôle date ; délai : oui/non } } logement { délai : oui/non } }`;
const POLICY = `barème 1
politique p version "1" en vigueur du 01/01/2023 au 31/12/2023 utilise v
cotation délai "délai" { critère délai : 1 point si délai et refus contient (délai) et logement.délai critère autre : 1 point si délai exclusif de critère délai }
politique p version "2" succède à version "1" en vigueur du 01/01/2024 utilise v
cotation délai { critère délai : 2 points si délai }`;
const BESIDE = `barème 1
variante v1 de p version "1" { fixe délai.délai : 3 points remplace critère délai par critère délai : 2 points si délai }
exemple "un" de p { délai : oui ; date d’examen : 01/06/2023 ; attendu : note 1 dont délai 1 }
exemple "deux" de p version "2" { délai : oui ; date d’examen : 01/06/2024 ; attendu : note 2 dont délai 2 }`;

describe('one word, several names', () => {
    const { names } = compileSources(
        [
            { path: 'b', text: BESIDE },
            { path: 'p', text: POLICY },
            { path: 'v', text: WORDS },
        ],
        parser,
    );

    /** How many places name each symbol called « délai ». */
    function places(kind: string): Readonly<Record<string, number>> {
        const counts: Record<string, number> = {};
        for (const { symbol } of names.occurrences) {
            if (symbol.kind !== kind || symbol.name !== 'délai') continue;
            const key = `${symbol.owner} in ${symbol.scope}`;
            counts[key] = (counts[key] ?? 0) + 1;
        }
        return counts;
    }

    test('each place names the one that its sentence speaks of', () => {
        expect(places('fact')).toEqual({ 'demande in vocabulaire v': 7, 'logement in vocabulaire v': 2 });
        expect(places('field')).toEqual({ 'demande.refus in vocabulaire v': 2 });
        expect(places('scoring')).toEqual({ ' in politique p « 1 »': 2, ' in politique p « 2 »': 1 });
        expect(places('criterion')).toEqual({ 'délai in politique p « 1 »': 6, 'délai in politique p « 2 »': 2 });
    });

    test('an example without version may speak of each version', () => {
        const [example] = names.occurrences.filter(({ path, homonyms }) => path === 'b' && homonyms !== undefined);
        expect([example?.symbol.scope, ...(example?.homonyms ?? []).map(({ scope }) => scope)]).toEqual(['politique p « 1 »', 'politique p « 2 »']);
    });

    test('the words that a type is expected for are known', () => {
        const values = names.expected.filter(({ path, start, end }) => path === 'b' && BESIDE.slice(start, end) === 'oui');
        expect(values.map(({ type }) => type)).toEqual([{ kind: 'boolean' }, { kind: 'boolean' }]);
    });
});
