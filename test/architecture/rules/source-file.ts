import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A text of the repository: its path from the root, with slashes, and its content. The rules work on these alone, so that bad samples stay in memory. */
export interface SourceFile {
    readonly path: string;
    readonly text: string;
}

/** An import, export-from or dynamic import: the specifier as written and, when it is relative, the path it leads to. */
export interface ImportLink {
    readonly specifier: string;
    readonly target: string | undefined;
}

/** Absolute path of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const SOURCES = ['language/src/**/*.ts', 'cli/{src,bin}/**/*.{ts,js}', '{workbench,extension}/src/**/*.{ts,tsx}', 'test/**/*.{ts,mjs}', '.ci/*.mjs'];

/** Every source of the repository, generated ones included, in the order of their paths. */
export function readSources(): readonly SourceFile[] {
    const paths = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).map((path) => path.replaceAll('\\', '/'));
    const unique = [...new Set(paths)].filter((path) => !path.includes('node_modules/')).sort();
    return unique.map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

/** The imports of a file, type imports included. */
export function importsOf(file: SourceFile): readonly ImportLink[] {
    return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => ({ specifier: fileName, target: targetOf(file.path, fileName) }));
}

function targetOf(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.')) return undefined;
    return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')).replace(/\.js$/, '.ts');
}

/** True for what a tool writes: no rule of writing applies to it. */
export function isGenerated(path: string): boolean {
    return path.includes('/generated/');
}
