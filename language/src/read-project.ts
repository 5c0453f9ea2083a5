import type { Diagnostic } from './diagnostics/diagnostic.js';
import { report } from './diagnostics/report.js';
import { IR_VERSION } from './ir/policy.js';
import type { Project } from './ir/project.js';

/** A project read from its JSON, or why it is refused. */
export type ReadProject = { readonly kind: 'read'; readonly project: Project } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

/**
 * A project from the JSON of its representation (`docs/schemas/ir.schema.json`): refused when it is not one, or when another major version
 * of the representation wrote one of its policies. Its content is trusted as the compiler's own. Never throws.
 */
export function readProject(json: string): ReadProject {
    const project = parsed(json);
    if (project === undefined) return { kind: 'refused', diagnostic: report('BAR341', {}) };
    const foreign = [...project.policies, ...project.variants].find(({ irVersion }) => majorOf(irVersion) !== majorOf(IR_VERSION));
    if (foreign === undefined) return { kind: 'read', project };
    const params = { policy: String(foreign.name), found: String(foreign.irVersion ?? '?'), expected: IR_VERSION };
    return { kind: 'refused', diagnostic: report('BAR340', params) };
}

/** `2` of `2.1`. */
function majorOf(version: unknown): string {
    return String(version).split('.')[0] ?? '';
}

const LISTS = ['vocabularies', 'policies', 'variants', 'examples', 'mappings'] as const satisfies readonly (keyof Project)[];

function parsed(json: string): Project | undefined {
    try {
        const value: unknown = JSON.parse(json);
        if (typeof value !== 'object' || value === null) return undefined;
        const held = value as Readonly<Record<string, unknown>>;
        const isProject = LISTS.every((name) => Array.isArray(held[name]) && held[name].every((item: unknown) => typeof item === 'object' && item !== null));
        return isProject ? (value as Project) : undefined;
    } catch {
        return undefined;
    }
}
