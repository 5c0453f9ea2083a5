import { describe, expect, test } from 'vitest';
import { compileSources } from '../../../language/src/compile.js';
import { createSourceParser } from '../../../language/src/compile.js';
import type { ParsedSource } from '../../../language/src/parser/source-text.js';
import { runs, TIME_LIMIT } from '../properties/draw.js';
import { excerpt, mutant, randomIntegers } from './mutants.js';
import { VALID_FILES } from './valid-files.js';

const { numRuns: MUTANTS, seed: SEED } = runs(20_000);
/** Mutants read, linked and checked with the seven other files; each costs what eight do when they are only parsed. */
const COMPILED = Math.ceil(MUTANTS / 50);
/** Mutants after which a valid file is read by the same parser. */
const BETWEEN = 8;
const SLOWEST = 2_000;

const parser = createSourceParser();
const fileOf = (index: number): string => VALID_FILES[index % VALID_FILES.length] ?? '';

/** The tree of a file as text, its containers and concrete syntax left out. */
function shape(parsed: ParsedSource): string {
    const hidden = new Set(['$container', '$cstNode', '$document', '$containerProperty', '$containerIndex']);
    return JSON.stringify(parsed.root, (key, value: unknown) => (hidden.has(key) ? undefined : value));
}

describe('mutants of valid files', () => {
    test('the files that they are made of are valid', () => {
        const { diagnostics } = compileSources(
            VALID_FILES.map((text, index) => ({ path: `${index}`, text })),
            parser,
        );
        expect(diagnostics.filter(({ code }) => /^BAR[12356]/.test(code))).toEqual([]);
    });

    test(
        'never make the parser throw or linger, and leave nothing behind for the next file (REQ-1, REQ-2)',
        () => {
            const next = randomIntegers(SEED);
            const shapes = VALID_FILES.map((text) => shape(createSourceParser().parse({ path: 'valid', text })));
            let faulty = 0;
            let slowest = 0;
            for (let index = 0; index < MUTANTS; index += 1) {
                const text = mutant(excerpt(fileOf(index), next), VALID_FILES, next);
                const started = performance.now();
                const { diagnostics } = parser.parse({ path: 'mutant', text });
                slowest = Math.max(slowest, performance.now() - started);
                if (diagnostics.length > 0) faulty += 1;
                const outside = diagnostics.find(({ location }) => !location || location.start < 0 || location.end > Math.max(text.length, 1));
                if (outside !== undefined) expect.fail(`${JSON.stringify(outside)} in ${JSON.stringify(text)}`);
                if (index % BETWEEN === 0) expectAsNew(next(VALID_FILES.length), shapes);
            }
            expect(slowest).toBeLessThan(SLOWEST);
            expect(faulty).toBeGreaterThan(MUTANTS / 2);
        },
        TIME_LIMIT,
    );

    test(
        'never make what follows the parser throw',
        () => {
            const next = randomIntegers(SEED + 1);
            for (let index = 0; index < COMPILED; index += 1) {
                const place = index % VALID_FILES.length;
                const text = mutant(fileOf(place), VALID_FILES, next);
                const sources = VALID_FILES.map((valid, rank) => ({ path: `${rank}`, text: rank === place ? text : valid }));
                expect(() => compileSources(sources, parser), text).not.toThrow();
            }
        },
        TIME_LIMIT,
    );
});

/** The parser that read the mutants reads a valid file as a new one does. */
function expectAsNew(place: number, shapes: readonly string[]): void {
    const parsed = parser.parse({ path: 'valid', text: fileOf(place) });
    if (parsed.diagnostics.length > 0 || shape(parsed) !== shapes[place]) expect.fail(`file ${place}: ${JSON.stringify(parsed.diagnostics)}`);
}
