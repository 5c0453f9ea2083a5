import type { NoteResult } from '@bareme/language/engine';
import { absurd, toFraction } from '@bareme/language/ir';

/** A note for programs, its values exact as text. */
export type NoteEntry =
    | { readonly kind: 'note'; readonly note: string }
    | { readonly kind: 'interval'; readonly fixed: string; readonly low: string; readonly high: string }
    | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly low: string; readonly high: string; readonly large?: true }
    | { readonly kind: 'unscored'; readonly clauses: readonly string[] };

/** A note as the JSON of `noter` and `expliquer` holds it. */
export function noteEntry(note: NoteResult): NoteEntry {
    switch (note.kind) {
        case 'note':
            return { kind: 'note', note: toFraction(note.note) };
        case 'interval':
            return { kind: 'interval', fixed: toFraction(note.fixed), low: toFraction(note.low), high: toFraction(note.high) };
        case 'incomplete':
            return {
                kind: 'incomplete',
                missing: note.missing,
                low: toFraction(note.low),
                high: toFraction(note.high),
                ...(note.large === true ? { large: true } : {}),
            };
        case 'unscored':
            return { kind: 'unscored', clauses: note.clauses };
        default:
            return absurd(note);
    }
}
