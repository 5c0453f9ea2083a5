/** A node of a policy as plain data. */
export interface PolicyNode {
    readonly kind?: unknown;
    readonly table?: unknown;
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

/** A part of a policy and all that is inside it, outermost first. Derived facts are named, not followed. */
export function nodesOf(part: unknown): readonly PolicyNode[] {
    if (Array.isArray(part)) return part.flatMap(nodesOf);
    if (typeof part !== 'object' || part === null) return [];
    return [part, ...Object.values(part).flatMap(nodesOf)];
}
