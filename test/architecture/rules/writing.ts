import { isGenerated, type SourceFile } from './source-file.js';

const MAX_LINES = 500;
const KEBAB_PATH = /^(\.?[a-z0-9]+([-.][a-z0-9]+)*\/)*[a-z0-9]+([-.][a-z0-9]+)*$/;
const SWITCHED_OFF = /\b(?:it|test|describe|suite)\s*\.\s*(?:skip|only|todo|skipIf|runIf|fails)\b|\b(?:xit|xdescribe|fit|fdescribe)\s*\(/;

/** Paths that are not ASCII kebab-case. */
export function badNames(files: readonly SourceFile[]): readonly string[] {
    return files.map(({ path }) => path).filter((path) => !KEBAB_PATH.test(path));
}

/** Hand-written files of more than 500 lines, with their length. */
export function longFiles(files: readonly SourceFile[]): readonly string[] {
    return files
        .filter(({ path }) => !isGenerated(path))
        .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
        .filter(({ lines }) => lines > MAX_LINES)
        .map(({ path, lines }) => `${path} (${lines})`);
}

/** Tests that are skipped, postponed, expected to fail or run alone. */
export function switchedOffTests(files: readonly SourceFile[]): readonly string[] {
    return files.filter(({ path, text }) => path.endsWith('.test.ts') && SWITCHED_OFF.test(text)).map(({ path }) => path);
}
