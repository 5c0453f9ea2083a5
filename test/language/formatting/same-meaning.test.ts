import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSources, createSourceParser, type SourceText } from '@bareme/language';
import { formatSource } from '@bareme/language/formatting';
import { printPolicy } from '@bareme/language/printing';
import { readPieces } from '../../../language/src/formatting/read-pieces.js';
import { fileOf } from '../diagnostics/pages.js';
import { VALID_FILES } from '../parser/valid-files.js';
import { withoutPlaces } from '../printing/without-places.js';
import { arbitraryPolicy } from '../properties/arbitrary-policy.js';
import { runs } from '../properties/draw.js';
import { layoutMutant } from './layout-mutants.js';

const parser = createSourceParser();

/** The file laid out, which must be possible, and stay as it is when laid out again. */
function laidOut({ path, text }: SourceText): SourceText {
    const first = formatSource({ path, text }, parser);
    if (first.kind !== 'formatted') throw new Error(`${path}: ${first.kind}\n${text}`);
    const second = formatSource({ path, text: first.text }, parser);
    expect(second).toEqual({ kind: 'formatted', text: first.text, changed: false });
    return { path, text: first.text };
}

/** What files say, and what is wrong with them, wherever it stands. */
function meaning(sources: readonly SourceText[]): unknown {
    const { project, diagnostics } = compileSources(sources, parser);
    return { project: withoutPlaces(project), findings: diagnostics.map(({ code, message }) => `${code} ${message}`).sort() };
}

/** Words and comments in order; a comment of several lines may have other line feeds. */
function words(text: string): readonly string[] {
    const { root } = parser.parse({ path: 'w.bareme', text });
    return root === undefined ? [] : readPieces(root, text).map((piece) => piece.text.replaceAll('\r\n', '\n'));
}

const repository: readonly SourceText[] = globSync('{policies/national,policies/valmont,test/stockholm}/**/*.bareme')
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const small: readonly SourceText[] = VALID_FILES.map((text, index) => ({ path: `${index}.bareme`, text }));

/** Every block of the reference and of the pages of findings that the parser reads. */
function documented(): readonly SourceText[] {
    return globSync('language/docs/**/*.md').flatMap((page) =>
        [...readFileSync(page, 'utf8').matchAll(/```bareme.*\n([^]*?)```/g)].flatMap(({ 1: block = '' }, index) => {
            const source = { path: `${page}#${index}`, text: fileOf(block.replace(/[⟦⟧]/g, '')) };
            return parser.parse(source).diagnostics.length === 0 ? [source] : [];
        }),
    );
}

describe('laid out, files say the same', () => {
    test('the policies of the repository, all together', () => {
        expect(repository.length).toBeGreaterThan(30);
        expect(meaning(repository.map(laidOut))).toEqual(meaning(repository));
    });

    test('small files that use every construct', () => {
        expect(meaning(small.map(laidOut))).toEqual(meaning(small));
    });

    test('every block of the documentation keeps its words and comments', () => {
        const blocks = documented();
        expect(blocks.length).toBeGreaterThan(150);
        for (const block of blocks) expect(words(laidOut(block).text)).toEqual(words(block.text));
    });

    test('random policies', () => {
        fc.assert(
            fc.property(arbitraryPolicy, (policy) => {
                const source = { path: 'r.bareme', text: printPolicy(policy) };
                expect(meaning([laidOut(source)])).toEqual(meaning([source]));
            }),
            runs(15),
        );
    });
});

describe('however the author laid them out', () => {
    const draw = fc.infiniteStream(fc.nat(1_000_000)).map((stream) => (below: number) => (stream.next().value as number) % below);

    test('small files, with comments anywhere', () => {
        fc.assert(
            fc.property(draw, (next) => {
                const mutants = small.map(({ path, text }) => ({ path, text: layoutMutant(text, parser, next) }));
                const formatted = mutants.map(laidOut);
                expect(formatted.map(({ text }) => words(text))).toEqual(mutants.map(({ text }) => words(text)));
                expect(meaning(formatted)).toEqual(meaning(small));
            }),
            runs(12),
        );
    });

    test('files of the repository', () => {
        fc.assert(
            fc.property(fc.constantFrom(...repository), draw, ({ path, text }, next) => {
                const mutant = { path, text: layoutMutant(text, parser, next) };
                expect(words(laidOut(mutant).text)).toEqual(words(mutant.text));
            }),
            runs(25),
        );
    });
});
