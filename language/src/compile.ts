import { compareText } from './kit/text-order.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Project } from './ir/project.js';
import { lowerProject } from './lowering/lower-project.js';
import { createSourceParser, type SourceParser } from './parser/source-parser.js';
import type { SourceText } from './parser/source-text.js';
import { validateProject } from './validation/validate-project.js';

/** What the files say, resolved, and everything wrong with them, in the order of files then of places. */
export interface Compilation {
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses, links, lowers and checks a set of files in memory. Never throws on any text. The project holds whatever could be
 * understood; it must not be run when a diagnostic is an error.
 */
export function compileSources(sources: readonly SourceText[], parser: SourceParser = createSourceParser()): Compilation {
    const parsed = [...sources].sort((a, b) => compareText(a.path, b.path)).map((source) => parser.parse(source));
    const { project, diagnostics } = lowerProject(parsed);
    const syntax = parsed.flatMap((source) => source.diagnostics);
    const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';
    const semantic = syntax.some(isError) ? [] : validateProject({ texts: textsOf(parsed), complete: !diagnostics.some(isError) }, project);
    return { project, diagnostics: sortDiagnostics([...syntax, ...diagnostics, ...semantic]) };
}

function textsOf(sources: readonly SourceText[]): ReadonlyMap<string, string> {
    return new Map(sources.map(({ path, text }) => [path, text]));
}

/** By file, place and code; the same finding at the same place is said once. */
function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const keyed = diagnostics.map((diagnostic) => ({ diagnostic, key: sortKey(diagnostic) }));
    keyed.sort((a, b) => compareText(a.key, b.key));
    return keyed
        .filter(({ key, diagnostic }, index) => keyed[index - 1]?.key !== key || keyed[index - 1]?.diagnostic.message !== diagnostic.message)
        .map(({ diagnostic }) => diagnostic);
}

function sortKey({ location, code }: Diagnostic): string {
    if (location === undefined) return `\u0000${code}`;
    return `${location.path}\u0000${String(location.start).padStart(9, '0')}\u0000${String(location.end).padStart(9, '0')}\u0000${code}`;
}
