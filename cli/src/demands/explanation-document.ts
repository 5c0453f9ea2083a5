import type { EligibilityResult, Explanation, PointsResult, SignalResult, TraceLine } from '@bareme/language/engine';
import { lineAndColumn } from '@bareme/language/diagnostics';
import { formatIso, ruleSetName, toFraction, type Day, type Policy } from '@bareme/language/ir';
import type { Texts } from '../report/located.js';
import { factText } from './fact-words.js';
import type { StandingEntry } from './standing.js';
import { noteEntry, type NoteEntry } from './note-entry.js';

/** The version of the JSON of `expliquer` (`explication.schema.json`). */
export const EXPLANATION_VERSION = '1.1';

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
    readonly notices: readonly string[];
    readonly scoring?: string;
    readonly declared: NoteEntry;
    readonly verified: NoteEntry;
    readonly lines: readonly LineEntry[];
    /** Facts read by the grid, with the value that each had. */
    readonly facts: readonly FactEntry[];
    readonly missing: readonly string[];
    /** Absent where the policy excludes nobody: no rule was read. */
    readonly eligibility?: { readonly result: EligibilityResult['kind']; readonly exclusions: readonly string[] };
    readonly signals: readonly { readonly name: string; readonly truth: SignalResult['truth'] }[];
    readonly anomalies: readonly { readonly kind: string; readonly name: string }[];
    /** Where the policy says which demands are analogous, and all the demands are given. */
    readonly standing?: StandingEntry;
    /** Where the demand names several of the territories asked for, what the others' rules make of it. */
    readonly otherTerritories?: readonly ExplanationDocument[];
}

export interface LineEntry {
    readonly kind: TraceLine['kind'];
    readonly path: readonly string[];
    readonly name: string;
    readonly label?: string;
    readonly points: PointsEntry;
    readonly kept: PointsEntry;
    readonly keptVerified: PointsEntry;
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
    readonly proved: boolean;
    /** The column that the fact comes from; absent on a deduced fact. */
    readonly column?: string;
    /** How a deduced fact is obtained. */
    readonly rule?: string;
}

export type PointsEntry = { readonly exact: string } | { readonly low: string; readonly high: string };

/** What is explained, and of whom. */
export interface Explained {
    readonly demand: string;
    readonly open: boolean;
    readonly dwelling?: string;
    /** Of the notes and of the ranking; `inForce` for everything else. */
    readonly policy: Policy;
    readonly inForce: Policy;
    readonly day: Day;
    readonly synthetic: boolean;
    readonly explanation: Explanation;
    readonly eligibility: EligibilityResult;
    readonly signals: readonly SignalResult[];
    readonly proved: (fact: string) => boolean;
    readonly texts: Texts;
    readonly standing?: StandingEntry;
}

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
        notices: policy.notices,
        ...(result.scoring === undefined ? {} : { scoring: result.scoring }),
        declared: noteEntry(result.declared),
        verified: noteEntry(result.verified),
        lines: traces.declared.lines.map((line, index) => lineEntry(line, traces.verified.lines[index] ?? line, explained)),
        facts: factEntries(explained),
        missing: result.declared.kind === 'incomplete' ? result.declared.missing : [],
        ...(inForce.exclusions.length === 0
            ? {}
            : { eligibility: { result: eligibility.kind, exclusions: eligibility.kind === 'eligible' ? [] : eligibility.exclusions } }),
        signals: signals.map(({ name, truth }) => ({ name, truth })),
        ...(explained.standing === undefined ? {} : { standing: explained.standing }),
        anomalies: [...result.anomalies, ...eligibility.anomalies].map(({ kind, name }) => ({ kind, name })),
    };
}

function lineEntry(line: TraceLine, verified: TraceLine, { texts }: Explained): LineEntry {
    const { kind, path, name, label, points, kept, status, facts, text, at } = line;
    const [source, start] = at;
    return {
        kind,
        path,
        name,
        ...(label === undefined ? {} : { label }),
        points: pointsEntry(points),
        kept: pointsEntry(kept),
        keptVerified: pointsEntry(verified.kept),
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
function factEntries({ policy: { vocabulary }, explanation, proved }: Explained): readonly FactEntry[] {
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
            proved: owner === 'demande' && proved(name),
            ...(declared === undefined ? {} : { column: declared.column ?? declared.name }),
            ...(derived === undefined ? {} : { rule: derived.text }),
        });
    }
    return [...entries.values()];
}
