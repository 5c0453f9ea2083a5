import { describe, expect, it } from 'vitest';
import { readSources } from './rules/source-file.js';
import { badNames, longFiles, switchedOffTests } from './rules/writing.js';

const sources = readSources();
const named = (path: string) => ({ path, text: '' });

describe('names', () => {
    it('are ASCII kebab-case', () => {
        expect(badNames(sources)).toEqual([]);
    });

    it.each(['language/src/kit/exactNumber.ts', 'language/src/kit/Exact.ts', 'language/src/kit/règle.ts', 'language/src/My/a.ts', 'test/a_b.test.ts'])(
        '%s is refused',
        (path) => {
            expect(badNames([named(path)])).toEqual([path]);
        },
    );

    it.each(['language/src/kit/exact-number.ts', 'test/language/kit/civil-date.test.ts', 'language/src/diagnostics/messages.fr.ts', '.ci/test.mjs'])(
        '%s is accepted',
        (path) => {
            expect(badNames([named(path)])).toEqual([]);
        },
    );
});

describe('length', () => {
    const text = (lines: number): string => 'x\n'.repeat(lines);

    it('no written file passes 500 lines', () => {
        expect(longFiles(sources)).toEqual([]);
    });

    it('501 lines are refused, 500 accepted, generated files free', () => {
        expect(longFiles([{ path: 'a.ts', text: text(501) }])).toEqual(['a.ts (501)']);
        expect(longFiles([{ path: 'a.ts', text: text(500) }])).toEqual([]);
        expect(longFiles([{ path: 'language/src/generated/ast.ts', text: text(501) }])).toEqual([]);
    });
});

describe('tests', () => {
    // The word is put together here so that this file does not hold what it refuses.
    const off = (word: string): string => ['it', word].join('.') + "('x', () => {});";

    it('none is switched off', () => {
        expect(switchedOffTests(sources)).toEqual([]);
    });

    it.each(['skip', 'only', 'todo', 'fails', 'skipIf'])('%s is refused', (word) => {
        expect(switchedOffTests([{ path: 'test/a.test.ts', text: off(word) }])).toEqual(['test/a.test.ts']);
    });

    it('each is accepted', () => {
        expect(switchedOffTests([{ path: 'test/a.test.ts', text: off('each') }])).toEqual([]);
    });
});
