import { resolve } from 'node:path';
import { compileSources, type SourceText } from '@bareme/language';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { loadWorkspace, type Workspace } from '@bareme/language/node';
import type { Project } from '@bareme/language/ir';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { failureReason } from '../output/disk.js';
import { textsOf, type Texts } from '../report/located.js';

/** `.bareme` files read and compiled. */
export interface LoadedPolicies {
    /** In the order of their paths, as spans count them. */
    readonly sources: readonly SourceText[];
    readonly texts: Texts;
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
}

/** Reads and compiles `.bareme` files below the root. Whatever the disk or the texts say is a finding. */
export async function loadPolicies(paths: readonly string[], root: string): Promise<LoadedPolicies> {
    const { sources, diagnostics: unread } = await readPolicies(paths, root);
    const { project, diagnostics } = compileSources(sources);
    return { sources, texts: textsOf(sources), project, diagnostics: [...unread, ...diagnostics] };
}

/** Reads `.bareme` files below the root, as they are written. Whatever the disk says is a finding. */
export async function readPolicies(paths: readonly string[], root: string): Promise<Workspace> {
    try {
        const workspace = await loadWorkspace(paths, { root });
        const nothing = workspace.sources.length === 0 && workspace.diagnostics.length === 0 ? [report('BAR926', {})] : [];
        return { ...workspace, diagnostics: [...workspace.diagnostics, ...nothing] };
    } catch (error) {
        return { root, sources: [], diagnostics: [report('BAR915', { path: root, reason: failureReason(error) })] };
    }
}

/** The folder that `.bareme` files must lie in: `--racine`, else the current folder. */
export function rootOf(invocation: Invocation, host: Host): string {
    return resolve(host.cwd, invocation.value('racine') ?? '.');
}

/** The paths of policies given to a verb that runs them: with `--politique`, or alone. */
export function policyPaths(invocation: Invocation): readonly string[] {
    return [...invocation.positionals, ...invocation.values('politique')];
}

/** True when a finding forbids to run what was read. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
    return diagnostics.some(({ severity }) => severity === 'error');
}

/** How a command ends on files with errors: a path that leads to nothing is a misuse. */
export function unreadExit({ sources }: LoadedPolicies): ExitCode {
    return sources.length === 0 ? EXIT.misuse : EXIT.findings;
}

/** True when there is something to mend: an error or a warning. */
export function hasFindings(diagnostics: readonly Diagnostic[]): boolean {
    return diagnostics.some(({ severity }) => severity !== 'information');
}
