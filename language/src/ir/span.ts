/** Where something was written: the file's path relative to the workspace root, first and past-the-end UTF-16 offsets. */
export type Span = readonly [path: string, start: number, end: number];

/**
 * Where the words of a node were written, by the property that holds each; a list has a span for each of its items, in order. Absent from
 * a representation that no text was compiled into. They mean nothing: two nodes that differ by their places alone say the same.
 */
export type Places<One extends string, Many extends string = never> = {
    readonly places?: { readonly [Property in One]?: Span } & { readonly [Property in Many]?: readonly Span[] };
};

/** A source file of a policy, by its path relative to the workspace root (`/` separators). */
export interface SourceRef {
    readonly path: string;
}

/** The text a rule comes from, as the author cites it: `CCH L.441-2-3`. */
export interface LegalReference {
    readonly text: string;
    readonly at: Span;
}
