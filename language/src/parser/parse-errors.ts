import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
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

/** What the parser did not understand, where the file says it. */
export function parserDiagnostic(error: IRecognitionException, { path, text }: SourceText): Diagnostic {
    const { token } = error;
    const unit = nameReadAsUnit(error, text);
    if (unit !== undefined) return unitDiagnostic(unit, { path, text });
    const found = !(token.startOffset >= 0) || token.tokenType.name === 'EOF' ? '' : shortened(token.image);
    const reserved = token.tokenType.name !== 'ID' && WORD.test(found) && error.message.split('\n').includes('ID');
    return report('BAR101', { found, expected: expectedWords(error.message), reserved }, tokenLocation(path, token, text.length));
}

/** A number that ends a line, then a name that begins the next: where the number is, and the blank after it, end. */
const NUMBER_THEN_LINE = /([0-9])([ \t\u00A0\u202F]*[\r\n]\s*)$/;

/**
 * The name before an unexpected colon when it begins a line and a number ends the former one: without a `;` between them the name is
 * read as the unit of the number.
 */
function nameReadAsUnit(error: IRecognitionException, text: string): IToken | undefined {
    const before = 'previousToken' in error ? (error.previousToken as IToken | undefined) : undefined;
    if (error.token.image !== ':' || before?.tokenType.name !== 'ID' || !(before.startOffset >= 0)) return undefined;
    return NUMBER_THEN_LINE.test(text.slice(0, before.startOffset)) ? before : undefined;
}

function unitDiagnostic(name: IToken, { path, text }: SourceText): Diagnostic {
    const blank = NUMBER_THEN_LINE.exec(text.slice(0, name.startOffset))?.[2]?.length ?? 0;
    const end = name.startOffset - blank;
    const fix = { title: 'Ajouter « ; » après le nombre', edits: [{ location: { path, start: end, end }, newText: ' ;' }] };
    return report('BAR112', { name: shortened(name.image) }, tokenLocation(path, name, text.length), { fix });
}

/** The beginning of a word that no message could carry whole. */
function shortened(word: string): string {
    return word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word;
}

const LONGEST_SHOWN = 60;

/** At most six words, none when any name would do: a longer list helps nobody. */
function expectedWords(message: string): readonly string[] {
    const names = message.split('\n').filter((name) => name !== '');
    const words = [...new Set(names.map((name) => TERMINAL_NAMES.get(name) ?? name))];
    return words.length > MOST_EXPECTED ? [] : words;
}

/** A stretch of text that begins no word of the language. */
export function unknownDiagnostic({ start, end }: UnknownStretch, { path, text }: SourceText): Diagnostic {
    return report('BAR102', { found: shortened(text.slice(start, end)) }, { path, start, end });
}

/** Where a token stands; the end of the file for a token that the parser made up. */
export function tokenLocation(path: string, token: IToken, length: number): Location {
    if (!(token.startOffset >= 0)) return { path, start: Math.max(0, length - 1), end: length };
    return { path, start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}
