/** Only an error stops a policy from being run. */
export type Severity = 'error' | 'warning' | 'information';

/** A finding, ready to print anywhere: the same object serves the CLI, the browser and the editor. */
export interface Diagnostic {
    readonly code: string;
    readonly severity: Severity;
    /** What is wrong and why, in plain French, with the user's words in « ». */
    readonly message: string;
    /** How to mend it. */
    readonly remedy: string;
    /** Absent for a finding about a whole run or a file that cannot be read. */
    readonly location?: Location;
    readonly related: readonly { readonly message: string; readonly location: Location }[];
    readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** UTF-16 offsets in the file's text; lines and columns are computed where they are shown. */
export interface Location {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}

/** Another text in the place of one. */
export interface TextEdit {
    readonly location: Location;
    readonly newText: string;
}
