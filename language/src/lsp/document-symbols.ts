import { unquoted } from '../parser/typography.js';
import { AstUtils, GrammarUtils, type AstNode, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';

/** What stands in the outline of a file, and as what. */
const KINDS: ReadonlyMap<string, SymbolKind> = new Map<string, SymbolKind>([
    ['Vocabulary', SymbolKind.Package],
    ['Policy', SymbolKind.Module],
    ['Act', SymbolKind.Module],
    ['Socle', SymbolKind.Module],
    ['Variant', SymbolKind.Module],
    ['Example', SymbolKind.Event],
    ['Mapping', SymbolKind.Interface],
    ['Enumeration', SymbolKind.Enum],
    ['FactDeclaration', SymbolKind.Field],
    ['DerivedFact', SymbolKind.Function],
    ['Parameter', SymbolKind.Constant],
    ['Table', SymbolKind.Struct],
    ['NamedList', SymbolKind.Array],
    ['Scoring', SymbolKind.Class],
    ['Rubric', SymbolKind.Namespace],
    ['Criterion', SymbolKind.Method],
    ['Unscored', SymbolKind.Boolean],
    ['Exclusion', SymbolKind.Boolean],
    ['Adequacy', SymbolKind.Boolean],
    ['Signal', SymbolKind.Event],
    ['Objective', SymbolKind.Number],
    ['Guarantee', SymbolKind.Boolean],
    ['Route', SymbolKind.Operator],
    ['Reservee', SymbolKind.Object],
    ['Convention', SymbolKind.Interface],
    ['Imputation', SymbolKind.Operator],
]);

/** The outline of a file: what it declares, as it is nested. */
export class BaremeDocumentSymbols implements DocumentSymbolProvider {
    getSymbols(document: LangiumDocument): DocumentSymbol[] {
        return symbolsIn(document.parseResult.value);
    }
}

function symbolsIn(node: AstNode): DocumentSymbol[] {
    return AstUtils.streamContents(node)
        .flatMap((child) => {
            const symbol = symbolOf(child);
            return symbol === undefined ? symbolsIn(child) : [symbol];
        })
        .toArray();
}

/** A statement that the author has not finished may have no name yet: what it holds is shown in its place. */
function symbolOf(node: AstNode): DocumentSymbol | undefined {
    const kind = KINDS.get(node.$type);
    const { name, label, version } = node as AstNode & { readonly name?: unknown; readonly label?: unknown; readonly version?: unknown };
    const cst = node.$cstNode;
    const title = wordsOf(name) ?? wordsOf(label);
    if (kind === undefined || title === undefined || title === '' || cst === undefined) return undefined;
    const selection = GrammarUtils.findNodeForProperty(cst, name === undefined ? 'label' : 'name') ?? cst;
    const detail = [name === undefined ? undefined : wordsOf(label), wordsOf(version)].filter((part) => part !== undefined).join(' · ');
    return { name: title, kind, ...(detail === '' ? {} : { detail }), range: cst.range, selectionRange: selection.range, children: symbolsIn(node) };
}

function wordsOf(value: unknown): string | undefined {
    return typeof value === 'string' ? unquoted(value) : undefined;
}
