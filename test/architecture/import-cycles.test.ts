import { describe, expect, it } from 'vitest';
import { importCycles } from './rules/import-cycles.js';
import { readSources } from './rules/source-file.js';

const file = (name: string, ...targets: readonly string[]) => ({
    path: `language/src/kit/${name}.ts`,
    text: targets.map((target) => `import type { X } from './${target}.js';`).join('\n'),
});

describe('no cycle between files', () => {
    it('the sources have none', () => {
        expect(importCycles(readSources())).toEqual([]);
    });

    it('a cycle of three is shown, whichever file comes first', () => {
        const cycle = 'language/src/kit/b.ts → language/src/kit/c.ts → language/src/kit/d.ts → language/src/kit/b.ts';
        expect(importCycles([file('a', 'b'), file('b', 'c'), file('c', 'd'), file('d', 'b')])).toEqual([cycle]);
    });

    it('a file that imports itself is a cycle', () => {
        expect(importCycles([file('a', 'a')])).toEqual(['language/src/kit/a.ts → language/src/kit/a.ts']);
    });

    it('a cycle of screens is shown', () => {
        const screen = (name: string, target: string) => ({ path: `workbench/src/${name}.tsx`, text: `import { X } from './${target}.js';` });
        const cycle = 'workbench/src/a.tsx → workbench/src/b.tsx → workbench/src/a.tsx';
        expect(importCycles([screen('a', 'b'), screen('b', 'a')])).toEqual([cycle]);
    });

    it('two ways to one file are not a cycle', () => {
        expect(importCycles([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d')])).toEqual([]);
    });
});
