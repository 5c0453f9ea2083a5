import type { AstNode } from 'langium';

/** The nodes of a tree, each before those inside it, in the order written. Read at each key typed: a stream costs five times as much. */
export function treeNodes(root: AstNode): readonly AstNode[] {
    const nodes: AstNode[] = [];
    // A stack of its own: as deep as a text can nest, never as the machine's.
    const waiting: AstNode[] = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        nodes.push(node);
        const first = waiting.length;
        pushInside(node, waiting);
        reverseFrom(waiting, first);
    }
    return nodes;
}

function pushInside(node: AstNode, waiting: AstNode[]): void {
    for (const property of Object.keys(node)) {
        if (property.startsWith('$')) continue;
        const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
        if (Array.isArray(value)) for (const item of value as readonly unknown[]) pushNode(item, waiting);
        else pushNode(value, waiting);
    }
}

function pushNode(value: unknown, waiting: AstNode[]): void {
    if (typeof value === 'object' && value !== null && '$type' in value) waiting.push(value as AstNode);
}

function reverseFrom(items: AstNode[], first: number): void {
    for (let [low, high] = [first, items.length - 1]; low < high; low += 1, high -= 1) {
        const item = items[low]!;
        items[low] = items[high]!;
        items[high] = item;
    }
}
