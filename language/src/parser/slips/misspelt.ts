import { report } from '../../diagnostics/report.js';
import { editDistance } from '../../kit/nearest-name.js';
import { placeAt, replacing, type Slip, type Stumble } from './slip.js';

/** The words before the unexpected one that may be the misspelt ones. */
const WORDS_BEFORE = 3;

/** The longest phrase that is compared with what is written. */
const LONGEST = 40;

/** Shorter words are told, never mended: `et`, `en`, `est` and `ou` are one letter apart. */
const SHORTEST_MENDED = 4;

interface Candidate {
    readonly start: number;
    readonly end: number;
    readonly phrase: string;
    readonly distance: number;
}

/** A word of the language in capitals, or misspelt: the nearest of those that the grammar allows there. */
export function misspeltSlip(stumble: Stumble): Slip | undefined {
    const { text, at } = stumble;
    const candidates: Candidate[] = [];
    for (let place = at; place >= Math.max(0, at - WORDS_BEFORE); place -= 1) {
        // The end of a file misspells nothing; another line is another sentence.
        const token = stumble.tokens[place];
        const last = stumble.tokens[at];
        if (token === undefined || last === undefined || /[\n\r]/.test(text.slice(token.startOffset, last.startOffset))) break;
        candidates.push(...candidatesAt(stumble, place, last.startOffset));
    }
    return nearestSlip(text, candidates);
}

/** `1 point par moi révolu`: a misspelt word read as a name, and the next word at fault. Never mended where the name may be meant: only a reading that goes further is kept. */
export function misspeltNameSlip(stumble: Stumble): Slip | undefined {
    const { text, tokens, at } = stumble;
    const [name, last] = [tokens[at - 1], tokens[at]];
    if (name?.tokenType.name !== 'ID' || last === undefined || /[\n\r]/.test(text.slice(name.startOffset, last.startOffset))) return undefined;
    return nearestSlip(text, candidatesAt(stumble, at - 1, name.startOffset));
}

function nearestSlip(text: string, candidates: readonly Candidate[]): Slip | undefined {
    const best = candidates.reduce((least, { distance }) => Math.min(least, distance), Infinity);
    const nearest = candidates.filter(({ distance }) => distance === best);
    return nearest[0] === undefined ? undefined : misspelling(text, nearest[0], [...new Set(nearest.map(({ phrase }) => phrase))]);
}

/** Phrases near what is written from a word on, past an offset at least. */
function candidatesAt({ text, tokens, allowedAt }: Stumble, place: number, past: number): readonly Candidate[] {
    const start = tokens[place]?.startOffset ?? 0;
    return allowedAt(place).phrases.flatMap((phrase) => {
        if (phrase.length > LONGEST || !/\p{L}{2}/u.test(phrase)) return [];
        const end = endOfWords(text, start, phrase.split(' ').length);
        if (end === undefined || end <= past) return [];
        const [written, said] = [spelling(text.slice(start, end)), spelling(phrase)];
        if (Math.abs(written.length - said.length) > 2) return [];
        const distance = editDistance([...written], [...said]);
        return distance <= mostSlips(said) ? [{ start, end, phrase, distance }] : [];
    });
}

/** The end of so many words of the text, one space apart. */
function endOfWords(text: string, start: number, count: number): number | undefined {
    const words = new RegExp(`[\\p{L}\\p{N}_/'’²-]+(?:[ \\u00A0\\u202F]+[\\p{L}\\p{N}_/'’²-]+){${count - 1}}`, 'uy');
    words.lastIndex = start;
    return words.test(text) ? words.lastIndex : undefined;
}

function spelling(words: string): string {
    const plain = words.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
    return plain
        .toLowerCase()
        .replace(/[\u2019]/g, "'")
        .replace(/[\s\u00A0\u202F]+/g, ' ');
}

function mostSlips(word: string): number {
    if (word.length < 3) return 0;
    return word.length < 6 ? 1 : 2;
}

function misspelling(text: string, { start, end, distance }: Candidate, words: readonly string[]): Slip {
    const found = text.slice(start, end);
    const [word = ''] = words;
    const place = placeAt(start, end);
    const params = { found, words: words.slice(0, 3), capitals: distance === 0 };
    if (words.length > 1) return { finding: report('BAR118', params, place) };
    const reading = { start, end, text: word };
    const isSure = distance === 0 || word.length >= SHORTEST_MENDED;
    return { finding: report('BAR118', params, place, isSure ? { fix: replacing(`Écrire « ${word} »`, reading) } : {}), readings: [reading] };
}
