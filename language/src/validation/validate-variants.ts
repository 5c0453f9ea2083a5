import { compareText } from '../kit/text-order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Project } from '../ir/project.js';
import { place, type Checking } from './checking.js';

/** Variants whose rules are those of the version they edit: their replay would compare a policy with itself. */
export function validateVariants(checking: Checking, { policies, variants }: Project): readonly Diagnostic[] {
    if (!checking.complete) return [];
    return variants.flatMap((policy) => {
        const base = policies.find((version) => version.name === policy.name && version.version === policy.version);
        const { variant } = policy;
        if (variant === undefined || base === undefined || rulesOf(base) !== rulesOf(policy)) return [];
        return [report('BAR503', { name: variant.name }, place(policy.places?.variant ?? policy.at))];
    });
}

const known = new WeakMap<Policy, string>();

/** What a policy's rules do, without what they are called or where they are written. Edits change no vocabulary but through lists. */
function rulesOf(policy: Policy): string {
    const before = known.get(policy);
    if (before !== undefined) return before;
    const parts = Object.entries(policy).filter(([part]) => !IDENTITY.has(part));
    const rules = JSON.stringify(Object.fromEntries(parts), (name, value: unknown) => (WORDING.has(name) ? undefined : inOrder(value)));
    known.set(policy, rules);
    return rules;
}

/** The parts of a policy that say which one it is. */
const IDENTITY: ReadonlySet<string> = new Set([
    'name',
    'version',
    'variant',
    'vocabulary',
    'sources',
    'citations',
    'notices',
    'dates',
    'territory',
    'succeeds',
]);

/** An object with its properties by name: an edit may have written them in another order. */
function inOrder(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

const WORDING: ReadonlySet<string> = new Set(['at', 'places', 'text', 'label', 'references']);
