import type { Compilation } from '../../compiler/compilation.js';
import type { Policy } from '../../ir/policy.js';

/** The version that a file most likely speaks of: the one it declares, else the nearest above it, else the only one; the newest of several. */
export function policyNear({ project: { policies } }: Compilation, path: string): Policy | undefined {
    const shared = (policy: Policy): number => {
        const parts = policy.at[0].split('/').slice(0, -1);
        const own = path.split('/');
        const differs = parts.findIndex((part, index) => own[index] !== part);
        return policy.at[0] === path ? Number.MAX_SAFE_INTEGER : differs === -1 ? parts.length : differs;
    };
    const nearest = Math.max(...policies.map(shared));
    const near = policies.filter((policy) => shared(policy) === nearest).sort((a, b) => b.dates.from - a.dates.from);
    return new Set(near.map(({ name }) => name)).size === 1 ? near[0] : undefined;
}
