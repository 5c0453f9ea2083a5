import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { SourceText } from './source-text.js';

/** A letter followed by combining marks that compose with it. */
const DECOMPOSED = /\p{L}\p{M}+/u;
const ALL_DECOMPOSED = /\p{L}\p{M}+/gu;

/** One diagnostic for the first decomposed accent of the file, whose fix composes them all. */
export function decomposedAccents({ path, text }: SourceText): readonly Diagnostic[] {
    const first = DECOMPOSED.exec(text);
    if (first === null) return [];
    const edits = [...text.matchAll(ALL_DECOMPOSED)].map((match) => ({
        location: { path, start: match.index, end: match.index + match[0].length },
        newText: match[0].normalize('NFC'),
    }));
    const location = { path, start: first.index, end: first.index + first[0].length };
    return [report('BAR107', { composed: wordAround(text, first.index).normalize('NFC') }, location, { fix: { title: 'Recomposer les accents', edits } })];
}

function wordAround(text: string, index: number): string {
    const before = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? '';
    const after = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(index, index + 40))?.[0] ?? '';
    return before + after;
}
