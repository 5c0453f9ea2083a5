import type { DemandResult } from '@bareme/language/engine';
import { formatIso, ruleSetName, type Policy } from '@bareme/language/ir';
import type { DemandOn } from './demands-on.js';
import { noteEntry, type NoteEntry } from './note-entry.js';
import type { ScoringSetup } from './scoring-setup.js';

/** The version of the JSON of `noter` (`notes.schema.json`). */
export const NOTES_VERSION = '1.0';

/** A demand and its result; no result when nothing is known of it on that day. */
export interface Scored {
    readonly policy: Policy;
    readonly demand: DemandOn;
    readonly result?: DemandResult;
}

/** What `noter --format json` prints: one result per demand, by id. */
export interface NotesDocument {
    readonly notesVersion: string;
    /** `valmont 2024.1`, or `valmont 2024.1 / attente_renforcée`; several, where each territory has its own. */
    readonly policy: string;
    /** ISO date. */
    readonly date: string;
    readonly synthetic: boolean;
    readonly results: readonly ResultEntry[];
}

export interface ResultEntry {
    readonly demand: string;
    /** The policy that scored it, where several territories do. */
    readonly policy?: string;
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
export function notesDocument({ policies, day, tables }: ScoringSetup, scored: readonly Scored[]): NotesDocument {
    const entry = entryOf(policies.length > 1);
    return {
        notesVersion: NOTES_VERSION,
        policy: policies.map(ruleSetName).join(' + '),
        date: formatIso(day),
        synthetic: tables.synthetic,
        results: scored.map(entry),
    };
}

function entryOf(several: boolean): (scored: Scored) => ResultEntry {
    return ({ policy, demand: { id, open }, result }) => {
        const about = { demand: id, ...(several ? { policy: ruleSetName(policy) } : {}), open };
        if (result === undefined) return { ...about, declared: { kind: 'unknown' }, verified: { kind: 'unknown' }, anomalies: [] };
        return { ...about, ...notesOf(result) };
    };
}

function notesOf({ scoring, declared, verified, anomalies }: DemandResult): Omit<ResultEntry, 'demand' | 'policy' | 'open'> {
    return {
        ...(scoring === undefined ? {} : { scoring }),
        declared: noteEntry(declared),
        verified: noteEntry(verified),
        anomalies: anomalies.map(({ kind, name }) => ({ kind, name })),
    };
}
