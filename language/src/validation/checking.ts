import type { Location } from '../diagnostics/diagnostic.js';
import { wordLocationIn } from '../diagnostics/word-location.js';
import type { Span } from '../ir/span.js';

/** What the checks look at besides the project: the texts that its spans point into. */
export interface Checking {
    /** The files, in the order of the first number of every span. */
    readonly sources: readonly { readonly path: string; readonly text: string }[];
    /** False when something could not be resolved: then nothing is concluded from what is absent. */
    readonly complete: boolean;
}

/** Where a span stands. */
export function place({ sources }: Checking, [file, start, end]: Span): Location {
    return { path: sources[file]?.path ?? '', start, end };
}

/** Where a word first stands in a span; the whole span when it is not there. */
export function placeOfWord({ sources }: Checking, [file, start, end]: Span, word: string): Location {
    return wordLocationIn({ path: sources[file]?.path ?? '', text: sources[file]?.text ?? '', start, end }, word);
}

/** The text of a span as written, each run of white space made one space. */
export function textAt({ sources }: Checking, [file, start, end]: Span): string {
    return (sources[file]?.text ?? '').slice(start, end).replace(/\s+/g, ' ').trim();
}

/** Where the words that match a pattern first stand in a span; the whole span when there are none. */
export function placeOfMatch(checking: Checking, [file, start, end]: Span, pattern: RegExp): Location {
    const match = pattern.exec((checking.sources[file]?.text ?? '').slice(start, end));
    return place(checking, match === null ? [file, start, end] : [file, start + match.index, start + match.index + match[0].length]);
}
