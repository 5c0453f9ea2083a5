/** Where a node of the policy was written: the file's index in `sources`, first and past-the-end UTF-16 offsets. */
export type Span = readonly [file: number, start: number, end: number];

/** A source file of a policy, by its path relative to the workspace root (`/` separators). */
export interface SourceRef {
    readonly path: string;
}

/** The text a rule comes from, as the author cites it: `CCH L.441-2-3`. */
export interface LegalReference {
    readonly text: string;
    readonly at: Span;
}
