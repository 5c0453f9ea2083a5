import { describe, expect, it } from 'vitest';
import { readSources } from './rules/source-file.js';
import { forbiddenWorkbenchImports, WORKBENCH_ROOMS, workbenchRoom } from './rules/workbench-rooms.js';

const imports = (path: string, specifier: string): readonly string[] => forbiddenWorkbenchImports([{ path, text: `import { x } from '${specifier}';` }]);

describe('who may import whom in the workbench', () => {
    it('the sources follow the table', () => {
        expect(forbiddenWorkbenchImports(readSources())).toEqual([]);
    });

    it('every folder has its row', () => {
        const rooms = new Set(readSources().flatMap(({ path }) => workbenchRoom(path) ?? []));
        expect([...rooms].filter((room) => !WORKBENCH_ROOMS.has(room))).toEqual([]);
    });

    it.each([
        ['workbench/src/features/compare/a.tsx', '../replay/b.js'],
        ['workbench/src/base/a.tsx', '../state/b.js'],
        ['workbench/src/state/a.ts', '../features/home/b.js'],
        ['workbench/src/reading/a.ts', '../editor/b.js'],
        ['workbench/src/reading/a.ts', '../state/b.js'],
        ['workbench/src/workers/replay.worker.ts', '@bareme/language'],
        ['workbench/src/workers/receipt.ts', '@bareme/language'],
        ['workbench/src/workers/replay.worker.ts', '@bareme/language/lsp'],
        ['workbench/src/features/compare/a.tsx', 'monaco-editor/editor'],
        ['workbench/src/features/compare/a.tsx', 'node:fs'],
        ['workbench/src/features/compare/a.tsx', '../../../../cli/src/main.js'],
        ['workbench/src/unlisted/a.ts', '../base/b.js'],
    ])('%s may not import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([`${path} → ${specifier}`]);
    });

    it.each([
        ['workbench/src/features/compare/a.tsx', './b.js'],
        ['workbench/src/features/compare/a.tsx', '../../state/b.js'],
        ['workbench/src/workers/language.worker.ts', '@bareme/language'],
        ['workbench/src/shell/a.tsx', '../features/home/b.js'],
    ])('%s may import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([]);
    });
});
