import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { exampleOutcome } from '../policies/example-outcome.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.bareme'))
    .sort()
    .map((path) => ({ path, text: readFileSync(FOLDER + path, 'utf8') }));
const { project, diagnostics } = compileSources(sources);

describe('fragments of the form of published grids: notes derived by hand, in the comment of each example', () => {
    it('nothing is found in them but what a note leaves incomplete', () => {
        expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    });

    it.each(project.examples.map((example) => [example.label, example] as const))('%s', (_, example) => {
        const { expected, found } = exampleOutcome(project, example);
        expect(found).toEqual(expected);
    });
});
