import type { DemandResult } from '@bareme/language/engine';
import { formatIso, ruleSetName } from '@bareme/language/ir';
import type { DemandOn } from './demands-on.js';
import { noteEntry, type NoteEntry } from './note-entry.js';
import type { ScoringSetup } from './scoring-setup.js';

/** The version of the JSON of `noter` (`notes.schema.json`). */
export const NOTES_VERSION = '1.0';

/** A demand and its result; no result when nothing is known of it on that day. */
export interface Scored {
    readonly demand: DemandOn;
    readonly result?: DemandResult;
}

/** What `noter --format json` prints: one result per demand, by id. */
export interface NotesDocument {
    readonly notesVersion: string;
    /** `valmont 2024.1`, or `valmont 2024.1 / attente_renforcée`. */
    readonly policy: string;
    /** ISO date. */
    readonly date: string;
    readonly synthetic: boolean;
    readonly results: readonly ResultEntry[];
}

export interface ResultEntry {
    readonly demand: string;
    /** Entered, and not yet left, that day. */
    readonly open: boolean;
    /** The cotation that scored the demand. */
    readonly scoring?: string;
    readonly declared: NoteEntry | UnknownNote;
    readonly verified: NoteEntry | UnknownNote;
    readonly anomalies: readonly { readonly kind: string; readonly name: string }[];
}

/** Nothing is known of the demand on that day. */
export interface UnknownNote {
    readonly kind: 'unknown';
}

/** The results of demands as a document. */
export function notesDocument({ policy, day, tables }: ScoringSetup, scored: readonly Scored[]): NotesDocument {
    return { notesVersion: NOTES_VERSION, policy: ruleSetName(policy), date: formatIso(day), synthetic: tables.synthetic, results: scored.map(entryOf) };
}

function entryOf({ demand: { id, open }, result }: Scored): ResultEntry {
    if (result === undefined) return { demand: id, open, declared: { kind: 'unknown' }, verified: { kind: 'unknown' }, anomalies: [] };
    const { scoring, declared, verified, anomalies } = result;
    return {
        demand: id,
        open,
        ...(scoring === undefined ? {} : { scoring }),
        declared: noteEntry(declared),
        verified: noteEntry(verified),
        anomalies: anomalies.map(({ kind, name }) => ({ kind, name })),
    };
}
