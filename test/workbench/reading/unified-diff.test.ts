import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unifiedDiff } from '../../../workbench/src/reading/unified-diff.js';

/** What `git apply` makes of a text with its difference. */
function applied(before: string | undefined, after: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'bareme-diff-'));
    mkdirSync(join(folder, 'a'));
    if (before !== undefined) writeFileSync(join(folder, 'a/x.bareme'), before);
    const patch = unifiedDiff('a/x.bareme', before, after);
    if (patch !== '') execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: folder, input: patch });
    return readFileSync(join(folder, 'a/x.bareme'), 'utf8');
}

const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '  d'), { minLength: 1, maxLength: 25 }).map((lines) => `${lines.join('\n')}\n`);

it('git makes the text after from the text before', () => {
    fc.assert(
        fc.property(text, text, (before, after) => applied(before, after) === after),
        { numRuns: 25 },
    );
});

it('a new file comes from nothing; the same text has no difference', () => {
    expect(applied(undefined, 'barème 1\n')).toBe('barème 1\n');
    expect(unifiedDiff('x', 'a\n', 'a\n')).toBe('');
});
