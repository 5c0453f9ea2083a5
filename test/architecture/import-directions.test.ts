import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbiddenImports } from './rules/import-directions.js';
import { ROOM_TABLE, roomOf } from './rules/room-table.js';
import { readSources, ROOT } from './rules/source-file.js';

const imports = (path: string, specifier: string): readonly string[] => forbiddenImports([{ path, text: `import type { X } from '${specifier}';` }]);

describe('who may import whom', () => {
    it('the sources follow the table', () => {
        expect(forbiddenImports(readSources())).toEqual([]);
    });

    it('every folder of the language has its row', () => {
        const rooms = new Set(readSources().flatMap(({ path }) => roomOf(path) ?? []));
        expect([...rooms].filter((room) => !ROOM_TABLE.has(room))).toEqual([]);
    });

    it.each([
        ['language/src/ir/a.ts', '../engine/b.js'],
        ['language/src/engine/a.ts', '../replay/b.js'],
        ['language/src/engine/reference/a.ts', '../../diagnostics/b.js'],
        ['language/src/replay/a.ts', '../generated/ast.js'],
        ['language/src/data/a.ts', '../engine/b.js'],
        ['language/src/validation/a.ts', '../generated/ast.js'],
        ['language/src/ir/a.ts', '../../../cli/src/b.js'],
        ['language/src/kit/a.ts', '../index.js'],
        ['language/src/unlisted/a.ts', '../kit/b.js'],
        ['language/src/kit/a.ts', 'node:fs'],
        ['language/src/ir/a.ts', 'langium'],
        ['language/src/columns/a.ts', 'papaparse'],
        ['language/src/data/a.ts', 'papaparse'],
        ['language/src/engine/a.ts', 'big.js'],
        ['language/src/replay/a.ts', '@bareme/language'],
        ['language/src/data/a.ts', 'node:path'],
        ['language/src/index.ts', 'node:fs'],
        ['language/src/references/a.ts', 'langium-cli'],
    ])('%s may not import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([`${path} → ${specifier}`]);
    });

    it.each([
        ['language/src/engine/reference/a.ts', '../../ir/b.js'],
        ['language/src/engine/reference/a.ts', './b.js'],
        ['language/src/lowering/a.ts', 'langium'],
        ['language/src/references/a.ts', 'langium/lsp'],
        ['language/src/node.ts', 'node:fs'],
        ['language/src/index.ts', './replay/index.js'],
    ])('%s may import %s', (path, specifier) => {
        expect(imports(path, specifier)).toEqual([]);
    });

    it('sees dynamic imports and re-exports', () => {
        const text = "export * from '../replay/a.js';\nexport const load = () => import('node:fs');";
        expect(forbiddenImports([{ path: 'language/src/ir/a.ts', text }])).toEqual(['language/src/ir/a.ts → ../replay/a.js', 'language/src/ir/a.ts → node:fs']);
    });
});

interface ProjectFile {
    readonly references: readonly { readonly path: string }[];
}

const projectOf = (room: string): string => (room === 'generated' ? 'language/src/tsconfig.generated.json' : `language/src/${room}/tsconfig.json`);

/** The room that a project's reference leads to. */
const referredRoom = (project: string, path: string): string => {
    const target = posix.join(posix.dirname(project), path).replace(/\/$/, '');
    if (target === 'language') return '(root)';
    return target.endsWith('tsconfig.generated.json') ? 'generated' : posix.basename(target);
};

describe('the compiler holds the same table', () => {
    const rooms = [...ROOM_TABLE.keys()].filter((room) => room !== '(root)' && room !== 'testing');

    it.each(rooms)('%s: references are its row', (room) => {
        const project = projectOf(room);
        const { references } = JSON.parse(readFileSync(ROOT + project, 'utf8')) as ProjectFile;
        const referred = references.map(({ path }) => referredRoom(project, path));
        expect(referred.sort()).toEqual([...(ROOM_TABLE.get(room)?.rooms ?? [])].sort());
    });

    it('every folder of sources has its project, and no other', () => {
        const projects = globSync('language/src/*/tsconfig.json', { cwd: ROOT }).map((path) => posix.basename(posix.dirname(path)));
        expect(projects.sort()).toEqual(rooms.filter((room) => room !== 'generated').sort());
        expect(existsSync(ROOT + projectOf('generated'))).toBe(true);
    });
});
