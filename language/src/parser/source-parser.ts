import type { LangiumCoreServices, Module, PartialLangiumCoreServices } from 'langium';
import { BaremeLexer } from './bareme-lexer.js';
import { createBaremeParser, findingsAt, type BaremeParser, type BaremeParseResult } from './bareme-parser.js';
import { BaremeTokenBuilder } from './bareme-token-builder.js';
import { expectedTokensProvider } from './parse-errors.js';
import type { ParsedSource, SourceText } from './source-text.js';

/** Parses sources one after the other; no source ever sees what another left behind (REQ-2). */
export interface SourceParser {
    /** Never throws on any text: what it refuses, it says. */
    readonly parse: (source: SourceText) => ParsedSource;
}

/** The parser's services: the framework's own document factory is safe with them. */
export const PARSER_MODULE = {
    parser: {
        TokenBuilder: () => new BaremeTokenBuilder(),
        Lexer: (services) => new BaremeLexer(services),
        ParserErrorMessageProvider: () => expectedTokensProvider,
        LangiumParser: createBaremeParser,
    },
} satisfies Module<LangiumCoreServices, PartialLangiumCoreServices>;

/** The parser of a set of services, as it reads files; it is made when the first is read. */
export function sourceParser(parser: () => BaremeParser): SourceParser {
    return { parse: (source) => parsedSource(source, parser().parse(source.text)) };
}

/** A file with what the parser made of its text. */
export function parsedSource({ path, text }: SourceText, result: BaremeParseResult): ParsedSource {
    const { sound, leftOut } = result;
    return { path, text, leftOut, ...(sound === undefined ? {} : { root: sound, tree: result.value }), diagnostics: findingsAt(path, result) };
}
