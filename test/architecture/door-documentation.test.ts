import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { undocumentedExports } from './rules/door-documentation.js';
import { doorSources, type PackageDoors } from './rules/doors.js';
import { ROOT } from './rules/source-file.js';

const OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
};

/** A program of texts alone: path → content. */
function memoryProgram(files: Readonly<Record<string, string>>): ts.Program {
    const texts = new Map(Object.entries(files));
    const host: ts.CompilerHost = {
        ...ts.createCompilerHost(OPTIONS),
        directoryExists: () => true,
        fileExists: (path) => texts.has(path),
        readFile: (path) => texts.get(path),
        getSourceFile: (path, version) => {
            const text = texts.get(path);
            return text === undefined ? undefined : ts.createSourceFile(path, text, version);
        },
    };
    return ts.createProgram([...texts.keys()], { ...OPTIONS, noLib: true }, host);
}

const faults = (files: Readonly<Record<string, string>>): readonly string[] =>
    undocumentedExports({ program: memoryProgram(files), root: '/r/', entries: ['/r/index.ts'] });

describe('what the doors give', () => {
    it('is documented, and holds no syntax tree', () => {
        const language = JSON.parse(readFileSync(`${ROOT}language/package.json`, 'utf8')) as PackageDoors;
        const entries = [...doorSources(language).values()].map((path) => ROOT + path);
        expect(undocumentedExports({ program: ts.createProgram(entries, OPTIONS), root: ROOT, entries })).toEqual([]);
    });

    it('an export without a doc comment is refused, even through another file', () => {
        expect(faults({ '/r/index.ts': "export { a } from './a.js';\nexport const b = 1;", '/r/a.ts': 'export function a() {}' })).toEqual([
            'index.ts: a (no doc comment)',
            'index.ts: b (no doc comment)',
        ]);
    });

    it('a documented export is accepted', () => {
        expect(faults({ '/r/index.ts': "export { a } from './a.js';", '/r/a.ts': '/** Gives a. */\nexport function a() {}' })).toEqual([]);
    });

    it('a type of the syntax tree is refused', () => {
        expect(
            faults({ '/r/index.ts': "export type { Node } from './generated/ast.js';", '/r/generated/ast.ts': '/** A node. */\nexport interface Node {}' }),
        ).toEqual(['index.ts: Node (syntax tree)']);
    });

    it('an absent door is refused', () => {
        expect(faults({ '/r/other.ts': 'export {};' })).toEqual(['index.ts: absent']);
    });
});
