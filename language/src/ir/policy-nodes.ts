/** A node of a policy as plain data. */
export interface PolicyNode {
    readonly kind?: unknown;
    readonly name?: unknown;
    readonly start?: unknown;
    readonly effects?: unknown;
    readonly operator?: unknown;
    readonly test?: PolicyNode;
    readonly outcome?: PolicyNode;
}

/** Whether a part of a policy, or anything inside it, passes a test. Derived facts are named, not followed. */
export function someNode(part: unknown, test: (node: PolicyNode) => boolean): boolean {
    if (Array.isArray(part)) return part.some((item) => someNode(item, test));
    if (typeof part !== 'object' || part === null) return false;
    return test(part) || Object.values(part).some((child) => someNode(child, test));
}

/** The same plain data with each node rewritten, innermost first. */
export function mapNodes<Part>(part: Part, rewrite: (node: PolicyNode) => PolicyNode): Part {
    if (Array.isArray(part)) return part.map((item: unknown) => mapNodes(item, rewrite)) as Part;
    if (typeof part !== 'object' || part === null) return part;
    return rewrite(Object.fromEntries(Object.entries(part).map(([key, child]) => [key, mapNodes<unknown>(child, rewrite)]))) as Part;
}
