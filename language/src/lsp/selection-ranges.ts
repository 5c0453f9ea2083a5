import { CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver';

/** What grows around a word, node by node: the word, its condition, its critère, its rubrique, its file. */
export function selectionRange(document: LangiumDocument, position: Position): SelectionRange {
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(position));
    const around: Range[] = leaf === undefined ? [] : [leaf.range];
    for (let node = leaf?.container; node !== undefined; node = node.container) if (isLarger(node.range, around.at(-1))) around.push(node.range);
    const [first = { start: position, end: position }, ...others] = around;
    return { range: first, ...parentOf(others) };
}

function parentOf([first, ...others]: readonly Range[]): { readonly parent?: SelectionRange } {
    return first === undefined ? {} : { parent: { range: first, ...parentOf(others) } };
}

function isLarger(range: Range, inner: Range | undefined): boolean {
    return inner === undefined || JSON.stringify(range) !== JSON.stringify(inner);
}
