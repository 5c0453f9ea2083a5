import { formatIso, type Group, type Policy } from '@bareme/language/ir';
import type { CompiledSummary } from '../../protocol.js';
import type { Program } from '../programs.js';

/** What the programs hold, in figures: the status bar and the steps of the walkthrough read it. */
export function summaryOf(programs: readonly Program[]): CompiledSummary {
    const policies = programs.flatMap(({ project }) => project.policies);
    const findings = programs.flatMap(({ diagnostics }) => diagnostics);
    return {
        files: programs.reduce((sum, { sources }) => sum + sources.length, 0),
        errors: findings.filter(({ severity }) => severity === 'error').length,
        warnings: findings.filter(({ severity }) => severity === 'warning').length,
        vocabularies: programs.reduce((sum, { project }) => sum + project.vocabularies.length, 0),
        criteria: policies.reduce((sum, policy) => sum + criteriaOf(policy), 0),
        examples: programs.reduce((sum, { project }) => sum + project.examples.length, 0),
        versions: policies.map(({ name, label, version, dates }) => ({
            policy: name,
            label: label ?? name,
            version,
            from: formatIso(dates.from),
            ...(dates.to === undefined ? {} : { to: formatIso(dates.to) }),
        })),
    };
}

function criteriaOf({ scorings }: Policy): number {
    const count = ({ items }: Group): number => items.reduce((sum, item) => sum + (item.kind === 'criterion' ? 1 : count(item.group)), 0);
    return scorings.reduce((sum, { group }) => sum + count(group), 0);
}
