import type { AdequacyResult, EligibilityResult } from '@bareme/language/engine';
import { formatIso, ruleSetName } from '@bareme/language/ir';
import { noteEntry, type NoteEntry } from './note-entry.js';
import type { Outside, Scored, Standing } from './score-demands.js';
import type { ScoringSetup } from './scoring-setup.js';

/** The version of the JSON of `noter` (`notes.schema.json`). */
export const NOTES_VERSION = '1.2';

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
    /** Clauses that may treat the demand apart, and the facts that are missing to know. */
    readonly perhapsUnscored?: { readonly clauses: readonly string[]; readonly missing: readonly string[] };
    /** Absent where the policy excludes nobody: no rule was read. */
    readonly eligibility?: { readonly result: EligibilityResult['kind']; readonly exclusions: readonly string[]; readonly missing: readonly string[] };
    /** Of a dwelling, where the policy says what suits. */
    readonly adequacy?: { readonly result: AdequacyResult['kind']; readonly failed: readonly string[]; readonly missing: readonly string[] };
    /** Among the open demands that nothing surely keeps out: 1 more than those before it, and how many others are alike. */
    readonly rank?: number;
    readonly ties?: number;
    readonly anomalies: readonly { readonly kind: string; readonly name: string }[];
}

/** Nothing is known of the demand on that day; or it names no territory of those asked for. */
export interface UnknownNote {
    readonly kind: 'unknown' | 'outside';
}

/** The results of demands as a document. */
export function notesDocument({ territories, day, tables }: ScoringSetup, lines: readonly (Scored | Outside)[]): NotesDocument {
    const several = territories.length > 1;
    return {
        notesVersion: NOTES_VERSION,
        policy: territories.map(({ ranking }) => ruleSetName(ranking)).join(' + '),
        date: formatIso(day),
        synthetic: tables.synthetic,
        results: lines.map((line) => entryOf(line, several)),
    };
}

function entryOf(line: Scored | Outside, several: boolean): ResultEntry {
    const { id, open } = line.demand;
    const nothing = (kind: UnknownNote['kind']) => ({ declared: { kind }, verified: { kind }, anomalies: [] });
    if (line.kind === 'outside') return { demand: id, open, ...nothing('outside') };
    const about = { demand: id, ...(several ? { policy: ruleSetName(line.policy) } : {}), open };
    return line.standing === undefined ? { ...about, ...nothing('unknown') } : { ...about, ...standingEntry(line.standing) };
}

function standingEntry({ result, eligibility, adequacy, place }: Standing): Omit<ResultEntry, 'demand' | 'policy' | 'open'> {
    const { scoring, declared, verified, perhapsUnscored, anomalies } = result;
    return {
        ...(scoring === undefined ? {} : { scoring }),
        declared: noteEntry(declared),
        verified: noteEntry(verified),
        ...(perhapsUnscored === undefined ? {} : { perhapsUnscored }),
        ...(eligibility === undefined ? {} : { eligibility: eligibilityEntry(eligibility) }),
        ...(adequacy === undefined ? {} : { adequacy: adequacyEntry(adequacy) }),
        ...(place === undefined ? {} : place),
        anomalies: anomalies.map(({ kind, name }) => ({ kind, name })),
    };
}

function eligibilityEntry(result: EligibilityResult): NonNullable<ResultEntry['eligibility']> {
    return {
        result: result.kind,
        exclusions: result.kind === 'eligible' ? [] : result.exclusions,
        missing: result.kind === 'to-verify' ? result.missing : [],
    };
}

function adequacyEntry(result: AdequacyResult): NonNullable<ResultEntry['adequacy']> {
    return { result: result.kind, failed: result.kind === 'unfit' ? result.failed : [], missing: result.kind === 'unknown' ? result.missing : [] };
}
