/**
 * A representation without what depends on where it was written: spans, sources, the text of clauses. The text of a legal reference,
 * which has no name, facts, rule, effect or condition, is meaning and stays.
 */
export function withoutPlaces(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(withoutPlaces);
    if (typeof node !== 'object' || node === null) return node;
    const named = 'name' in node || 'facts' in node || 'rule' in node || 'effect' in node || 'condition' in node;
    return Object.fromEntries(
        Object.entries(node)
            .filter(([key, value]) => key !== 'at' && !(key === 'places' && typeof value === 'object') && key !== 'sources' && !(named && key === 'text'))
            .map(([key, value]) => [key, withoutPlaces(value)]),
    );
}
