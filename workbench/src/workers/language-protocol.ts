import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Project } from '@bareme/language/ir';

/** A policy file as the workspace holds it. */
export interface PolicyText {
    readonly path: string;
    readonly text: string;
}

/** What the language worker is asked. The answer to an older question is not wanted any more. */
export interface CompileQuestion {
    readonly kind: 'compile';
    readonly revision: number;
    readonly sources: readonly PolicyText[];
}

/** What the language worker says: everything that the files mean, and everything wrong with them. */
export interface CompileAnswer {
    readonly kind: 'compiled';
    readonly revision: number;
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
    /** In milliseconds. */
    readonly took: number;
}
