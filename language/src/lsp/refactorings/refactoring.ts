import type { FixGround, SnippetEdit } from '../fixes/fix.js';

/** What is selected of a document, as offsets. */
export interface Selected {
    readonly start: number;
    readonly end: number;
}

/** A change that no finding asks for: of the text, or made by a command of the client. */
export type Refactoring = { readonly title: string; readonly kind: string } & (
    { readonly edits: readonly SnippetEdit[] } | { readonly command: string; readonly argument: Readonly<Record<string, string>> }
);

/** The changes that may be made of what is selected. */
export type RefactoringProvider = (ground: FixGround, selected: Selected) => readonly Refactoring[];
