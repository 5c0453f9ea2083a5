import type { Location } from '../diagnostics/diagnostic.js';
import type { Places, Span } from '../ir/span.js';

/** What the checks look at besides the project: the texts that its spans point into. */
export interface Checking {
    /** The text of each file, by its path: the author's own words are repeated in messages. */
    readonly texts: ReadonlyMap<string, string>;
    /** False when something could not be resolved: then nothing is concluded from what is absent. */
    readonly complete: boolean;
}

/** Where a span stands. */
export function place([path, start, end]: Span): Location {
    return { path, start, end };
}

/** Where the name of a node was written; the whole node where that is not known. */
export function namePlace({ at, places }: { readonly at: Span } & Places<'name'>): Location {
    return place(places?.name ?? at);
}

/** The whole text of the file that a span is in. */
export function textOf({ texts }: Checking, [path]: Span): string {
    return texts.get(path) ?? '';
}

/** The words of a span as the author wrote them, each run of white space made one space. */
export function wordsAt(checking: Checking, span: Span): string {
    return textOf(checking, span).slice(span[1], span[2]).replace(/\s+/g, ' ').trim();
}
