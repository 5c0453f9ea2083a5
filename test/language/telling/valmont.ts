import { compileSources } from '../../../language/src/compile.js';
import { loadWorkspace } from '../../../language/src/node.js';
import type { Policy } from '../../../language/src/ir/policy.js';

/** Valmont's version of 2024 and its variants by name: the policies that the demo replays. */
export async function valmont(): Promise<{ readonly base: Policy; readonly variant: (name: string) => Policy }> {
    const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
    const { project } = compileSources(sources);
    const base = project.policies.find(({ version }) => version === '2024.1');
    if (base === undefined) throw new Error('policies/valmont has no version 2024.1');
    return {
        base,
        variant: (name) => {
            const found = project.variants.find(({ variant }) => variant?.name === name);
            if (found === undefined) throw new Error(`policies/valmont has no variant ${name}`);
            return found;
        },
    };
}
