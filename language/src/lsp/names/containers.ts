import type { AstNode } from 'langium';

/** What a node stands in, from the nearest to the whole file. */
export function containersOf(node: AstNode): readonly AstNode[] {
    const found: AstNode[] = [];
    for (let around = node.$container; around !== undefined; around = around.$container) found.push(around);
    return found;
}
