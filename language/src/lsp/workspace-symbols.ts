import type { WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { SymbolKind as NameKind } from '../references/symbol.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { folded } from './names/written-text.js';
import { kindWord } from './words/symbol-words.js';

const MOST_SYMBOLS = 500;

/** Every name that the workspace declares, found by part of it, its accents left out. */
export class BaremeWorkspaceSymbols implements WorkspaceSymbolProvider {
    constructor(private readonly view: WorkspaceView) {}

    getSymbols({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
        const asked = folded(query);
        const found = this.view.allNames().flatMap((names) => {
            const declared = names.declared.filter(({ name }) => folded(name).includes(asked));
            return declared.slice(0, MOST_SYMBOLS).map((symbol) => ({ names, symbol }));
        });
        return found.flatMap(({ names, symbol }) => {
            const [declaration] = names.declarations(symbol);
            const location = declaration && this.view.locationOf(declaration);
            if (location === undefined) return [];
            return [
                {
                    name: symbol.name,
                    kind: KINDS[symbol.kind] ?? SymbolKind.Field,
                    containerName: `${kindWord(symbol.kind)} · ${symbol.scope || symbol.owner}`,
                    location,
                },
            ];
        });
    }
}

const KINDS: Readonly<Partial<Record<NameKind, SymbolKind>>> = {
    vocabulary: SymbolKind.Package,
    policy: SymbolKind.Module,
    version: SymbolKind.Module,
    socle: SymbolKind.Module,
    variant: SymbolKind.Module,
    mapping: SymbolKind.Interface,
    enumeration: SymbolKind.Enum,
    value: SymbolKind.EnumMember,
    derived: SymbolKind.Function,
    parameter: SymbolKind.Constant,
    table: SymbolKind.Struct,
    list: SymbolKind.Array,
    scoring: SymbolKind.Class,
    rubric: SymbolKind.Namespace,
    criterion: SymbolKind.Method,
    objective: SymbolKind.Number,
    convention: SymbolKind.Interface,
};
