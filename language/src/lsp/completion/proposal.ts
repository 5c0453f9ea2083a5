import type { CompletionItemKind } from 'vscode-languageserver';

/** Something that may be written, before it is one of the protocol's items. */
export interface Proposal {
    readonly label: string;
    /** What is written; a snippet where it has places to fill in. */
    readonly text: string;
    readonly isSnippet?: true;
    /** `0` first. */
    readonly rank: string;
    readonly kind: CompletionItemKind;
    readonly detail: string;
    /** What it is called in the field's own words: found by them too, and shown beside the label. */
    readonly title?: string;
    /** The clause that declares it. */
    readonly code?: string;
    /** Where it begins, when it is before the word under the cursor. */
    readonly start?: number;
    /** Before all that is not: what several words typed look for. */
    readonly isFirst?: true;
    /** Proposed only once a word of it is begun: there would be too many. */
    readonly onlyBegun?: true;
}
