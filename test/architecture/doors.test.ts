import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doorSources, importsRoundDoors, type PackageDoors } from './rules/doors.js';
import { readSources, ROOT } from './rules/source-file.js';

const language = JSON.parse(readFileSync(`${ROOT}language/package.json`, 'utf8')) as PackageDoors;
const imports = (path: string, specifier: string): readonly string[] => importsRoundDoors([{ path, text: `import '${specifier}';` }], language);

describe('the language is entered by its doors', () => {
    it('by every source', () => {
        expect(importsRoundDoors(readSources(), language)).toEqual([]);
    });

    it('every door leads to a file', () => {
        expect([...doorSources(language)].filter(([, path]) => !existsSync(ROOT + path))).toEqual([]);
    });

    it.each([
        ['cli/src/commands/noter.ts', '../../../language/src/engine/index.js'],
        ['cli/src/main.ts', '@bareme/language/dist/index.js'],
        ['cli/src/main.ts', '@bareme/language/kit'],
        ['workbench/src/a.ts', '../../language/src/ir/policy.js'],
        ['test/cli/a.test.ts', '../../language/src/engine/index.js'],
        ['test/stockholm/run.ts', '../../language/src/replay/index.js'],
        ['test/language/a.test.ts', '../../cli/src/main.js'],
    ])('%s may not import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([`${path} → ${specifier}`]);
    });

    it.each([
        ['cli/src/main.ts', '@bareme/language'],
        ['cli/src/main.ts', '@bareme/language/engine'],
        ['test/language/engine/a.test.ts', '../../../language/src/engine/index.js'],
        ['test/cli/a.test.ts', '../../cli/src/main.js'],
        ['test/bench/run.ts', '@bareme/language/replay'],
    ])('%s may import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([]);
    });
});
