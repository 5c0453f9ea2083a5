import type { Ranking } from '../ir/policy.js';
import { absurd } from '../kit/absurd.js';
import type { Rational } from '../kit/exact-number.js';
import type { NoteResult } from './result.js';

/** The least that a note may turn out to be; `undefined` where there is none. */
export function lowOf(note: NoteResult): Rational | undefined {
    switch (note.kind) {
        case 'note':
            return note.note;
        case 'interval':
        case 'incomplete':
            return note.low;
        case 'unscored':
            return undefined;
        default:
            return absurd(note);
    }
}

/** The most that a note may turn out to be; `undefined` where there is none. */
export function highOf(note: NoteResult): Rational | undefined {
    switch (note.kind) {
        case 'note':
            return note.note;
        case 'interval':
        case 'incomplete':
            return note.high;
        case 'unscored':
            return undefined;
        default:
            return absurd(note);
    }
}

/**
 * The note as it ranks: one asked without a dwelling by its fixed part, an incomplete one by the bound that the policy says, or
 * `undefined` where it ranks last, or not at all.
 */
export function rankingNote(note: NoteResult, incomplete: Ranking['incomplete']): Rational | undefined {
    switch (note.kind) {
        case 'note':
            return note.note;
        case 'interval':
            return note.fixed;
        case 'incomplete':
            return incomplete === 'last' ? undefined : incomplete === 'minimum' ? note.low : note.high;
        case 'unscored':
            return undefined;
        default:
            return absurd(note);
    }
}

/** The least by which a note ranks, `undefined` where it may rank last. */
export function lowestRankOf(note: NoteResult, incomplete: Ranking['incomplete']): Rational | undefined {
    return note.kind === 'incomplete' && incomplete === 'last' ? undefined : lowOf(note);
}
