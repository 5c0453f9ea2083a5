import {
    createParser,
    LangiumParser,
    type AstNode,
    type LangiumCoreServices,
    type Lexer,
    type LexerResult,
    type ParseResult,
    type ParserOptions,
} from 'langium';
import type { IParserErrorMessageProvider, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../generated/ast.js';
import type { BaremeLexerResult } from './bareme-lexer.js';
import { canonicalizeKeywords } from './canonical-keywords.js';
import { decomposedAccents } from './decomposed-accents.js';
import { overflowed, refusedText, refusedTokens } from './guards.js';
import { oversizedNumbers } from './oversized-numbers.js';
import { parserDiagnostic, unknownDiagnostic } from './parse-errors.js';
import { soundTree, type Stretch } from './sound-tree.js';
import { grammarGraph, type GrammarGraph } from './grammar/grammar-graph.js';
import { readMending, type MendedReading } from './slips/read-mending.js';
import { withReading } from './slips/read-tokens.js';
import { strayCharacters, type Strays } from './slips/stray-characters.js';
import { textTraps } from './text-traps.js';

/** What the guards add to a parse: what is wrong with the text, and what of its tree may be relied on. */
export interface Guarded {
    /** Everything wrong with the text, in French. A parser knows no file: the path of every place is left empty (see `findingsAt`). */
    readonly findings: readonly Diagnostic[];
    /** The tree without the statements in which the parser stumbled; absent when the text was refused. `value` is the whole tree. */
    readonly sound?: SourceFile;
    /** What of the text is not in it. */
    readonly leftOut: readonly Stretch[];
}

/** What this language's parser gives. */
export type BaremeParseResult<Root extends AstNode = SourceFile> = ParseResult<Root> & Guarded;

/** The most syntax errors that are looked for in a file: after them the rest is not read. */
const MOST_RECOVERIES = 100;

/** The most findings of one kind that a file is given. */
const MOST_ERRORS = 20;

/** A parser knows no file. */
const NO_PATH = '';

/** What the parser library keeps of its configuration, and reads each time a word is unexpected. */
interface Recovering {
    maxLookahead: number;
    recoveryEnabled: boolean;
    attemptInRepetitionRecovery: (...args: never[]) => void;
    errorMessageProvider: IParserErrorMessageProvider;
}

/** The parser of the grammar, safe on any text whoever calls it: a file of the command line or a document of the framework. */
export function createBaremeParser(services: LangiumCoreServices): BaremeParser {
    const parser = createParser(services.Grammar, new BaremeParser(services), services.parser.Lexer.definition);
    parser.finalize();
    return parser;
}

/**
 * Hostile text is refused before it is parsed, and an overflow of the stack leaves nothing behind: a parse that ends, even in error,
 * leaves the parser empty; one that throws leaves it holding nodes and half-made decisions that the next text must not meet, so that a
 * new parser takes its place.
 *
 * Two costs are bounded. When a word is unexpected the library lists every path of three words that could have followed, which takes up
 * to half a second in a grammar of expressions; the findings only say which word could have come. And it recovers from any number of
 * errors; here it stops after `MOST_RECOVERIES`.
 */
export class BaremeParser extends LangiumParser {
    private recoveries = 0;
    private readonly inner: Recovering;
    private readonly recover: Recovering['attemptInRepetitionRecovery'];
    protected override readonly lexer: ReadOnce;
    private readonly renewed: () => BaremeParser;
    /** The parser that stands for this one since a text made it throw. */
    private successor: BaremeParser | undefined;
    /** The words of a piece of text. */
    private readonly wordsOf: (text: string) => readonly IToken[];
    /** The grammar as a graph, made when the first text stumbles. */
    private readonly graph: () => GrammarGraph;
    /** True once a text has made the parser in use throw: the next text needs a new one. */
    private spoiled = false;

    constructor(services: LangiumCoreServices) {
        super(services);
        this.lexer = new ReadOnce(services.parser.Lexer);
        this.renewed = () => createBaremeParser(services);
        this.wordsOf = (text) => this.lexer.read(text).tokens;
        let graph: GrammarGraph | undefined;
        this.graph = () => (graph ??= grammarGraph(services.Grammar.rules));
        this.inner = this.wrapper as unknown as Recovering;
        this.recover = this.inner.attemptInRepetitionRecovery;
        this.inner.maxLookahead = 1;
        this.inner.errorMessageProvider = eachTime(this.inner.errorMessageProvider, () => {
            this.recoveries += 1;
            if (this.recoveries >= MOST_RECOVERIES) this.mayRecover(false);
        });
    }

    override parse<Root extends AstNode = SourceFile>(input: string, options?: ParserOptions): BaremeParseResult<Root> {
        const source = { path: NO_PATH, text: input };
        const refused = refusedText(source);
        if (refused !== undefined) return refusal<Root>(refused);
        try {
            const words = this.lexer.read(input);
            const beyond = refusedTokens(source, words.tokens);
            if (beyond !== undefined) return refusal<Root>(beyond);
            const strays = strayCharacters(input, words.unknown);
            const tokens = strays.readings.reduce<readonly IToken[]>((read, reading) => withReading(read, reading, this.wordsOf), words.tokens);
            const reading = readMending<Root>(input, tokens, {
                words: this.wordsOf,
                // The parser takes the comments out of what it is given.
                parse: (read) => this.attempt<Root>(input, { ...words, tokens: [...read], hidden: [...words.hidden] }, options),
                graph: this.graph,
            });
            return reading === undefined ? refusal<Root>(overflowed(NO_PATH)) : guarded(input, { words, strays, reading });
        } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            return refusal<Root>(overflowed(NO_PATH));
        }
    }

    /**
     * The parse, or nothing when the stack overflows. Whatever is thrown comes from an overflow: the library cleans up on its way out, and
     * stumbles there on its own unfinished nodes.
     */
    private attempt<Root extends AstNode>(input: string, words: BaremeLexerResult, options?: ParserOptions): ParseResult<Root> | undefined {
        try {
            return this.inUse().parseWords<Root>(input, words, options);
        } catch {
            // A new parser is made for the next text only: here the stack may still be too full.
            this.spoiled = true;
            return undefined;
        }
    }

    /** The parser that no text has spoiled. */
    private inUse(): BaremeParser {
        if (this.spoiled) this.successor = this.renewed();
        this.spoiled = false;
        return this.successor ?? this;
    }

    /** Parses words that were found harmless; throws when the stack overflows. */
    private parseWords<Root extends AstNode>(input: string, words: BaremeLexerResult, options?: ParserOptions): ParseResult<Root> {
        this.recoveries = 0;
        this.mayRecover(true);
        this.lexer.give(words);
        return super.parse<Root>(input, options);
    }

    private mayRecover(enabled: boolean): void {
        this.inner.recoveryEnabled = enabled;
        this.inner.attemptInRepetitionRecovery = enabled ? this.recover : () => undefined;
    }
}

/** The lexer of a parser whose text has been read by the guards already: it is not read twice. */
class ReadOnce implements Lexer {
    private given: BaremeLexerResult | undefined;

    constructor(private readonly lexer: Lexer) {}

    get definition(): Lexer['definition'] {
        return this.lexer.definition;
    }

    read(text: string): BaremeLexerResult {
        return { unknown: [], ...this.lexer.tokenize(text) };
    }

    give(words: BaremeLexerResult): void {
        this.given = words;
    }

    tokenize(text: string): LexerResult {
        const words = this.given ?? this.read(text);
        this.given = undefined;
        return words;
    }
}

interface ReadText<Root extends AstNode> {
    readonly words: BaremeLexerResult;
    readonly strays: Strays;
    readonly reading: MendedReading<Root>;
}

function guarded<Root extends AstNode>(text: string, { words, strays, reading }: ReadText<Root>): BaremeParseResult<Root> {
    const source = { path: NO_PATH, text };
    const { result, slips, unexplained } = reading;
    const accents = decomposedAccents(source);
    // A character inside a slip is told with it.
    const isApart = ({ start, end }: Stretch): boolean =>
        !slips.some(({ location }) => location !== undefined && location.start <= start && end <= location.end);
    const unread = [
        ...strays.others
            .filter(isApart)
            .slice(0, MOST_ERRORS)
            .map((stretch) => unknownDiagnostic(stretch, source)),
        ...words.errors
            .map(({ offset, length }) => ({ start: offset, end: offset + length }))
            .filter(isApart)
            .slice(0, MOST_ERRORS)
            .map((stretch) => unknownDiagnostic(stretch, source)),
        ...[...strays.slips.map(({ finding }) => finding), ...slips].slice(0, MOST_ERRORS),
        ...unexplained.slice(0, MOST_ERRORS).map(({ error, allowed }) => parserDiagnostic(error, source, allowed)),
    ];
    canonicalizeKeywords(result.value);
    // Only a whole file is lowered: a fragment parsed by a rule of its own is read by whoever asked for that rule.
    const { tree: sound, leftOut } = soundTree(result.value as AstNode as SourceFile, result.parserErrors);
    // Accents set apart are mended first, alone: they would be told again as marks.
    if (accents.length > 0) return { ...result, sound, leftOut: [{ start: 0, end: text.length }], findings: accents };
    return { ...result, sound, leftOut, findings: [...unread, ...textTraps(source), ...oversizedNumbers(sound, source)] };
}

/** An empty file in the place of a text that is not parsed. */
function refusal<Root extends AstNode>(finding: Diagnostic): BaremeParseResult<Root> {
    const empty: SourceFile = { $type: 'SourceFile', languageVersion: '', roots: [] };
    return { value: empty as AstNode as Root, parserErrors: [], lexerErrors: [], leftOut: [], findings: [finding] };
}

/** The findings of a parse in the file that was parsed. */
export function findingsAt(path: string, { findings }: Guarded): readonly Diagnostic[] {
    return findings.map((finding) => ({
        ...finding,
        ...(finding.location === undefined ? {} : { location: { ...finding.location, path } }),
        ...(finding.fix === undefined
            ? {}
            : { fix: { ...finding.fix, edits: finding.fix.edits.map((edit) => ({ ...edit, location: { ...edit.location, path } })) } }),
    }));
}

/** The same messages, and an effect each time one is made. */
function eachTime(provider: IParserErrorMessageProvider, effect: () => void): IParserErrorMessageProvider {
    const counted =
        <Options>(build: (options: Options) => string) =>
        (options: Options): string => {
            effect();
            return build(options);
        };
    return {
        buildMismatchTokenMessage: counted((options) => provider.buildMismatchTokenMessage(options)),
        buildNotAllInputParsedMessage: counted((options) => provider.buildNotAllInputParsedMessage(options)),
        buildNoViableAltMessage: counted((options) => provider.buildNoViableAltMessage(options)),
        buildEarlyExitMessage: counted((options) => provider.buildEarlyExitMessage(options)),
    };
}
