import { describe, expect, it } from 'vitest';
import { nonNullMarks } from './rules/non-null.js';
import { readSources } from './rules/source-file.js';

/** Of a thousand lines, how many may assert that something is there without looking. */
const MOST_PER_THOUSAND = 5;
const FOLDERS = ['language/src/replay'];

describe('what may be absent is looked at, not asserted away', () => {
    it.each(FOLDERS)('in %s', (folder) => {
        const { marks, lines } = nonNullMarks(readSources(), folder);
        expect(lines).toBeGreaterThan(1000);
        expect((marks / lines) * 1000).toBeLessThanOrEqual(MOST_PER_THOUSAND);
    });

    it('counts the marks, and nothing that looks like one', () => {
        const text = "const a = b!.c![0]!;\nconst d = !e && f !== g;\nconst h = 'i!';\n// j!\n";
        expect(nonNullMarks([{ path: 'language/src/replay/a.ts', text }], 'language/src/replay')).toEqual({ marks: 3, lines: 4 });
        expect(nonNullMarks([{ path: 'language/src/engine/a.ts', text }], 'language/src/replay')).toEqual({ marks: 0, lines: 0 });
    });
});
