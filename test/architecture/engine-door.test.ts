import { describe, expect, it } from 'vitest';
import { importsRoundEngine } from './rules/engine-door.js';
import { readSources } from './rules/source-file.js';

const imports = (path: string, specifier: string): readonly string[] => importsRoundEngine([{ path, text: `import type { X } from '${specifier}';` }]);

describe('nobody sees the inside of a backend', () => {
    it('the sources hold to it', () => {
        expect(importsRoundEngine(readSources())).toEqual([]);
    });

    it.each([
        ['language/src/replay/pool/a.ts', '../../engine/reference/policy/loaded-policy.js'],
        ['language/src/replay/pool/a.ts', '../../engine/description/reads.js'],
        ['language/src/replay/a.ts', '../engine/backend/rank-key.js'],
        ['language/src/index.ts', './engine/reference/reference-engine.js'],
        ['language/src/engine/index.ts', './reference/notes/note-memo.js'],
        ['language/src/engine/description/a.ts', '../reference/reference-engine.js'],
        ['language/src/engine/backend/a.ts', '../reference/values/value.js'],
        ['language/src/engine/columnar/a.ts', '../reference/notes/note-memo.js'],
    ])('%s may not import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([`${path} → ${specifier}`]);
    });

    it.each([
        ['language/src/replay/pool/a.ts', '../../engine/index.js'],
        ['language/src/index.ts', './engine/index.js'],
        ['language/src/engine/index.ts', './reference/reference-engine.js'],
        ['language/src/engine/reference/ranks/a.ts', '../../description/reads.js'],
        ['language/src/engine/reference/ranks/a.ts', '../notes/note-memo.js'],
        ['language/src/engine/columnar/a.ts', '../backend/policy-backend.js'],
        ['test/language/engine/a.test.ts', '../../../language/src/engine/reference/notes/note-memo.js'],
    ])('%s may import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([]);
    });
});
