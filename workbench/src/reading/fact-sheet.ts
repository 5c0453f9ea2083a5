import type { FactReader } from '@bareme/language/columns';
import { explainDemand, loadPolicy, type Explanation, type Program, type NoteResult } from '@bareme/language/engine';
import { formatFrench, withGivenDerived, type Day, type Example, type FactDeclaration, type FactValue, type Policy } from '@bareme/language/ir';

/** A household typed in by hand, never one of the data: its facts by name, on a day. */
export interface FactSheet {
    readonly demand: ReadonlyMap<string, FactValue>;
    readonly proved: readonly string[];
    readonly day: Day;
}

/** What a policy gives to a household. */
export interface SheetResult {
    readonly policy: Policy;
    readonly explanation: Explanation;
}

const MISSING: FactValue = { kind: 'missing' };

/** The facts of a demand that the grids of some policies read, deduced facts unfolded, in the order of the vocabulary. */
export function factsRead(policies: readonly Policy[]): readonly FactDeclaration[] {
    const found = new Map<string, FactDeclaration>();
    for (const policy of policies) {
        const names = namesRead(policy);
        for (const fact of policy.vocabulary.facts) if (fact.owner === 'demande' && names.has(fact.name) && !found.has(fact.name)) found.set(fact.name, fact);
    }
    return [...found.values()];
}

function namesRead({ scorings, ranking, vocabulary }: Policy): ReadonlySet<string> {
    const derived = new Map(vocabulary.derived.map((fact) => [fact.name, fact]));
    const facts = new Set<string>();
    const seen = new Set<string>();
    const walk = (node: unknown): void => {
        if (Array.isArray(node)) return node.forEach(walk);
        if (typeof node !== 'object' || node === null) return;
        const { kind, name, owner } = node as { readonly kind?: unknown; readonly name?: unknown; readonly owner?: unknown };
        if (kind === 'fact' && owner === 'demande' && typeof name === 'string') facts.add(name);
        if (kind === 'derived' && typeof name === 'string' && !seen.has(name)) {
            seen.add(name);
            walk(derived.get(name));
        }
        Object.values(node).forEach(walk);
    };
    walk([scorings, ranking]);
    return facts;
}

const loadedPolicies = new WeakMap<Policy, Program>();

/** What each policy gives to a household, without a dwelling. */
export function scoreSheet(policies: readonly Policy[], { demand, proved, day }: FactSheet): readonly SheetResult[] {
    const reader: FactReader = { fact: (name) => demand.get(name) ?? MISSING, proved: (name) => proved.includes(name) };
    return policies.map((policy) => {
        const given = policy.vocabulary.derived.some(({ name }) => demand.has(name));
        const loaded = given ? loadPolicy(withGivenDerived(policy, [...demand])) : (loadedPolicies.get(policy) ?? loadPolicy(policy));
        if (!given) loadedPolicies.set(policy, loaded);
        return { policy, explanation: explainDemand(loaded, { demand: reader, day }) };
    });
}

/** The household of an example. */
export function sheetOf({ demand, proved, day }: Example): FactSheet {
    return { demand: new Map(demand), proved, day };
}

/** A note in words: a number, bounds with a dwelling, or bounds while facts are missing. */
export function noteWords(note: NoteResult): string {
    switch (note.kind) {
        case 'note':
            return formatFrench(note.note, 2);
        case 'interval':
            return `${formatFrench(note.low, 2)} à ${formatFrench(note.high, 2)}`;
        case 'incomplete':
            return `incomplète, ${formatFrench(note.low, 2)} à ${formatFrench(note.high, 2)}`;
        case 'unscored':
            return `hors cotation (${note.clauses.join(', ')})`;
    }
}

/** An example that keeps a household with what a version gives it today; nothing where the note is no single number. */
export function exampleFrom(label: string, { demand, proved, day }: FactSheet, { policy, explanation }: SheetResult): Example | undefined {
    const { declared } = explanation.result;
    if (declared.kind !== 'note') return undefined;
    const { n, d } = declared.note;
    const at = ['', 0, 0] as const;
    return {
        label,
        policy: policy.name,
        version: policy.version,
        ...(policy.variant === undefined ? {} : { variant: policy.variant.name }),
        day,
        demand: [...demand].filter(([, value]) => value.kind !== 'missing'),
        proved,
        expectations: [{ kind: 'note', which: 'declared', note: d === 1n ? String(n) : `${n}/${d}`, details: [], at }],
        at,
    };
}
