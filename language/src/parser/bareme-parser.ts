import { createParser, LangiumParser, type AstNode, type LangiumCoreServices, type ParseResult, type ParserOptions } from 'langium';
import type { IParserErrorMessageProvider } from 'chevrotain';

/** The most syntax errors that are looked for in a file: after them the rest is not read. */
const MOST_RECOVERIES = 100;

/** What the parser library keeps of its configuration, and reads each time a word is unexpected. */
interface Recovering {
    maxLookahead: number;
    recoveryEnabled: boolean;
    attemptInRepetitionRecovery: (...args: never[]) => void;
    errorMessageProvider: IParserErrorMessageProvider;
}

/** The parser of the grammar, made to cost little on a text that is not of the language. */
export function createBaremeParser(services: LangiumCoreServices): LangiumParser {
    const parser = createParser(services.Grammar, new BaremeParser(services), services.parser.Lexer.definition);
    parser.finalize();
    return parser;
}

/**
 * Two costs are bounded. When a word is unexpected the library lists every path of three words that could have followed, which takes up
 * to half a second in a grammar of expressions; the findings only say which word could have come. And it recovers from any number of
 * errors; here it stops after `MOST_RECOVERIES`.
 */
class BaremeParser extends LangiumParser {
    private recoveries = 0;
    private readonly inner: Recovering;
    private readonly recover: Recovering['attemptInRepetitionRecovery'];

    constructor(services: LangiumCoreServices) {
        super(services);
        this.inner = this.wrapper as unknown as Recovering;
        this.recover = this.inner.attemptInRepetitionRecovery;
        this.inner.maxLookahead = 1;
        this.inner.errorMessageProvider = eachTime(this.inner.errorMessageProvider, () => {
            this.recoveries += 1;
            if (this.recoveries >= MOST_RECOVERIES) this.mayRecover(false);
        });
    }

    override parse<Root extends AstNode>(input: string, options?: ParserOptions): ParseResult<Root> {
        this.recoveries = 0;
        this.mayRecover(true);
        return super.parse<Root>(input, options);
    }

    private mayRecover(enabled: boolean): void {
        this.inner.recoveryEnabled = enabled;
        this.inner.attemptInRepetitionRecovery = enabled ? this.recover : () => undefined;
    }
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
