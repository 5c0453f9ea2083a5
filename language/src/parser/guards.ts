import type { IToken } from 'chevrotain';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { tooDeep, tooLong } from './nesting.js';
import { tokenLocation } from './parse-errors.js';
import { LIMITS, type SourceText } from './source-text.js';

/** Why the text is refused before its words are looked at: empty, binary, too large. */
export function refusedText({ path, text }: SourceText): Diagnostic | undefined {
    const whole = { path, start: 0, end: Math.min(text.length, 1) };
    if (text.trim() === '') return report('BAR105', {}, whole);
    const binary = text.search(BINARY);
    if (binary >= 0) return report('BAR106', {}, { path, start: binary, end: binary + 1 });
    const conflict = unresolvedMerge(path, text);
    if (conflict !== undefined) return conflict;
    if (text.length > LIMITS.characters) return report('BAR103', { size: inMegabytes(text.length), limit: inMegabytes(LIMITS.characters) }, whole);
    return undefined;
}

const MERGE_MARKS = /^(?:<{7}|={7}|>{7})(?![^ \t\r\n])/gm;

/** Two texts at once, between the marks that git leaves: neither is chosen for the author. */
function unresolvedMerge(path: string, text: string): Diagnostic | undefined {
    if (!text.includes('<<<<<<<')) return undefined;
    const marks = [...text.matchAll(MERGE_MARKS)].map(({ 0: mark, index }) => ({ sign: mark.charAt(0), location: { path, start: index, end: index + 7 } }));
    const [first, ...others] = marks.filter(({ sign }) => sign === '<').map(({ location }) => location);
    if (first === undefined || ['=', '>'].some((sign) => marks.every((mark) => mark.sign !== sign))) return undefined;
    const related = others.slice(0, 3).map((location) => ({ message: 'un autre passage', location }));
    return report('BAR610', { count: others.length + 1 }, first, { related });
}

/** Why its words are refused before any parsing: too many, nested too deep, or chained too long. */
export function refusedTokens({ path, text }: SourceText, tokens: readonly IToken[]): Diagnostic | undefined {
    if (tokens.length > LIMITS.tokens) return report('BAR111', { nodes: String(tokens.length), limit: String(LIMITS.tokens) }, { path, start: 0, end: 1 });
    const deep = tooDeep(tokens, LIMITS.depth);
    if (deep !== undefined) return tooDeepDiagnostic(String(deep.depth), LIMITS.depth, tokenLocation(path, deep.token, text.length));
    const long = tooLong(tokens, LIMITS.operations);
    return long === undefined ? undefined : tooDeepDiagnostic(`plus de ${LIMITS.operations}`, LIMITS.operations, tokenLocation(path, long, text.length));
}

/** A text that overflowed the stack all the same: the stack was nearly full when its reading began. */
export function overflowed(path: string): Diagnostic {
    return tooDeepDiagnostic(`plus de ${LIMITS.depth}`, LIMITS.depth, { path, start: 0, end: 0 });
}

function tooDeepDiagnostic(depth: string, limit: number, location: Location): Diagnostic {
    return report('BAR104', { depth, limit: String(limit) }, location);
}

/** NUL, other control characters, or the mark that a decoder leaves where bytes form no character. */
const BINARY = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFD]/;

/** « 1,2 Mo », by tenths rounded up. */
function inMegabytes(characters: number): string {
    const tenths = Math.ceil(characters / 100_000);
    return `${Math.floor(tenths / 10)},${tenths % 10} Mo`;
}
