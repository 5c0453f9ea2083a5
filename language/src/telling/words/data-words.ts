import { readable } from './french.js';

/** The labels of the words of the data. */
export interface DataWords {
    /** A word of a fact of the dwelling, by the role or the name of the fact. */
    readonly dwelling: (fact: string, word: string) => string;
}

/** A word of a fact of the dwelling by its label; without one, never as the data write it: « Valmont habitat », « commune 99001 ». */
export function wordOf(words: DataWords, fact: string, word: string): string {
    const label = words.dwelling(fact, word);
    if (label !== word) return label;
    return fact === 'commune' ? `commune ${word}` : readable(word);
}
