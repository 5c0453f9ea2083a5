import { CstUtils, type LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { rangeOf } from '../workspace/document-findings.js';
import { symbolDetails, variantChange, type SymbolDetails } from './details/symbol-details.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { numberLine } from './words/hover-words.js';

/** What a word is: of a name its definition, type, bounds, column, reach and law; of a number what it means. */
export class BaremeHover implements HoverProvider {
    constructor(private readonly view: WorkspaceView) {}

    getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
        const compilation = this.view.compilation(document);
        const found = this.view.namesAt(document, position);
        const [first] = found;
        if (compilation === undefined) return undefined;
        if (first === undefined) return this.numberAt(document, position);
        const parts = found.map((occurrence) => markdownOf(symbolDetails(compilation, occurrence.symbol), variantChange(compilation, occurrence)));
        return { range: rangeOf(document, first), contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } };
    }

    private numberAt(document: LangiumDocument, position: HoverParams['position']): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const offset = document.textDocument.offsetAt(position);
        const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
        const literal = leaf?.astNode.$cstNode;
        const type = this.view.names(document).expectedAt(this.view.pathOf(document), offset);
        if (literal === undefined || type === undefined || !/^\d/.test(literal.text)) return undefined;
        return { range: literal.range, contents: { kind: MarkupKind.Markdown, value: `**${literal.text}** — ${numberLine(literal.text, type)}` } };
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
