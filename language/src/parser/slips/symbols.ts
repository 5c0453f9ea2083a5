import { report } from '../../diagnostics/report.js';
import { placeAt, replacing, type Slip } from './slip.js';

const COMPARISONS: ReadonlyMap<string, readonly [words: string, ofDates: string]> = new Map([
    ['<', ['moins de', 'avant le']],
    ['<=', ['au plus', 'jusqu’au']],
    ['=<', ['au plus', 'jusqu’au']],
    ['≤', ['au plus', 'jusqu’au']],
    ['⩽', ['au plus', 'jusqu’au']],
    ['>', ['plus de', 'après le']],
    ['>=', ['au moins', 'à partir du']],
    ['=>', ['au moins', 'à partir du']],
    ['≥', ['au moins', 'à partir du']],
    ['⩾', ['au moins', 'à partir du']],
    ['!=', ['n’est pas', 'n’est pas']],
    ['<>', ['n’est pas', 'n’est pas']],
    ['≠', ['n’est pas', 'n’est pas']],
    ['==', ['est', 'est']],
    ['&', ['et', 'et']],
    ['&&', ['et', 'et']],
    ['[', ['(', '(']],
    [']', [')', ')']],
]);

const SIGN = /[<>]=|=[<>]|<>|!=|==|&&|[<>≤≥⩽⩾≠&[\]]/y;
const DATE_NEXT = /^[ \u00A0\u202F]*([0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})/;

/** A sign of mathematics or programming, which the language says in words. */
export function signSlip(text: string, start: number, end: number): Slip | undefined {
    const from = text[start - 1] === '=' && /[<>]/.test(text[start] ?? '') ? start - 1 : start;
    SIGN.lastIndex = from;
    const sign = SIGN.exec(text)?.[0];
    if (sign === undefined || from + sign.length < end) return undefined;
    const reading = wordsFor(text, from, sign);
    const word = reading.text.trim();
    return {
        finding: report('BAR117', { sign, words: [word] }, placeAt(from, reading.end), { fix: replacing(`Écrire « ${word} »`, reading) }),
        readings: [reading],
    };
}

/** The words of a sign, apart from those around it. */
function wordsFor(text: string, start: number, sign: string): { readonly start: number; readonly end: number; readonly text: string } {
    const end = start + sign.length;
    const [words, ofDates] = COMPARISONS.get(sign) ?? ['', ''];
    const said = DATE_NEXT.test(text.slice(end, end + 20)) ? ofDates : words;
    if (said === '(' || said === ')') return { start, end, text: said };
    return { start, end, text: `${/\s/.test(text[start - 1] ?? ' ') ? '' : ' '}${said}${/\s/.test(text[end] ?? ' ') ? '' : ' '}` };
}
