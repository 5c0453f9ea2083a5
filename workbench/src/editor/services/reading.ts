import { languages } from 'monaco-editor/editor';
import {
    DefinitionRequest,
    DocumentHighlightRequest,
    DocumentLinkRequest,
    DocumentSymbolRequest,
    FoldingRangeRequest,
    HoverRequest,
    ReferencesRequest,
    SelectionRangeRequest,
    SignatureHelpRequest,
    type DocumentSymbol,
    type MarkupContent,
    type SelectionRange,
} from 'vscode-languageserver-protocol';
import { BAREME } from '../bareme-language.js';
import { ask } from './ask.js';
import { markdownFrom } from './completion.js';
import { documentOf, locationsFrom, placeIn, rangeFrom } from './positions.js';

/** What the text says and where: hover, definition, uses, outline, folds, links to the law, help in a clause. */
export function registerReading(helpTriggers: readonly string[]): void {
    registerHover();
    registerLocations();
    registerOutline();
    languages.registerSignatureHelpProvider(BAREME, {
        signatureHelpTriggerCharacters: [...helpTriggers],
        async provideSignatureHelp(model, position, token) {
            const help = await ask(SignatureHelpRequest.type, placeIn(model, position), token);
            if (help === undefined || help === null) return null;
            const signatures = help.signatures.map(({ label, documentation, parameters = [] }) => ({
                label,
                ...documented(documentation),
                parameters: parameters.map((parameter) => ({ label: parameter.label, ...documented(parameter.documentation) })),
            }));
            return { value: { signatures, activeSignature: help.activeSignature ?? 0, activeParameter: help.activeParameter ?? 0 }, dispose: () => undefined };
        },
    });
}

function documented(documentation: string | MarkupContent | undefined): { readonly documentation?: { readonly value: string } } {
    return documentation === undefined ? {} : { documentation: markdownFrom(documentation) };
}

function registerHover(): void {
    languages.registerHoverProvider(BAREME, {
        async provideHover(model, position, token) {
            const hover = await ask(HoverRequest.type, placeIn(model, position), token);
            if (hover === undefined || hover === null) return null;
            const { contents, range } = hover;
            const parts = Array.isArray(contents) ? contents : [contents];
            return { contents: parts.map((part) => markdownFrom(typeof part === 'string' ? part : part.value)), ...(range && { range: rangeFrom(range) }) };
        },
    });
}

function registerLocations(): void {
    languages.registerDefinitionProvider(BAREME, {
        provideDefinition: async (model, position, token) => locationsFrom(await ask(DefinitionRequest.type, placeIn(model, position), token)),
    });
    languages.registerReferenceProvider(BAREME, {
        provideReferences: async (model, position, { includeDeclaration }, token) =>
            locationsFrom(await ask(ReferencesRequest.type, { ...placeIn(model, position), context: { includeDeclaration } }, token)),
    });
    languages.registerDocumentHighlightProvider(BAREME, {
        async provideDocumentHighlights(model, position, token) {
            const places = await ask(DocumentHighlightRequest.type, placeIn(model, position), token);
            return (places ?? []).map(({ range, kind = 1 }) => ({ range: rangeFrom(range), kind: kind - 1 }));
        },
    });
    languages.registerLinkProvider(BAREME, {
        async provideLinks(model, token) {
            const links = await ask(DocumentLinkRequest.type, documentOf(model), token);
            return { links: (links ?? []).map(({ range, target, tooltip }) => ({ range: rangeFrom(range), url: target, tooltip })) };
        },
    });
}

function registerOutline(): void {
    languages.registerDocumentSymbolProvider(BAREME, {
        async provideDocumentSymbols(model, token) {
            const symbols = await ask(DocumentSymbolRequest.type, documentOf(model), token);
            return (symbols ?? []).flatMap((symbol) => ('selectionRange' in symbol ? [symbolFrom(symbol)] : []));
        },
    });
    languages.registerFoldingRangeProvider(BAREME, {
        async provideFoldingRanges(model, _context, token) {
            const ranges = await ask(FoldingRangeRequest.type, documentOf(model), token);
            return (ranges ?? []).map(({ startLine, endLine, kind }) => ({
                start: startLine + 1,
                end: endLine + 1,
                ...(kind === undefined ? {} : { kind: languages.FoldingRangeKind.fromValue(kind) }),
            }));
        },
    });
    languages.registerSelectionRangeProvider(BAREME, {
        async provideSelectionRanges(model, positions, token) {
            const asked = positions.map((position) => placeIn(model, position).position);
            const answer = await ask(SelectionRangeRequest.type, { ...documentOf(model), positions: asked }, token);
            return (answer ?? []).map((range) => rangesAround(range).map((around) => ({ range: rangeFrom(around) })));
        },
    });
}

function symbolFrom({ name, detail = '', kind, range, selectionRange, children = [] }: DocumentSymbol): languages.DocumentSymbol {
    return { name, detail, kind: kind - 1, tags: [], range: rangeFrom(range), selectionRange: rangeFrom(selectionRange), children: children.map(symbolFrom) };
}

function rangesAround({ range, parent }: SelectionRange): readonly SelectionRange['range'][] {
    return parent === undefined ? [range] : [range, ...rangesAround(parent)];
}
