import type { Location } from './diagnostic.js';

const NAME_CHARACTER = /[A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]/;

/** A file's text and the part of it that is looked at, in UTF-16 offsets. */
export interface TextPart {
    readonly path: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/**
 * Where a word first stands in a part of a text as a whole word: the name itself rather than the whole sentence. The whole part
 * when the word is not there.
 */
export function wordLocationIn({ path, text, start, end }: TextPart, word: string): Location {
    for (let index = text.indexOf(word, start); word !== '' && index >= 0 && index + word.length <= end; index = text.indexOf(word, index + 1)) {
        if (isWhole(text, index, word)) return { path, start: index, end: index + word.length };
    }
    return { path, start, end };
}

/** Whether the word found is not a piece of a longer name. */
function isWhole(text: string, index: number, word: string): boolean {
    const last = index + word.length;
    const joinsBefore = NAME_CHARACTER.test(word.charAt(0)) && NAME_CHARACTER.test(text.charAt(index - 1));
    const joinsAfter = NAME_CHARACTER.test(word.charAt(word.length - 1)) && NAME_CHARACTER.test(text.charAt(last));
    return !joinsBefore && !joinsAfter;
}
