import { AstUtils, CstUtils, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { MarkupKind, type Hover, type HoverParams, type Range } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import type { ValueType } from '../ir/value-type.js';
import { isStatement } from '../parser/sound-tree.js';
import { rangeOf } from '../workspace/document-findings.js';
import { symbolDetails, variantChange, type SymbolDetails } from './details/symbol-details.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { numberLine } from './words/hover-words.js';

interface WrittenNumber {
    readonly text: string;
    readonly range: Range;
    readonly type: ValueType;
}

const POINTS = /^\d[\d \u00A0\u202F]*(?:,\d+)?\s+points?(?![\p{L}\p{N}_])/u;
const POINT: ValueType = { kind: 'number', places: 0, unit: 'point' };

/** What a word is: of a name its definition, type, bounds, column, reach and law; of a number what it means. */
export class BaremeHover implements HoverProvider {
    constructor(private readonly view: WorkspaceView) {}

    getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
        const compilation = this.view.compilation(document);
        const found = this.view.namesAt(document, position);
        const [first] = found;
        if (compilation === undefined) return undefined;
        if (first === undefined) return this.numberAt(compilation, document, position);
        const parts = found.map((occurrence) => markdownOf(symbolDetails(compilation, occurrence.symbol), variantChange(compilation, occurrence)));
        return { range: rangeOf(document, first), contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } };
    }

    private numberAt(compilation: Compilation, document: LangiumDocument, position: HoverParams['position']): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const offset = document.textDocument.offsetAt(position);
        const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
        if (leaf === undefined) return undefined;
        const number = this.numberAround(document, leaf);
        if (number === undefined) return undefined;
        const parts = [`**${number.text}** — ${numberLine(number.text, number.type)}`, ...this.changeAround(compilation, document, leaf.astNode)];
        return { range: number.range, contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n') } };
    }

    /** A number, its unit and its type: that of the place, or points where they are given. */
    private numberAround(document: LangiumDocument, leaf: LeafCstNode): WrittenNumber | undefined {
        const literal = leaf.astNode.$cstNode;
        const type = this.view.names(document).expectedAt(this.view.pathOf(document), leaf.offset);
        if (type !== undefined) return literal !== undefined && /^\d/.test(literal.text) ? { text: literal.text, range: literal.range, type } : undefined;
        const { textDocument } = document;
        const [text] = POINTS.exec(textDocument.getText().slice(leaf.offset)) ?? [];
        return text === undefined ? undefined : { text, range: rangeOf(document, { start: leaf.offset, end: leaf.offset + text.length }), type: POINT };
    }

    /** Of a number in what a variant writes of a critère: the clause that it replaces, before and after. */
    private changeAround(compilation: Compilation, document: LangiumDocument, node: AstNode): readonly string[] {
        const cst = AstUtils.getContainerOfType(node, (each): each is AstNode => isStatement(each))?.$cstNode;
        const names = cst === undefined ? [] : this.view.names(document).inFile(this.view.pathOf(document));
        const edited = names.find(({ symbol, start, end }) => symbol.kind === 'criterion' && cst !== undefined && start >= cst.offset && end <= cst.end);
        return edited === undefined ? [] : variantChange(compilation, edited);
    }
}

/** Details as Markdown: nothing that the author wrote is read as markup. */
export function markdownOf({ title, label, clause, lines }: SymbolDetails, more: readonly string[] = []): string {
    const heading = `**${plain(title)}**${label === undefined ? '' : ` — ${plain(label)}`}`;
    const code = clause === undefined ? [] : [`\`\`\`bareme\n${clause.replaceAll('```', "'''")}\n\`\`\``];
    return [heading, ...more, ...code, ...lines].join('\n\n');
}

function plain(text: string): string {
    return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, (sign) => `\\${sign}`);
}
