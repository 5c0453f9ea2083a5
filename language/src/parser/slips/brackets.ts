import type { IToken } from 'chevrotain';
import { report } from '../../diagnostics/report.js';
import { endOf, placeAt, type Slip, type Stumble } from './slip.js';

const CLOSING: ReadonlyMap<string, string> = new Map([
    ['(', ')'],
    ['{', '}'],
]);

/** A bracket that closes nothing, or one that is never closed. */
export function bracketSlip(stumble: Stumble): Slip | undefined {
    const { tokens, at } = stumble;
    const [before, token] = [tokens[at - 1], tokens[at]];
    const open = openBefore(stumble);
    if (token !== undefined && (token.image === ')' || token.image === '}') && (open === undefined || (token.image === ')' && open.image === '{')))
        return extraBracket(token);
    // What follows is of the block that the brace before has closed too early.
    if (open === undefined && before?.image === '}' && INNER.has(token?.tokenType.name ?? '')) return extraBracket(before);
    return open === undefined ? undefined : unclosed(stumble, open);
}

/** Words that only begin a sentence inside braces. */
const INNER = new Set(['critère', 'rubrique']);

function extraBracket(token: IToken): Slip {
    const [start, end] = [token.startOffset, endOf(token)];
    return { finding: report('BAR122', { bracket: token.image, fault: 'extra' }, placeAt(start, end)), readings: [{ start, end, text: '' }] };
}

/** The innermost bracket that is open at the unexpected word. */
function openBefore({ tokens, at }: Stumble): IToken | undefined {
    const open: IToken[] = [];
    for (const token of tokens.slice(0, at)) {
        if (CLOSING.has(token.image)) open.push(token);
        else if (CLOSING.get(open.at(-1)?.image ?? '') === token.image) open.pop();
    }
    return open.at(-1);
}

/** The sentence goes on, or the file ends, once what is open is closed. */
function unclosed(stumble: Stumble, open: IToken): Slip | undefined {
    const { text, tokens, at, allowedAt, goesOnAfter, words } = stumble;
    const bracket = CLOSING.get(open.image) ?? '';
    const token = tokens[at];
    if (!allowedAt(at).phrases.includes(bracket)) return undefined;
    // Several may be missing at once.
    const closes = (count: number): boolean => goesOnAfter(Array.from({ length: count }, () => words(bracket)).flat());
    if (token !== undefined && ![1, 2, 3].some(closes)) return undefined;
    const before = tokens[at - 1];
    const start = before === undefined ? text.length : endOf(before);
    const line = text.slice(0, open.startOffset).split(/\r\n|\r|\n/).length;
    const related = [{ message: 'ouverte ici', location: placeAt(open.startOffset, endOf(open)) }];
    const place = token === undefined ? placeAt(open.startOffset, endOf(open)) : placeAt(token.startOffset, endOf(token));
    return { finding: report('BAR122', { bracket, fault: 'missing', line }, place, { related }), readings: [{ start, end: start, text: ` ${bracket}` }] };
}
