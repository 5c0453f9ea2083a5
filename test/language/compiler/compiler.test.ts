import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
    compileSources,
    createCompiler,
    createSourceParser,
    runInSlices,
    runToEnd,
    type Compilation,
    type FileChange,
    type SourceText,
} from '@bareme/language';
import { longPolicy, LONG_POLICY_VOCABULARY } from '../../bench/long-policy.js';
import { mutant, randomIntegers } from '../parser/mutants.js';
import { VALID_FILES } from '../parser/valid-files.js';
import { drawn, runs, TIME_LIMIT, type Draw } from '../properties/draw.js';

const parser = createSourceParser();
const FILES: readonly SourceText[] = VALID_FILES.map((text, index) => ({ path: `f${index}.bareme`, text }));
const HOSTILE = `barème 1\npolitique p version "1" utilise v cotation c cumulables { critère x : 1 point si ${'('.repeat(3_000)}b }`;

const said = ({ project, diagnostics }: Compilation): unknown => JSON.parse(JSON.stringify({ project, diagnostics }));

/** One change of a set of files, as an author or a version control makes it. */
function edit(draw: Draw, files: Map<string, string>): readonly FileChange[] {
    const paths = [...files.keys()];
    const path = paths.length === 0 ? 'nouveau.bareme' : draw.pick(paths);
    const write = (at: string, text: string): readonly FileChange[] => {
        files.set(at, text);
        return [{ path: at, text }];
    };
    const original = FILES.find((file) => file.path === path)?.text ?? draw.pick(VALID_FILES);
    switch (draw.int(0, 7)) {
        case 0:
            files.delete(path);
            return [{ path, removed: true }];
        case 1:
            return write(`ajout${draw.int(0, 3)}.bareme`, draw.pick(VALID_FILES));
        case 2: {
            const text = files.get(path) ?? original;
            files.delete(path);
            return [{ path, removed: true }, ...write(`renommé${draw.int(0, 3)}.bareme`, text)];
        }
        case 3:
            return write(path, HOSTILE);
        case 4:
            return write(path, `${original}\n// ${draw.int(0, 99)}`);
        case 5:
            return write(path, original);
        default:
            return write(path, mutant(original, VALID_FILES, randomIntegers(draw.int(0, 1_000_000))));
    }
}

describe('a compiler kept while files change', () => {
    test(
        'says after any sequence of edits what a fresh compile says, whatever was abandoned halfway',
        () => {
            const { numRuns, ...more } = runs(25);
            fc.assert(
                fc.property(
                    drawn((draw) => {
                        const files = new Map(FILES.map(({ path, text }) => [path, text]));
                        return draw.list(1, 6, () => ({ changes: edit(draw, files), abandoned: draw.chance(30) ? draw.int(1, 400) : undefined }));
                    }),
                    (edits) => {
                        const compiler = createCompiler(parser);
                        const files = new Map(FILES.map(({ path, text }) => [path, text]));
                        runToEnd(compiler.update(FILES));
                        for (const { changes, abandoned } of edits) {
                            for (const change of changes) {
                                if ('removed' in change) files.delete(change.path);
                                else files.set(change.path, change.text);
                            }
                            const steps = compiler.update(changes);
                            if (abandoned !== undefined) {
                                for (let step = 0; step < abandoned; step += 1) steps.next();
                                continue;
                            }
                            const fresh = compileSources(
                                [...files].map(([path, text]) => ({ path, text })),
                                parser,
                            );
                            const compiled = runToEnd(steps);
                            expect(said(compiled)).toEqual(said(fresh));
                            expect(compiled.names).toEqual(fresh.names);
                        }
                    },
                ),
                { numRuns, ...more },
            );
        },
        TIME_LIMIT,
    );

    test('pushes first what is known of syntax, names and types', () => {
        const steps = createCompiler(parser).update(FILES);
        const kinds: string[] = [];
        for (let step = steps.next(); step.done !== true; step = steps.next()) {
            if (step.value.kind === 'push') expect(step.value.compilation.work.checks).toBe(0);
            kinds.push(step.value.kind);
        }
        expect(kinds.filter((kind) => kind === 'push')).toHaveLength(1);
        expect(kinds.length).toBeGreaterThan(60);
    });
});

describe('what one key costs', () => {
    const sources = [{ path: 'politique.bareme', text: longPolicy(2_000) }, { path: 'vocabulaire.bareme', text: LONG_POLICY_VOCABULARY }, ...FILES];

    test('nothing when no text has changed', () => {
        const compiler = createCompiler(parser);
        runToEnd(compiler.update(sources));
        expect(runToEnd(compiler.update(sources)).work).toEqual({ parses: 0, lowerings: 0, checks: 4 });
    });

    test('the file, what reads it, and no other', () => {
        const compiler = createCompiler(parser);
        const all = runToEnd(compiler.update(sources)).work;
        const typed = longPolicy(2_000).replace('"Grille"', '"Grilles"');
        const one = runToEnd(compiler.update([{ path: 'politique.bareme', text: typed }])).work;
        expect(all.parses).toBe(sources.length);
        // What its root says once, then the version; for the vocabulary, what reads it too.
        expect({ parses: one.parses, lowerings: one.lowerings }).toEqual({ parses: 1, lowerings: 2 });
        expect(one.checks).toBeLessThan(all.checks);
        const words = runToEnd(compiler.update([{ path: 'vocabulaire.bareme', text: `${LONG_POLICY_VOCABULARY}\n` }])).work;
        expect({ parses: words.parses, lowerings: words.lowerings }).toEqual({ parses: 1, lowerings: 3 });
    });
});

describe('where a compilation may be stopped', () => {
    test('before any check, after each rule of a version: no piece of work but the reading of one text is longer', () => {
        const text = longPolicy(2_000);
        const compiler = createCompiler(parser);
        const steps = compiler.update([
            { path: 'politique.bareme', text },
            { path: 'vocabulaire.bareme', text: LONG_POLICY_VOCABULARY },
        ]);
        let pauses = 0;
        for (let step = steps.next(); step.done !== true && step.value.kind === 'pause'; step = steps.next()) pauses += 1;
        expect(pauses).toBeGreaterThan(text.match(/^ *critère /gm)?.length ?? 0);
    });
});

describe('slices', () => {
    test('give way every ten milliseconds, push once, and stop at once when nobody waits any more', async () => {
        for (const stopAt of [undefined, 25, 60]) {
            let now = 0;
            let waits = 0;
            let pushes = 0;
            let looks = 0;
            const result = await runInSlices(createCompiler(parser).update(FILES), {
                now: () => (now += 3),
                yield: () => {
                    waits += 1;
                    return Promise.resolve();
                },
                cancelled: () => {
                    looks += 1;
                    return looks === stopAt;
                },
                onPush: () => void (pushes += 1),
            });
            expect(result === undefined).toBe(stopAt !== undefined);
            expect(waits).toBeGreaterThanOrEqual(Math.floor(looks / 5));
            if (stopAt === undefined) expect(pushes).toBe(1);
            else expect(looks).toBe(stopAt);
        }
    });
});
