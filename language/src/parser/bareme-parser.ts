import { createParser, LangiumParser, type LangiumCoreServices } from 'langium';

/**
 * The parser of the grammar. When a word is unexpected, the parser library lists every path of three words that could have followed,
 * which takes up to half a second in a grammar of expressions; the findings only say which word could have come, so one is enough.
 */
export function createBaremeParser(services: LangiumCoreServices): LangiumParser {
    const parser = createParser(services.Grammar, new BaremeParser(services), services.parser.Lexer.definition);
    parser.finalize();
    return parser;
}

class BaremeParser extends LangiumParser {
    constructor(services: LangiumCoreServices) {
        super(services);
        (this.wrapper as unknown as { maxLookahead: number }).maxLookahead = 1;
    }
}
