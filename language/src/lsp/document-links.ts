import { AstUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { isLegalReference } from '../generated/ast.js';
import { wordNodes } from '../references/word-nodes.js';
import { sourceAddress } from './words/law-addresses.js';

/** The texts of law that clauses cite lead to where they are published; only the reader who follows one leaves the editor. */
export class BaremeDocumentLinks implements DocumentLinkProvider {
    getDocumentLinks(document: LangiumDocument): DocumentLink[] {
        return AstUtils.streamAst(document.parseResult.value)
            .filter(isLegalReference)
            .flatMap((reference) => wordNodes(reference, 'text'))
            .flatMap((word): DocumentLink[] => {
                const address = sourceAddress(word.text.slice(1, -1));
                const { start, end } = word.range;
                const inner = { start: { line: start.line, character: start.character + 1 }, end: { line: end.line, character: end.character - 1 } };
                return address === undefined ? [] : [{ range: inner, ...address }];
            })
            .toArray();
    }
}
