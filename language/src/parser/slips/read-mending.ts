import type { IRecognitionException, IToken } from 'chevrotain';
import type { AstNode, ParseResult } from 'langium';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { allowedAfter, goesOnWith, readWords, wordsReadUntilStuck, type GrammarWords, type WordsRead } from '../grammar/grammar-words.js';
import type { GrammarGraph } from '../grammar/grammar-graph.js';
import { slipsAt } from './find-slip.js';
import { withReading } from './read-tokens.js';
import { lineAround, offsetAt, type Slip, type Stumble } from './slip.js';

/** What reads a text: its words, then the tree of words. */
export interface WordReader<Root extends AstNode> {
    readonly words: (text: string) => readonly IToken[];
    /** The tree of words; nothing when the stack overflows. */
    readonly parse: (tokens: readonly IToken[]) => ParseResult<Root> | undefined;
    readonly graph: () => GrammarGraph;
}

/** A text read as if its slips were mended. */
export interface MendedReading<Root extends AstNode> {
    readonly result: ParseResult<Root>;
    readonly slips: readonly Diagnostic[];
    /** What no slip explains, the first of each line. */
    readonly unexplained: readonly Unexplained[];
}

/** An error that no slip explains, and the words that the grammar allows there. */
interface Unexplained {
    readonly error: IRecognitionException;
    readonly allowed: GrammarWords | undefined;
}

/** The most times that a text is read again, and the most words read again in all: past them, the rest is told as it stands. */
const MOST_READINGS = 24;
const MOST_WORDS = 40_000;

/** How far after the place where the parser gives up the word at fault is looked for. */
const MOST_AHEAD = 60;

/** A longer root is not followed word by word. */
const LONGEST_ROOT = 8_000;

/** The most findings whose words are looked for in the grammar. */
const MOST_EXPLAINED = 10;

/**
 * Reads words; where the parser stumbles on a slip that says what was meant, reads again as if it were mended, so that one slip is told
 * once and hides nothing else. Nothing when the stack overflows.
 */
export function readMending<Root extends AstNode>(text: string, tokens: readonly IToken[], reader: WordReader<Root>): MendedReading<Root> | undefined {
    const reading = new MendingReader(text, reader);
    return reading.read(tokens);
}

/** A text as it is read, and where its reading stumbles beyond what is told. */
interface Read<Root extends AstNode> {
    readonly words: readonly IToken[];
    readonly result: ParseResult<Root>;
    readonly error: IRecognitionException | undefined;
    readonly stumble: Stumble | undefined;
}

class MendingReader<Root extends AstNode> {
    private readonly slips: Slip[] = [];
    private readonly unexplained: Unexplained[] = [];
    /** What stands before is told. */
    private told = -1;
    private readings = 0;

    constructor(
        private readonly text: string,
        private readonly reader: WordReader<Root>,
    ) {}

    read(tokens: readonly IToken[]): MendedReading<Root> | undefined {
        let read = this.again(tokens);
        while (read?.error !== undefined) {
            const further = read.stumble === undefined ? undefined : this.mended(read, read.stumble);
            if (further === undefined) this.tell(read.error, read.stumble);
            read = further ?? this.beyondTold(read);
        }
        return read === undefined ? undefined : { result: read.result, slips: this.slips.map(({ finding }) => finding), unexplained: this.unexplained };
    }

    /** The text read again as if the slip were mended, where that lets the parser go further. */
    private mended(read: Read<Root>, stumble: Stumble): Read<Root> | undefined {
        for (const slip of slipsAt(stumble)) {
            if (slip.readings === undefined || slip.readings.length === 0) {
                this.slips.push(slip);
                this.told = Math.max(this.endOfLine(offsetAt(stumble, stumble.at)), slip.finding.location?.end ?? 0);
                return this.beyondTold(read);
            }
            const words = slip.readings.reduce((taken, reading) => withReading(taken, reading, this.reader.words), stumble.tokens);
            const further = this.again(words);
            if (further === undefined || !isFurther(further, stumble, slip)) continue;
            if (!this.slips.some(({ finding }) => isSame(finding, slip.finding))) this.slips.push(slip);
            return further;
        }
        return undefined;
    }

    private again(words: readonly IToken[]): Read<Root> | undefined {
        this.readings += 1;
        const result = this.reader.parse(words);
        return result === undefined ? undefined : this.beyondTold({ words, result });
    }

    /** The same reading, where it stumbles next. */
    private beyondTold({ words, result }: Pick<Read<Root>, 'words' | 'result'>): Read<Root> {
        const error = result.parserErrors.find((each) => this.offsetOf(each) > this.told);
        const isWorth = this.readings < MOST_READINGS && this.readings * words.length < MOST_WORDS;
        const stumble = error === undefined || !isWorth ? undefined : stumbleAt(this.text, words, error, this.reader);
        return { words, result, error, stumble };
    }

    /** An error that no slip explains; those of the same line follow from it. */
    private tell(error: IRecognitionException, stumble: Stumble | undefined): void {
        const explained = stumble !== undefined && this.unexplained.length < MOST_EXPLAINED;
        const token = stumble?.tokens[stumble.at];
        this.unexplained.push({
            error: token === undefined || error.token === token ? error : { ...error, message: error.message, token },
            allowed: explained ? stumble.allowedAt(stumble.at) : undefined,
        });
        const offset = stumble === undefined ? this.offsetOf(error) : offsetAt(stumble, stumble.at);
        this.told = Math.max(this.told, this.endOfLine(offset), this.offsetOf(error));
    }

    private endOfLine(offset: number): number {
        return lineAround(this.text, offset).end;
    }

    private offsetOf({ token }: IRecognitionException): number {
        return token.startOffset >= 0 ? token.startOffset : this.text.length;
    }
}

/** A reading goes further when it stumbles later; one closed bracket of several goes as far. */
function isFurther<Root extends AstNode>({ error, stumble }: Read<Root>, before: Stumble, { finding, readings }: Slip): boolean {
    if (error === undefined) return true;
    const former = offsetAt(before, before.at);
    const place = stumble === undefined ? error.token.startOffset : offsetAt(stumble, stumble.at);
    return place > former || (place === former && finding.code === 'BAR122' && readings?.[0]?.start === readings?.[0]?.end);
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
    return one.code === other.code && one.location?.start === other.location?.start;
}

const ROOTS = new Set(['vocabulaire', 'socle', 'politique', 'acte', 'variante', 'exemple', 'correspondance']);

/** Where the parser stumbled, and what the grammar would have allowed. */
function stumbleAt<Root extends AstNode>(text: string, tokens: readonly IToken[], error: IRecognitionException, reader: WordReader<Root>): Stumble | undefined {
    const place = tokens.indexOf(error.token);
    const first = place < 0 ? tokens.length : place;
    const root = tokens.findLastIndex((token, index) => index <= first && ROOTS.has(token.tokenType.name) && beginsLine(text, token));
    // Each root is read alone: what stands before it is another sentence.
    const names = (end: number): readonly string[] => [...(root < 0 ? [] : ['barème', 'NOMBRE']), ...tokens.slice(Math.max(0, root), end).map(nameOf)];
    if (first - Math.max(0, root) > LONGEST_ROOT) return undefined;
    const before = remembered((end: number) => readWords(reader.graph(), names(end)));
    // The parser may give up some words before the one that no reading accepts.
    const ahead = tokens.slice(first, first + MOST_AHEAD).map(nameOf);
    const read = wordsReadUntilStuck(reader.graph(), before(first), ahead);
    // Where a reading goes on to the end, the parser took a word otherwise: it is at fault where it stops.
    const isEnd = read === ahead.length && !endsFile(reader.graph(), before(first + read));
    const at = isEnd || read < ahead.length ? first + (read === MOST_AHEAD ? 0 : read) : first;
    return {
        text,
        tokens,
        at,
        allowedAt: remembered((end: number) => allowedAfter(reader.graph(), before(end))),
        goesOnAfter: (inserted, next = at) => goesOnWith(reader.graph(), readWords(reader.graph(), inserted.map(nameOf), before(at)), nameOf(tokens[next])),
        words: reader.words,
    };
}

/** Whether what was read may be the end of a file. */
function endsFile(graph: GrammarGraph, read: WordsRead): boolean {
    return goesOnWith(graph, read, 'politique');
}

function nameOf(token: IToken | undefined): string {
    return token?.tokenType.name ?? '';
}

function beginsLine(text: string, { startOffset }: IToken): boolean {
    return text.slice(lineAround(text, startOffset).start, startOffset).trim() === '';
}

function remembered<Value>(compute: (key: number) => Value): (key: number) => Value {
    const known = new Map<number, Value>();
    return (key) => {
        const value = known.get(key) ?? compute(key);
        known.set(key, value);
        return value;
    };
}
