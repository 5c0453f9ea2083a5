import type { RuleSets } from '../../protocol.js';
import type { Program } from '../programs.js';

/** The policies of the programs with their versions, by date, and their variants. */
export function ruleSetsOf(programs: readonly Program[]): readonly RuleSets[] {
    return programs.flatMap(({ folder, project }) =>
        [...new Set(project.policies.map(({ name }) => name))].map((policy) => {
            const versions = project.policies.filter(({ name }) => name === policy);
            return {
                folder,
                policy,
                label: versions.at(-1)?.label ?? policy,
                versions: versions.map(({ version }) => version),
                variants: project.variants
                    .filter(({ name }) => name === policy)
                    .flatMap(({ variant, version }) => (variant === undefined ? [] : [{ name: variant.name, label: variant.label ?? variant.name, version }])),
                mappings: project.mappings.map(({ name }) => name),
            };
        }),
    );
}
