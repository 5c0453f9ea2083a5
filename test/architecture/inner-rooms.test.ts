import { describe, expect, it } from 'vitest';
import { backwardImports, crowdedFolders, unnamedInnerRooms } from './rules/inner-rooms.js';
import { readSources } from './rules/source-file.js';

const sources = readSources();
const imports = (path: string, specifier: string): readonly string[] => backwardImports([{ path, text: `import type { X } from '${specifier}';` }]);

describe('the rooms inside a room', () => {
    it('read each other one way', () => {
        expect(backwardImports(sources)).toEqual([]);
    });

    it('are all in the table', () => {
        expect(unnamedInnerRooms(sources)).toEqual([]);
        expect(unnamedInnerRooms([{ path: 'language/src/replay/helpers/a.ts', text: '' }])).toEqual(['language/src/replay/helpers']);
    });

    it.each([
        ['language/src/replay/contract/a.ts', '../record/b.js'],
        ['language/src/replay/rules/a.ts', '../flux/b.js'],
        ['language/src/replay/flux/a.ts', '../rules/b.js'],
        ['language/src/replay/pool/a.ts', '../run/b.js'],
        ['language/src/replay/run/a.ts', '../measures/b.js'],
        ['language/src/replay/measures/a.ts', '../replay.js'],
        ['language/src/engine/reference/values/a.ts', '../policy/b.js'],
        ['language/src/engine/reference/rules/a.ts', '../explain/b.js'],
    ])('%s may not import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([`${path} → ${specifier}`]);
    });

    it.each([
        ['language/src/replay/run/a.ts', '../flux/b.js'],
        ['language/src/replay/run/a.ts', './b.js'],
        ['language/src/replay/run/a.ts', '../../kit/b.js'],
        ['language/src/replay/a.ts', './measures/b.js'],
        ['language/src/engine/index.ts', './reference/explain/b.js'],
    ])('%s may import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([]);
    });
});

describe('no folder holds more code files than one can look through', () => {
    const many = (count: number) => [...Array(count).keys()].map((place) => ({ path: `language/src/kit/a${place}.ts`, text: '' }));

    it('none does', () => {
        expect(crowdedFolders(sources)).toEqual([]);
    });

    it('31 files are refused, 30 accepted', () => {
        expect(crowdedFolders(many(31))).toEqual(['language/src/kit (31)']);
        expect(crowdedFolders(many(30))).toEqual([]);
    });
});
