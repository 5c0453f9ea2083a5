import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages whose blocks are executed, and by what. */
const EXECUTED: readonly (readonly [page: RegExp, by: string])[] = [
    [/^language\/docs\/diagnostics\//, 'test/language/diagnostics/pages.test.ts'],
    [/^language\/docs\/guide-de-l-auteur\.md$/, 'test/cli/guide.test.ts'],
    [/^language\/docs\/reference\.md$/, 'test/language/docs/reference.test.ts'],
    [/^extension\/walkthrough\//, 'test/extension/walkthrough.test.ts'],
];

it('every block of the language that a page prints is executed by a test', () => {
    const pages = globSync('**/*.md', { cwd: ROOT, exclude: (path) => /(^|\/)(node_modules|dist|\.git)$/.test(path) });
    const printing = pages.filter((page) => readFileSync(join(ROOT, page), 'utf8').includes('```bareme'));
    expect(printing.length).toBeGreaterThan(EXECUTED.length);
    expect(printing.filter((page) => !EXECUTED.some(([executed]) => executed.test(page))).sort()).toEqual([]);
});

it('the tests that execute them are there', () => {
    expect(EXECUTED.flatMap(([, by]) => globSync(by, { cwd: ROOT }))).toEqual(EXECUTED.map(([, by]) => by));
});
