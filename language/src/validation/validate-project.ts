import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Project } from '../ir/project.js';
import { validateVersions } from './validate-versions.js';

/** Every check of meaning on what the files say, once names and types are right. */
export function validateProject(project: Project): readonly Diagnostic[] {
    return [...validateVersions(project)];
}
