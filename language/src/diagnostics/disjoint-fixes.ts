import type { Diagnostic, TextEdit } from './diagnostic.js';

/** The corrections of findings, each whole, that touch no place twice: in the order of findings, the first of two that meet is kept. */
export function disjointFixes(diagnostics: readonly Diagnostic[]): readonly (readonly TextEdit[])[] {
    const taken: TextEdit[] = [];
    return diagnostics.flatMap(({ fix }) => {
        if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return [];
        taken.push(...fix.edits);
        return [fix.edits];
    });
}

function touches(a: TextEdit, b: TextEdit): boolean {
    return a.location.path === b.location.path && a.location.start <= b.location.end && b.location.start <= a.location.end;
}
