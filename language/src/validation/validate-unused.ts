import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Project } from '../ir/project.js';
import type { Places, Span } from '../ir/span.js';
import { namePlace, type Checking } from './checking.js';

/** Names that a version gives itself and that neither it nor its variants read; a fact with a role is read by the replay. */
export function validateUnused(checking: Checking, { vocabularies, policies, variants }: Project): readonly Diagnostic[] {
    if (!checking.complete) return [];
    const shared = new Set(vocabularies.flatMap(({ vocabulary }) => [...vocabulary.tables, ...vocabulary.derived].map(({ at }) => at.join())));
    return policies.flatMap((policy) => {
        const readers = [policy, ...variants.filter(({ name, version }) => name === policy.name && version === policy.version)];
        const words = new Set(readers.flatMap((reader) => [...wordsRead(reader)]));
        const own = (kind: string, items: readonly Named[]): readonly Diagnostic[] =>
            items
                .filter(({ name, at }) => !shared.has(at.join()) && !words.has(name))
                .map((item) => report('BAR425', { kind, name: item.name }, namePlace(item)));
        const unplayed = policy.vocabulary.derived.filter(({ role }) => role === undefined);
        return [...own(KIND_WORDS.list, policy.lists), ...own(KIND_WORDS.table, policy.vocabulary.tables), ...own(KIND_WORDS.fact, unplayed)];
    });
}

interface Named extends Places<'name'> {
    readonly name: string;
    readonly at: Span;
}

/** The lists, tables and deduced facts that rules name, deduced facts included. */
function wordsRead(policy: Policy): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (node: unknown): void => {
        if (Array.isArray(node)) return node.forEach(visit);
        if (typeof node !== 'object' || node === null) return;
        const { kind, name, table, list } = node as Readonly<Record<string, unknown>>;
        if (kind === 'derived' && typeof name === 'string') found.add(name);
        if (kind === 'lookup' && typeof table === 'string') found.add(table);
        if (kind === 'among' && typeof list === 'string') found.add(list);
        Object.values(node).forEach(visit);
    };
    visit({ ...policy, lists: [], vocabulary: { derived: policy.vocabulary.derived } });
    return found;
}
