import type { Ranking } from '../../../ir/policy.js';
import type { Rational } from '../../../kit/exact-number.js';
import type { NoteResult } from '../../result.js';

/** The least that a note may turn out to be. */
export function lowOf(note: NoteResult): Rational {
    return note.kind === 'note' ? note.note : note.low;
}

/** The most that a note may turn out to be. */
export function highOf(note: NoteResult): Rational {
    return note.kind === 'note' ? note.note : note.high;
}

/** The least by which a note ranks; an incomplete one that ranks last has none. */
export function lowestRankOf(note: NoteResult, incomplete: Ranking['incomplete']): Rational | undefined {
    return note.kind === 'incomplete' && incomplete === 'last' ? undefined : lowOf(note);
}
