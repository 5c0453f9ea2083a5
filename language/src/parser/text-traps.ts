import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { latinLookAlike } from './skeleton.js';
import type { SourceText } from './source-text.js';

/** Marks that show nothing, or change the order in which a line is shown: text that says other than what one reads. */
const HIDDEN = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFFA0\u{E0000}-\u{E0FFF}]+/gu;

/** Whether a stretch of text shows nothing: it is told once, here. */
export function isHidden(text: string): boolean {
    return text !== '' && withoutHidden(text) === '';
}

/** A text without its marks that show nothing. */
export function withoutHidden(text: string): string {
    return text.replace(HIDDEN, '');
}

/** One finding for all the marks that show nothing, wherever they stand, and one for each word that mixes alphabets. */
export function textTraps(source: SourceText): readonly Diagnostic[] {
    return [...hiddenMarks(source), ...mixedWords(source)];
}

function hiddenMarks({ path, text }: SourceText): readonly Diagnostic[] {
    const places = [...text.matchAll(HIDDEN)].map((match) => ({ path, start: match.index, end: match.index + match[0].length }));
    const [first] = places;
    if (first === undefined) return [];
    const edits = places.map((location) => ({ location, newText: '' }));
    const related = places.slice(1, 4).map((location) => ({ message: 'un autre', location }));
    return [
        report('BAR113', { count: places.length, code: codePoint(text, first.start) }, first, { related, fix: { title: 'Supprimer ces caractères', edits } }),
    ];
}

/** `U+202E`. */
export function codePoint(text: string, at: number): string {
    return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const LATIN = /\p{Script=Latin}/u;

/** A letter of another alphabet: most texts hold none, and their words are then not looked at one by one. */
const FOREIGN = /[\u02B0-\u02FF\u0370-\u1DFF\u2100-\u218F\u2C00-\u2C5F\u2C80-\uA71F\uA800-\uFAFF\uFB07-\uFFFF]/;

/** Words where letters of another alphabet pass for Latin ones. */
function mixedWords({ path, text }: SourceText): readonly Diagnostic[] {
    if (!FOREIGN.test(text)) return [];
    return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
        if (!LATIN.test(word)) return [];
        const edits = foreignLetters(word).map(({ at, length, latin }) => ({
            location: { path, start: index + at, end: index + at + length },
            newText: latin,
        }));
        const location = { path, start: index, end: index + word.length };
        return edits.length === 0 ? [] : [report('BAR114', { word }, location, { fix: { title: 'Écrire ce mot en lettres latines', edits } })];
    });
}

function foreignLetters(word: string): readonly { readonly at: number; readonly length: number; readonly latin: string }[] {
    let at = 0;
    return [...word].flatMap((character) => {
        const place = at;
        at += character.length;
        const latin = LATIN.test(character) || !/\p{L}/u.test(character) ? undefined : latinLookAlike(character);
        return latin === undefined ? [] : [{ at: place, length: character.length, latin }];
    });
}
