import { importsOf, type SourceFile } from './source-file.js';

/** Each cycle of imports (type imports included) met once, as `a → b → a`. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
    const known = new Set(files.map(({ path }) => path));
    const links = new Map(files.map((file) => [file.path, targetsOf(file, known)]));
    const done = new Set<string>();
    return files.flatMap(({ path }) => cyclesFrom(path, [], links, done));
}

function targetsOf(file: SourceFile, known: ReadonlySet<string>): readonly string[] {
    // `./a.js` is a.ts, or the screen a.tsx.
    return importsOf(file).flatMap(({ target }) => [target, target?.replace(/\.ts$/, '.tsx')].find((path) => path !== undefined && known.has(path)) ?? []);
}

function cyclesFrom(path: string, trail: readonly string[], links: ReadonlyMap<string, readonly string[]>, done: Set<string>): readonly string[] {
    const start = trail.indexOf(path);
    if (start >= 0) return [[...trail.slice(start), path].join(' → ')];
    if (done.has(path)) return [];
    const found = (links.get(path) ?? []).flatMap((target) => cyclesFrom(target, [...trail, path], links, done));
    done.add(path);
    return found;
}
