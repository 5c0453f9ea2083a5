import type { LangiumDocument } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import type { SemanticTokens, SemanticTokensOptions, SemanticTokensRangeParams, Range } from 'vscode-languageserver';
import type { Occurrence } from '../references/occurrences.js';
import type { SymbolKind } from '../references/symbol.js';
import type { WorkspaceView } from './names/workspace-view.js';

const TOKEN_TYPES = ['namespace', 'class', 'method', 'property', 'variable', 'enum', 'enumMember', 'function', 'struct', 'interface', 'event'] as const;
const MODIFIERS = ['declaration', 'readonly'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

/** The colours of names: what each names, not how it is spelled. */
const TYPES: Readonly<Record<SymbolKind, TokenType>> = {
    vocabulary: 'namespace',
    policy: 'namespace',
    version: 'namespace',
    act: 'namespace',
    socle: 'namespace',
    variant: 'namespace',
    mapping: 'interface',
    enumeration: 'enum',
    value: 'enumMember',
    fact: 'property',
    field: 'property',
    derived: 'function',
    parameter: 'variable',
    table: 'struct',
    'table-key': 'property',
    list: 'variable',
    scoring: 'class',
    rubric: 'class',
    criterion: 'method',
    unscored: 'method',
    exclusion: 'method',
    adequacy: 'method',
    signal: 'event',
    objective: 'class',
    guarantee: 'class',
    ground: 'method',
    route: 'method',
    reservee: 'class',
    convention: 'interface',
    pool: 'class',
    imputation: 'method',
    landlord: 'enumMember',
    title: 'enumMember',
    contingent: 'enumMember',
    role: 'enumMember',
};

/** Tokens from the recorded names; the words of the language are those of the grammar that editors have. */
export class BaremeSemanticTokens implements SemanticTokenProvider {
    readonly semanticTokensOptions: SemanticTokensOptions = {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...MODIFIERS] },
        full: { delta: true },
        range: true,
    };

    readonly tokenTypes: Readonly<Record<string, number>> = Object.fromEntries(TOKEN_TYPES.map((type, index) => [type, index]));
    readonly tokenModifiers: Readonly<Record<string, number>> = Object.fromEntries(MODIFIERS.map((modifier, index) => [modifier, 1 << index]));

    constructor(private readonly view: WorkspaceView) {}

    // The whole answer is a valid answer to a question about changes.
    semanticHighlight(document: LangiumDocument): SemanticTokens {
        return this.tokensOf(document, () => true);
    }

    semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
        return this.tokensOf(document, (at) => at.end.line >= range.start.line && at.start.line <= range.end.line);
    }

    semanticHighlightDelta(document: LangiumDocument): SemanticTokens {
        return this.tokensOf(document, () => true);
    }

    private tokensOf(document: LangiumDocument, isWanted: (range: Range) => boolean): SemanticTokens {
        const { textDocument } = document;
        const data: number[] = [];
        let before = { line: 0, character: 0 };
        for (const occurrence of onePerPlace(this.view.names(document).inFile(this.view.pathOf(document)))) {
            const { start, end } = occurrence;
            const [from, to] = [textDocument.positionAt(start), textDocument.positionAt(end)];
            if (from.line !== to.line || !isWanted({ start: from, end: to })) continue;
            const line = from.line - before.line;
            const character = line === 0 ? from.character - before.character : from.character;
            data.push(line, character, end - start, TOKEN_TYPES.indexOf(TYPES[occurrence.symbol.kind]), modifiersOf(occurrence));
            before = from;
        }
        return { data };
    }
}

/** One word has one colour: that of what it declares, where it declares something. */
function onePerPlace(occurrences: readonly Occurrence[]): readonly Occurrence[] {
    const places = new Map<number, Occurrence>();
    for (const occurrence of occurrences) if (!places.has(occurrence.start) || occurrence.role === 'declaration') places.set(occurrence.start, occurrence);
    return [...places.values()].sort((a, b) => a.start - b.start);
}

function modifiersOf({ role, symbol }: Occurrence): number {
    return (role === 'declaration' ? 1 : 0) + (symbol.kind === 'value' || symbol.kind === 'parameter' ? 2 : 0);
}
