import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, type LangiumCoreServices, type LangiumParser } from 'langium';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { SourceFile } from '../generated/ast.js';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from '../generated/module.js';
import { createBaremeParser } from './bareme-parser.js';
import { BaremeTokenBuilder } from './bareme-token-builder.js';
import { canonicalizeKeywords } from './canonical-keywords.js';
import { removeDamagedStatements } from './damaged-statements.js';
import { decomposedAccents } from './decomposed-accents.js';
import { tooDeep, tooLong } from './nesting.js';
import { expectedTokensProvider, parserDiagnostic, tokenLocation, unknownDiagnostic } from './parse-errors.js';
import { LIMITS, type ParsedSource, type SourceText } from './source-text.js';
import { readableText } from './unknown-text.js';

/** Parses sources one after the other; no source ever sees what another left behind (REQ-2). */
export interface SourceParser {
    readonly parse: (source: SourceText) => ParsedSource;
}

/** The parser's own services, without any file system, index or editor: text in, tree and diagnostics out. */
export function createParserServices(): LangiumCoreServices {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), BaremeGeneratedSharedModule);
    const services = inject(createDefaultCoreModule({ shared }), BaremeGeneratedModule, {
        parser: {
            TokenBuilder: () => new BaremeTokenBuilder(),
            ParserErrorMessageProvider: () => expectedTokensProvider,
            LangiumParser: createBaremeParser,
        },
    });
    shared.ServiceRegistry.register(services);
    return services;
}

/** A parser that never throws on any text: what it refuses, it says. */
export function createSourceParser(): SourceParser {
    const services = createParserServices();
    let parser = services.parser.LangiumParser;
    const renew = (): void => {
        parser = createBaremeParser(services);
    };
    return { parse: (source) => parseGuarded(source, services, { current: () => parser, renew }) };
}

interface ParserSlot {
    readonly current: () => LangiumParser;
    readonly renew: () => void;
}

function parseGuarded(source: SourceText, services: LangiumCoreServices, slot: ParserSlot): ParsedSource {
    const refused = refusedText(source);
    if (refused !== undefined) return { ...source, diagnostics: [refused] };
    const readable = readableText(source.text);
    const beyond = refusedTokens(source.path, readable.text, services);
    if (beyond !== undefined) return { ...source, diagnostics: [beyond] };
    const accents = decomposedAccents(source);
    try {
        const result = slot.current().parse<SourceFile>(readable.text);
        const unread = [
            ...readable.unknown.slice(0, MOST_ERRORS).map((stretch) => unknownDiagnostic(stretch, source)),
            ...result.lexerErrors.slice(0, MOST_ERRORS).map((error) => unknownDiagnostic({ start: error.offset, end: error.offset + error.length }, source)),
            ...result.parserErrors.slice(0, MOST_ERRORS).map((error) => parserDiagnostic(error, source)),
        ];
        removeDamagedStatements(result.value, result.parserErrors);
        canonicalizeKeywords(result.value);
        return { ...source, root: result.value, diagnostics: accents.length > 0 ? accents : unread };
    } catch (error) {
        // A parse that ends, even in error, leaves the parser empty; one that throws leaves it holding the nodes of this very file,
        // which the next one must not meet.
        slot.renew();
        if (!(error instanceof RangeError)) throw error;
        return { ...source, diagnostics: [tooDeepDiagnostic(`plus de ${LIMITS.depth}`, LIMITS.depth, { path: source.path, start: 0, end: 0 })] };
    }
}

const MOST_ERRORS = 20;

/** Why the text is refused before its words are looked at: empty, binary, too large. */
function refusedText({ path, text }: SourceText): Diagnostic | undefined {
    const whole = { path, start: 0, end: Math.min(text.length, 1) };
    if (text.trim() === '') return report('BAR105', {}, whole);
    const binary = text.search(BINARY);
    if (binary >= 0) return report('BAR106', {}, { path, start: binary, end: binary + 1 });
    if (text.length > LIMITS.characters) return report('BAR103', { size: inMegabytes(text.length), limit: inMegabytes(LIMITS.characters) }, whole);
    return undefined;
}

/** Why its words are refused before any parsing: too many, nested too deep, or chained too long. */
function refusedTokens(path: string, text: string, services: LangiumCoreServices): Diagnostic | undefined {
    const tokens = services.parser.Lexer.tokenize(text).tokens;
    if (tokens.length > LIMITS.tokens) return report('BAR111', { nodes: String(tokens.length), limit: String(LIMITS.tokens) }, { path, start: 0, end: 1 });
    const deep = tooDeep(tokens, LIMITS.depth);
    if (deep !== undefined) return tooDeepDiagnostic(String(deep.depth), LIMITS.depth, tokenLocation(path, deep.token, text.length));
    const long = tooLong(tokens, LIMITS.operations);
    return long === undefined ? undefined : tooDeepDiagnostic(`plus de ${LIMITS.operations}`, LIMITS.operations, tokenLocation(path, long, text.length));
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
