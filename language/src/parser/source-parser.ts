import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, type LangiumCoreServices, type LangiumParser } from 'langium';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { SourceFile } from '../generated/ast.js';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from '../generated/module.js';
import { createBaremeParser } from './bareme-parser.js';
import { BaremeTokenBuilder } from './bareme-token-builder.js';
import { canonicalizeKeywords } from './canonical-keywords.js';
import { removeDamagedStatements } from './damaged-statements.js';
import { decomposedAccents } from './decomposed-accents.js';
import { tooDeep } from './nesting.js';
import { expectedTokensProvider, lexerDiagnostic, parserDiagnostic, tokenLocation } from './parse-errors.js';
import { LIMITS, type ParsedSource, type SourceText } from './source-text.js';

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
    const refused = refusal(source, services);
    if (refused !== undefined) return { ...source, diagnostics: [refused] };
    const accents = decomposedAccents(source);
    try {
        const result = slot.current().parse<SourceFile>(source.text);
        const diagnostics = [
            ...accents,
            ...(accents.length > 0 ? [] : result.lexerErrors.map((error) => lexerDiagnostic(error, source.path, source.text))),
            ...(accents.length > 0 ? [] : result.parserErrors.slice(0, MOST_ERRORS).map((error) => parserDiagnostic(error, source.path, source.text.length))),
        ];
        removeDamagedStatements(result.value, result.parserErrors);
        canonicalizeKeywords(result.value);
        return { ...source, root: result.value, diagnostics };
    } catch (error) {
        // A parse that ends, even in error, leaves the parser empty; one that throws leaves it holding the nodes of this very file,
        // which the next one must not meet.
        slot.renew();
        if (!(error instanceof RangeError)) throw error;
        return {
            ...source,
            diagnostics: [report('BAR104', { depth: `plus de ${LIMITS.depth}`, limit: String(LIMITS.depth) }, { path: source.path, start: 0, end: 0 })],
        };
    }
}

const MOST_ERRORS = 20;

/** Why the text is refused before any parsing: empty, binary, too large, too deep. */
function refusal({ path, text }: SourceText, services: LangiumCoreServices): Diagnostic | undefined {
    const whole = { path, start: 0, end: Math.min(text.length, 1) };
    if (text.trim() === '') return report('BAR105', {}, whole);
    const binary = text.search(BINARY);
    if (binary >= 0) return report('BAR106', {}, { path, start: binary, end: binary + 1 });
    if (text.length > LIMITS.characters) return report('BAR103', { size: inMegabytes(text.length), limit: inMegabytes(LIMITS.characters) }, whole);
    const tokens = services.parser.Lexer.tokenize(text).tokens;
    if (tokens.length > LIMITS.tokens) return report('BAR111', { nodes: String(tokens.length), limit: String(LIMITS.tokens) }, whole);
    const deep = tooDeep(tokens, LIMITS.depth);
    if (deep === undefined) return undefined;
    return report('BAR104', { depth: String(deep.depth), limit: String(LIMITS.depth) }, tokenLocation(path, deep.token, text.length));
}

/** NUL, other control characters, or the mark that a decoder leaves where bytes form no character. */
const BINARY = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFD]/;

/** « 1,2 Mo », by tenths rounded up. */
function inMegabytes(characters: number): string {
    const tenths = Math.ceil(characters / 100_000);
    return `${Math.floor(tenths / 10)},${tenths % 10} Mo`;
}
