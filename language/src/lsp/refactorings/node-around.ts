import { AstUtils, type AstNode, type LangiumDocument } from 'langium';

/** The smallest node of a kind around a place, its ends comprised: an author who has just written a line stands after its last word. */
export function nodeAround<Node extends AstNode>({ parseResult }: LangiumDocument, offset: number, is: (node: AstNode) => node is Node): Node | undefined {
    const around = AstUtils.streamAst(parseResult.value)
        .filter(is)
        .filter(({ $cstNode: cst }) => cst !== undefined && cst.offset <= offset && offset <= cst.end);
    return around.reduce<Node | undefined>((least, node) => (least === undefined || lengthOf(node) <= lengthOf(least) ? node : least), undefined);
}

function lengthOf({ $cstNode: cst }: AstNode): number {
    return cst === undefined ? 0 : cst.end - cst.offset;
}
