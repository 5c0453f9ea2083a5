import type { EligibilityResult, PointsResult, SignalResult, TraceLine } from '@bareme/language/engine';
import { lineAndColumn } from '@bareme/language/diagnostics';
import { formatIso, ruleSetName, toFraction } from '@bareme/language/ir';
import { factText } from './fact-words.js';
import { originOf, type FactOrigin } from './fact-origin.js';
import { categoryOf, prioritiesOf, refusalsOf, type PriorityEntry } from './explained-duties.js';
import type { Explained } from './explained.js';
import type { WaitEntry } from './waits-by-place.js';
import type { StandingEntry } from './standing.js';
import { noteEntry, type NoteEntry } from './note-entry.js';

/** The version of the JSON of `expliquer` (`explication.schema.json`). */
export const EXPLANATION_VERSION = '2.1';

/** One demand explained: what `expliquer` prints, ready for a program. Numbers are exact, as text. */
export interface ExplanationDocument {
    readonly explanationVersion: string;
    readonly demand: string;
    /** Entered, and not yet left, that day. */
    readonly open: boolean;
    readonly dwelling?: string;
    /** The version whose notes and ranking are those of the day. */
    readonly policy: string;
    /** The version in force, where the switch of notes has not come yet: eligibility and signals are its own. */
    readonly inForce?: string;
    readonly date: string;
    readonly synthetic: boolean;
    /** Why the letter has no force: rules that are not in force, or data that are nobody's. Every page says so. */
    readonly specimen?: 'variant' | 'synthetic' | 'variant-and-synthetic';
    readonly notices: readonly string[];
    readonly scoring?: string;
    readonly declared: NoteEntry;
    readonly verified: NoteEntry;
    readonly lines: readonly LineEntry[];
    /** Facts read by the grid, with the value that each had. */
    readonly facts: readonly FactEntry[];
    readonly missing: readonly string[];
    /** Why the demand has no note, as the policy says it; absent where it is scored. */
    readonly unscored?: readonly ApartEntry[];
    /** Clauses that may treat the demand apart, and the facts that are missing to know. */
    readonly perhapsUnscored?: { readonly clauses: readonly string[]; readonly missing: readonly string[] };
    /** Absent where the policy excludes nobody: no rule was read. */
    readonly eligibility?: { readonly result: EligibilityResult['kind']; readonly exclusions: readonly string[] };
    readonly signals: readonly { readonly name: string; readonly truth: SignalResult['truth'] }[];
    readonly anomalies: readonly { readonly kind: string; readonly name: string }[];
    /** Grounds of priority that the law names and that gave points, by criterion; to be verified. */
    readonly priorities: readonly PriorityEntry[];
    /** The category in which the policy ranks the demand first, as written; absent outside every category. */
    readonly category?: string;
    /** What refusing a dwelling does, as the policy writes it. */
    readonly refusals: readonly string[];
    /** Waiting times of the last twelve months by type and place, where the dwellings are given. */
    readonly waits: readonly WaitEntry[];
    /** Where the policy says which demands are analogous, and all the demands are given. */
    readonly standing?: StandingEntry;
    /** Where the demand names several of the territories asked for, what the others' rules make of it. */
    readonly otherTerritories?: readonly ExplanationDocument[];
}

/** A clause that treats the demand apart: its motive and where it comes from. */
export interface ApartEntry {
    readonly name: string;
    readonly label?: string;
    readonly motive: string;
    readonly references: readonly string[];
    readonly text: string;
}

export interface LineEntry {
    readonly kind: TraceLine['kind'];
    readonly path: readonly string[];
    readonly name: string;
    readonly label?: string;
    readonly points: PointsEntry;
    /** After the combination of the group, then after caps and floors: what is left in the note. */
    readonly kept: PointsEntry;
    readonly retained: PointsEntry;
    readonly retainedVerified: PointsEntry;
    readonly status: TraceLine['status'];
    readonly statusVerified: TraceLine['status'];
    readonly facts: readonly string[];
    readonly text: string;
    /** Where the clause is written: `policies/valmont/2024.1/politique.bareme:45`. */
    readonly place: string;
}

export interface FactEntry {
    readonly name: string;
    readonly label?: string;
    readonly owner: string;
    readonly value: string;
    /** Of events and members, how many: their value spells each of them out. */
    readonly count?: number;
    readonly proved: boolean;
    /** Where the value comes from. */
    readonly origin: FactOrigin;
}

export type PointsEntry = { readonly exact: string } | { readonly low: string; readonly high: string };

/** Gathers an explanation. */
export function explanationDocument(explained: Explained): ExplanationDocument {
    const { demand, open, dwelling, policy, inForce, day, synthetic, explanation, eligibility, signals } = explained;
    const { result, traces } = explanation;
    return {
        explanationVersion: EXPLANATION_VERSION,
        demand,
        open,
        ...(dwelling === undefined ? {} : { dwelling }),
        policy: ruleSetName(policy),
        ...(inForce === policy ? {} : { inForce: ruleSetName(inForce) }),
        date: formatIso(day),
        synthetic,
        ...specimenOf(explained),
        notices: policy.notices,
        ...(result.scoring === undefined ? {} : { scoring: result.scoring }),
        declared: noteEntry(result.declared),
        verified: noteEntry(result.verified),
        lines: traces.declared.lines.map((line, index) => lineEntry(line, traces.verified.lines[index] ?? line, explained)),
        facts: factEntries(explained),
        missing: result.declared.kind === 'incomplete' ? result.declared.missing : [],
        ...apartOf(explained),
        ...(inForce.exclusions.length === 0
            ? {}
            : { eligibility: { result: eligibility.kind, exclusions: eligibility.kind === 'eligible' ? [] : eligibility.exclusions } }),
        signals: signals.map(({ name, truth }) => ({ name, truth })),
        priorities: prioritiesOf(explained),
        ...categoryOf(explained),
        refusals: refusalsOf(explained),
        waits: explained.waits,
        ...(explained.standing === undefined ? {} : { standing: explained.standing }),
        anomalies: [...result.anomalies, ...eligibility.anomalies].map(({ kind, name }) => ({ kind, name })),
    };
}

function apartOf({ policy, explanation: { result } }: Explained): Pick<ExplanationDocument, 'unscored' | 'perhapsUnscored'> {
    const { declared, perhapsUnscored } = result;
    if (declared.kind !== 'unscored') return perhapsUnscored === undefined ? {} : { perhapsUnscored };
    const clauses = (policy.unscored ?? []).filter(({ name }) => declared.clauses.includes(name));
    const unscored = clauses.map(({ name, label, motive, references, text }) => ({
        name,
        ...(label === undefined ? {} : { label }),
        motive,
        references: references.map((reference) => reference.text),
        text,
    }));
    return { unscored };
}

function specimenOf({ policy, inForce, synthetic }: Explained): Pick<ExplanationDocument, 'specimen'> {
    const isVariant = policy.variant !== undefined || inForce.variant !== undefined;
    if (isVariant && synthetic) return { specimen: 'variant-and-synthetic' };
    if (isVariant) return { specimen: 'variant' };
    return synthetic ? { specimen: 'synthetic' } : {};
}

function lineEntry(line: TraceLine, verified: TraceLine, { texts }: Explained): LineEntry {
    const { kind, path, name, label, points, kept, retained, status, facts, text, at } = line;
    const [source, start] = at;
    return {
        kind,
        path,
        name,
        ...(label === undefined ? {} : { label }),
        points: pointsEntry(points),
        kept: pointsEntry(kept),
        retained: pointsEntry(retained),
        retainedVerified: pointsEntry(verified.retained),
        status,
        statusVerified: verified.status,
        facts: facts.map((fact) => fact.name),
        text,
        place: `${source}:${lineAndColumn(texts.get(source) ?? '', start).line}`,
    };
}

function pointsEntry(points: PointsResult): PointsEntry {
    return points.kind === 'exact' ? { exact: toFraction(points.points) } : { low: toFraction(points.low), high: toFraction(points.high) };
}

/** Every fact that a criterion read, once, in the order of the grid. */
function factEntries({ policy: { vocabulary }, explanation, proved, origins }: Explained): readonly FactEntry[] {
    const entries = new Map<string, FactEntry>();
    for (const { name, owner, type, value } of explanation.traces.declared.lines.flatMap(({ facts }) => facts)) {
        if (entries.has(`${owner} ${name}`)) continue;
        const declared = vocabulary.facts.find((fact) => fact.name === name && fact.owner === owner);
        const derived = owner === 'derived' ? vocabulary.derived.find((fact) => fact.name === name) : undefined;
        const label = declared?.label ?? derived?.label;
        entries.set(`${owner} ${name}`, {
            name,
            ...(label === undefined ? {} : { label }),
            owner,
            value: factText(value, type, vocabulary),
            ...(value.kind === 'events' && value.events.length > 0 ? { count: value.events.length } : {}),
            proved: owner === 'demande' && proved(name),
            origin: declared === undefined ? { kind: 'deduced', rule: derived?.text ?? '' } : originOf(declared, origins),
        });
    }
    return [...entries.values()];
}
