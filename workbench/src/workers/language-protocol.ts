import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Project } from '@bareme/language/ir';
import { NotificationType } from 'vscode-languageserver-protocol';

/** A text of the workspace, by its address. */
interface SentFile {
    readonly uri: string;
    readonly text: string;
}

/** Every file of the workspace and its folder, as the server of `@bareme/language/lsp` takes them. */
export const WORKSPACE_FILES = new NotificationType<{ readonly folders: readonly string[]; readonly files: readonly SentFile[] }>('bareme/workspaceFiles');

/** Files that changed, and addresses of those that are no more. */
export const FILE_CHANGES = new NotificationType<{ readonly changed: readonly SentFile[]; readonly deleted: readonly string[] }>('bareme/fileChanges');

/** What is wrong with the files sent, and once that is complete, all that they mean. */
export interface CompileAnswer {
    /** The revision of the workspace that was compiled. */
    readonly revision: number;
    readonly diagnostics: readonly Diagnostic[];
    /** Absent of the first answer of two: syntax, names and types are known, the findings of meaning are still looked for. */
    readonly project?: Project;
}

/** Sent by the worker, beside what every language server says, when the files are those of a revision. */
export const COMPILED = new NotificationType<CompileAnswer>('atelier/compiled');

/** A place in a policy file: its path, first and past-the-end UTF-16 offsets. */
interface ExamplePlace {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}

/** What an example gives, in words. */
export interface ExampleOutcome {
    readonly label: string;
    /** The version or the variant that it tries, by its label. */
    readonly target: string;
    readonly place: ExamplePlace;
    readonly passed: boolean;
    readonly found: string;
    readonly mismatches: readonly { readonly criterion?: string; readonly expected: string; readonly found: string; readonly place: ExamplePlace }[];
}

/** How much of a policy its examples try: the criteria to which none gives points. */
export interface ExampleCoverage {
    readonly policy: string;
    readonly examples: number;
    readonly criteria: number;
    readonly untried: readonly { readonly label: string; readonly place: ExamplePlace }[];
}

/** What every example of a revision gives. */
export interface ExampleAnswer {
    readonly revision: number;
    readonly outcomes: readonly ExampleOutcome[];
    readonly coverage: readonly ExampleCoverage[];
}

/** Sent by the worker once it has said what is wrong, if no edit came meanwhile. */
export const EXAMPLES = new NotificationType<ExampleAnswer>('atelier/examples');

/** Follows each change that the page sends: the files are now those of this revision of the workspace. */
export const REVISION = new NotificationType<number>('atelier/revision');

/** The only folder of the workspace: paths are relative to it. */
export const FOLDER = 'bareme:/';

/** The address of a file of the workspace, by its path. */
export function addressOf(path: string): string {
    return FOLDER + path.split('/').map(encodeURIComponent).join('/');
}
