import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { GrammarWords } from './grammar/grammar-words.js';
import type { SourceText } from './source-text.js';
import type { UnknownStretch } from './unknown-text.js';

/**
 * The parser library words its errors in English; this provider lets it carry only what it expected, as names separated by a
 * line feed, and the wording is left to the registry of diagnostics.
 */
export const expectedTokensProvider: IParserErrorMessageProvider = {
    buildMismatchTokenMessage: ({ expected }) => expected.name,
    buildNotAllInputParsedMessage: () => '',
    buildNoViableAltMessage: ({ expectedPathsPerAlt }) => namesOf(expectedPathsPerAlt.flat()),
    buildEarlyExitMessage: ({ expectedIterationPaths }) => namesOf(expectedIterationPaths),
};

function namesOf(paths: readonly (readonly TokenType[])[]): string {
    const names = new Set(paths.map((path) => path[0]?.name).filter((name) => name !== undefined));
    return [...names].join('\n');
}

/** French names of the terminals, as an author would say them. */
const TERMINAL_NAMES = new Map([
    ['ID', 'un nom'],
    ['NOMBRE', 'un nombre'],
    ['DATE_CIVILE', 'une date'],
    ['TEXTE', 'un texte entre guillemets'],
    ['EOF', 'la fin du fichier'],
]);

const MOST_EXPECTED = 6;

const WORD = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_]/;

/** What the parser did not understand, where the file says it; `allowed` are the words that the grammar allows there. */
export function parserDiagnostic(error: IRecognitionException, { path, text }: SourceText, allowed?: GrammarWords): Diagnostic {
    const { token } = error;
    const found = !(token.startOffset >= 0) || token.tokenType.name === 'EOF' ? '' : shortened(token.image);
    const reserved = token.tokenType.name !== 'ID' && WORD.test(found) && (allowed?.names.length ?? 0) > 0 && (isName(text, token) || isOnlyName(allowed));
    const expected = allowed === undefined ? expectedWords(error.message.split('\n')) : wordsOfAllowed(allowed);
    const starters = expected.length > 0 || found === '' || !beginsLine(text, token) ? [] : startersOf(allowed);
    return report('BAR101', { found, expected, reserved, starters }, tokenLocation(path, token, text.length));
}

/** Whether nothing but a name may stand there. */
function isOnlyName(allowed: GrammarWords | undefined): boolean {
    return allowed?.phrases.length === 0 && allowed.terminals.length === 0;
}

/** Whether a word of the language stands where names do: before what follows a name. */
function isName(text: string, { startOffset, image }: IToken): boolean {
    return /^\s*[":,;{}=|).(]/.test(text.slice(startOffset + image.length, startOffset + image.length + 10));
}

/** Words that begin what an author writes on lines of its own. */
const STARTERS: ReadonlySet<string> = new Set([
    ...['critère', 'rubrique', 'cotation', 'classement', 'exclusion', 'adéquation', 'objectif', 'garantie', 'route', 'convention', 'part'],
    ...['énumération', 'demande', 'logement', 'déduit', 'table', 'à partir du', 'attendu', 'fixe', 'ajoute à', 'retire', '}'],
]);

/** What may begin a sentence where a line begins; nothing when that could be too many things. */
function startersOf(allowed: GrammarWords | undefined): readonly string[] {
    const words = (allowed?.phrases ?? []).filter((phrase) => STARTERS.has(phrase));
    return words.length > MOST_EXPECTED ? [] : words;
}

function beginsLine(text: string, { startOffset }: IToken): boolean {
    return /(^|[\n\r])[ \t\u00A0\u202F]*$/.test(text.slice(Math.max(0, startOffset - 200), startOffset));
}

/** The words that may come, as an author would say them. */
function wordsOfAllowed({ phrases, terminals, names }: GrammarWords): readonly string[] {
    return expectedWords([...phrases, ...terminals, ...(names.length > 0 ? ['ID'] : [])]);
}

/** The beginning of a word that no message could carry whole. */
function shortened(word: string): string {
    return word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word;
}

const LONGEST_SHOWN = 60;

/** At most six words, none when any name would do: a longer list helps nobody. */
function expectedWords(names: readonly string[]): readonly string[] {
    const words = [...new Set(names.filter((name) => name !== '').map((name) => TERMINAL_NAMES.get(name) ?? name))];
    return words.length > MOST_EXPECTED ? [] : words;
}

/** A stretch of text that begins no word of the language. */
export function unknownDiagnostic({ start, end }: UnknownStretch, { path, text }: SourceText): Diagnostic {
    return report('BAR102', { found: shortened(text.slice(start, end)) }, { path, start, end });
}

/** Where a token stands; the end of the file for a token that the parser made up. */
export function tokenLocation(path: string, token: IToken, length: number): Location {
    if (!(token.startOffset >= 0)) return { path, start: Math.max(0, length - 1), end: length };
    // A word read in the place of a slip at the end of the file may be longer than what is left of it.
    return { path, start: Math.min(token.startOffset, length), end: Math.min((token.endOffset ?? token.startOffset) + 1, length) };
}
