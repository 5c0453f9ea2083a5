import type { LangiumDocument } from 'langium';
import type { Compilation } from '../../compiler/compilation.js';
import type { Diagnostic, TextEdit } from '../../diagnostics/diagnostic.js';

/** Where a mend is looked for. */
export interface FixGround {
    readonly document: LangiumDocument;
    /** The path of the document in the compilation. */
    readonly path: string;
    readonly text: string;
    readonly compilation: Compilation;
}

/** An edit with places to fill in, for an editor that has such things: `snippet` instead of `newText`. */
export interface SnippetEdit extends TextEdit {
    readonly snippet?: string;
}

/** One way to mend a finding. Those that change what the policy gives are to be chosen: none is applied by itself. */
export interface Fix {
    readonly title: string;
    readonly edits: readonly SnippetEdit[];
}

/** The ways to mend a finding that the checker cannot choose between. */
export type FixProvider = (ground: FixGround, finding: Diagnostic) => readonly Fix[];
