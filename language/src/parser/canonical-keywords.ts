import { type AstNode, type CstNode, AstUtils, GrammarAST, isCompositeCstNode, isLeafCstNode } from 'langium';

/**
 * Gives each property that holds a keyword the keyword's own spelling, whatever accents, apostrophes or spaces the file has:
 * what comes after the parser compares words once, in one form. Names keep the spelling of the file.
 */
export function canonicalizeKeywords(root: AstNode): void {
    if (root.$cstNode !== undefined) canonicalizeNode(root.$cstNode);
}

/** A plain walk: every word of the file is met at each key typed. */
function canonicalizeNode(node: CstNode): void {
    if (isCompositeCstNode(node)) for (const child of node.content) canonicalizeNode(child);
    else canonicalizeLeaf(node);
}

function canonicalizeLeaf(leaf: CstNode): void {
    if (!isLeafCstNode(leaf) || !GrammarAST.isKeyword(leaf.grammarSource)) return;
    const keyword = leaf.grammarSource;
    if (leaf.text === keyword.value) return;
    const assignment = AstUtils.getContainerOfType(keyword, GrammarAST.isAssignment);
    if (assignment === undefined || assignment.operator !== '=') return;
    const node = leaf.astNode as unknown as Record<string, unknown>;
    if (typeof node[assignment.feature] === 'string') node[assignment.feature] = keyword.value;
}
