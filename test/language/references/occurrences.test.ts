import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileSources, createSourceParser, symbolId, type NamedSymbol, type SourceText } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { readGrammar } from '../../tools/reference/grammar-files.js';
import { fileOf, PAGES, VOCABULARY } from '../diagnostics/pages.js';
import { nameTokens, type NameToken } from './written-tokens.js';

const parser = createSourceParser();

/** Names of the grammar that name nothing a file declares, and why. */
const EXCEPTIONS: Readonly<Record<string, { readonly why: string; readonly when?: (token: NameToken, values: ReadonlySet<string>) => boolean }>> = {
    'Reference.owner': { why: 'a word of the language: demande, logement, candidature' },
    'Reference.word': { why: 'the note of the demand, a word of the language', when: ({ text }) => text === 'note' },
    'OpinionHeader.body': { why: 'who gave the opinion, as one says it' },
    'InheritHeader.kinds': { why: 'a kind of clause, a word of the language' },
    'EnumerationValue.codes': { why: 'a code of the data' },
    'LiteralName.value': {
        why: 'a word of the data, where a code is expected; or a word of a list, whose type is that of what is compared with it',
        when: isWordOfData,
    },
    'NumberLiteral.unit': { why: 'a unit' },
    'LiteralNumber.unit': { why: 'a unit' },
    'Bounds.unit': { why: 'a unit' },
    'TypeReference.unit': { why: 'a unit' },
    'CellPerExtra.unit': { why: 'a unit' },
    'CellName.value': { why: 'the column « valeur », or a word of the data where a code is expected', when: ({ text }, values) => !values.has(text) },
    'SourceTable.target': { why: 'the table of an owner, a word of the language', when: ({ text }) => OWNERS_TABLES.has(text) },
    'ExampleBlock.subject': { why: 'the dwelling, a word of the language', when: ({ text }) => text === 'logement' },
};

const OWNERS_TABLES = new Set(['demandes', 'logements', 'candidatures', 'occupants']);

/** A literal that no enumeration has as a value, or a word of a list. */
function isWordOfData({ node, text }: NameToken, values: ReadonlySet<string>): boolean {
    return !values.has(text) || node.$containerProperty === 'communes' || node.$container?.$type === 'NamedList';
}

/** Kinds of names that need no declaration. */
const UNDECLARED = new Set(['landlord', 'title', 'contingent', 'role']);

function isException(token: NameToken, values: ReadonlySet<string>): boolean {
    const exception = EXCEPTIONS[token.property];
    return exception !== undefined && (exception.when?.(token, values) ?? true);
}

/** The names of a set of files that are no occurrence, and the references whose symbol nothing declares. */
function silences(sources: readonly SourceText[]): { readonly unknown: readonly string[]; readonly undeclared: readonly string[]; readonly count: number } {
    const { names } = compileSources(sources, parser);
    const known = new Set(names.occurrences.map(({ path, start, end }) => `${path} ${start} ${end}`));
    const tokens = sources.flatMap((source) => {
        const { root } = parser.parse(source);
        return root === undefined ? [] : nameTokens(root).map((token) => ({ path: source.path, ...token }));
    });
    const values = new Set(names.occurrences.flatMap(({ role, symbol }) => (role === 'declaration' && symbol.kind === 'value' ? [symbol.name] : [])));
    const unknown = tokens.filter((token) => !known.has(`${token.path} ${token.start} ${token.end}`) && !isException(token, values));
    const declared = new Set(names.occurrences.filter(({ role }) => role === 'declaration').map(({ symbol }) => symbolId(symbol)));
    const isDeclared = (symbol: NamedSymbol): boolean => UNDECLARED.has(symbol.kind) || declared.has(symbolId(symbol));
    const lost = names.occurrences.filter(({ symbol, homonyms = [] }) => ![symbol, ...homonyms].every(isDeclared));
    return {
        unknown: unknown.map(({ path, property, text, start }) => `${path}:${start} ${property} ${text}`),
        undeclared: lost.map(({ path, start, symbol }) => `${path}:${start} ${symbolId(symbol)}`),
        count: tokens.length,
    };
}

describe('every name is known for what it names', () => {
    test.each([
        ['the national words and Valmont', ['policies/national', 'policies/valmont']],
        ['Stockholm', ['test/stockholm']],
    ])('in %s', async (_, paths) => {
        const { sources } = await loadWorkspace(paths, { root: process.cwd() });
        const { unknown, undeclared, count } = silences(sources);
        expect(unknown).toEqual([]);
        expect(undeclared).toEqual([]);
        expect(count).toBeGreaterThan(100);
    });

    test('in each sound sample', async () => {
        const { sources } = await loadWorkspace(['policies/samples'], { root: process.cwd() });
        const mini = sources.filter(({ path }) => path.endsWith('/mini.bareme'));
        const sound = sources.filter(({ path }) => !path.endsWith('-bad.bareme') && !path.endsWith('/mini.bareme'));
        const wrong = sound.flatMap((source) => [...silences([...mini, source]).unknown, ...silences([...mini, source]).undeclared]);
        expect(wrong).toEqual([]);
    });

    test('in each block of the pages of findings', () => {
        const wrong = PAGES.flatMap(({ good }) => {
            if (good === undefined) return [];
            const { unknown, undeclared } = silences([
                { path: 'page.bareme', text: fileOf(good) },
                { path: 'vocabulaire.bareme', text: VOCABULARY },
            ]);
            return [...unknown, ...undeclared];
        });
        expect(wrong).toEqual([]);
    });

    test('in each example of the reference page', () => {
        const examples = readGrammar().flatMap(({ rules }) => rules.flatMap(({ doc }) => doc?.example ?? []));
        const wrong = examples.flatMap((example) => {
            const { unknown, undeclared } = silences([
                { path: 'page.bareme', text: fileOf(example) },
                { path: 'vocabulaire.bareme', text: VOCABULARY },
            ]);
            return [...unknown, ...undeclared];
        });
        expect(examples.length).toBeGreaterThan(50);
        expect(wrong).toEqual([]);
    });

    test('in the files of the guide of the author', async () => {
        const guide = readFileSync(`${process.cwd()}/language/docs/guide-de-l-auteur.md`, 'utf8');
        const written = [...guide.matchAll(/^```bareme (\S*)\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => ({ path, text }));
        const { sources } = await loadWorkspace(['policies/national'], { root: process.cwd() });
        const { unknown, undeclared } = silences([...sources, ...written]);
        expect(written.length).toBeGreaterThan(5);
        expect(unknown).toEqual([]);
        expect(undeclared).toEqual([]);
    });
});
