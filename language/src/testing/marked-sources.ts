import { compileSources, type Compilation } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../parser/source-text.js';

/** A compilation of texts in which ⟦ and ⟧ marked what a finding should underline. */
export interface MarkedCompilation extends Omit<Compilation, 'sources'> {
    /** The sources without their marks. */
    readonly sources: readonly SourceText[];
    /** The marked texts, in the order of the sources. */
    readonly marked: readonly string[];
}

const MARKED = /⟦([\s\S]*?)⟧/g;

/** Compiles texts after removing the marks. */
export function compileMarked(sources: readonly SourceText[]): MarkedCompilation {
    const marked = sources.flatMap((source) => [...source.text.matchAll(MARKED)].map((match) => match[1] ?? ''));
    const plain = sources.map((source) => ({ path: source.path, text: source.text.replace(MARKED, '$1') }));
    return { ...compileSources(plain), sources: plain, marked };
}

/** The text that a finding underlines; empty for a finding without place. */
export function underlinedText(sources: readonly SourceText[], { location }: Diagnostic): string {
    const source = sources.find((candidate) => candidate.path === location?.path);
    return location === undefined || source === undefined ? '' : source.text.slice(location.start, location.end);
}
