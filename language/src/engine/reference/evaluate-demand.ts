import { compare, max, min, ZERO, type Rational } from '../../kit/exact-number.js';
import type { Day } from '../../ir/value.js';
import type { Anomaly, DemandResult, NoteResult } from '../result.js';
import type { Subject } from '../subject.js';
import { apart, FOREVER, holdsOn, note, recall } from './context.js';
import { evaluateCriterion, type Contexts, type CriterionRecord } from './evaluate-criterion.js';
import { contextOf } from './interpreter.js';
import type { LoadedPolicy, LoadedScoring } from './loaded-policy.js';
import { claimMemo, createNoteMemo, type NoteMemo, type ScopeRecord } from './note-memo.js';
import { leastOf, mostOf, NOTHING } from './outcome.js';
import { brokenPromises, scoreOf, type CriterionOutcomes } from './score.js';
import { isUnknown } from './truth.js';
import { isEmptyGap, joinGaps, namesOf, NO_GAP, type Gap } from './value.js';
import type { BothNotes } from './verify-criterion.js';

/** An evaluation under way: its contexts, and what it may take from earlier ones. */
export interface Run {
    readonly loaded: LoadedPolicy;
    readonly contexts: Contexts;
    readonly memo: NoteMemo;
}

/** The scorings that score the demand, or may: one for sure, or several while a scope is unknown; their criteria evaluated. */
export interface Choice {
    readonly sure?: LoadedScoring;
    readonly candidates: readonly Candidate[];
    readonly gap: Gap;
}

export interface Candidate {
    readonly scoring: LoadedScoring;
    /** By position. */
    readonly records: readonly CriterionRecord[];
}

export type Which = keyof BothNotes;

/**
 * The two notes of a demand, alone or for a dwelling, on a day (language.md, meanings 1 to 3 and 5 to 7).
 *
 * A note whose bounds meet is known, whatever is missing. A note that is not known for want of a dwelling only is an interval; for want
 * of facts, incomplete. No scoring for the demand, or a scope that is unknown, leaves it incomplete between the bounds of the scorings
 * that may apply (of all, when none does); two scopes that hold are an anomaly, and the first written scores.
 * With a memo, what an earlier call has computed for the same demand is not computed again; the result is the same without.
 */
export function evaluateDemand(loaded: LoadedPolicy, subject: Subject, memo: NoteMemo = createNoteMemo()): DemandResult {
    const run = startRun(loaded, subject, memo);
    return resultOf(run, chooseScoring(run));
}

/** The result of a run once its scoring is chosen. */
export function resultOf(run: Run, choice: Choice): DemandResult {
    const declared = noteOf(run, choice, 'declared');
    const verified = proofsMatter(choice) ? noteOf(run, choice, 'verified') : declared;
    const { anomalies, until } = run.contexts.closed;
    return {
        ...(choice.sure === undefined ? {} : { scoring: choice.sure.scoring.name }),
        declared,
        verified,
        anomalies: distinct(anomalies),
        ...validity(until),
    };
}

/** `validUntil`, unless the outcome holds for ever. */
export function validity(until: Day): { readonly validUntil?: Day } {
    return until === FOREVER ? {} : { validUntil: until };
}

/** Anomalies met, each said once. */
export function distinct(anomalies: readonly Anomaly[]): readonly Anomaly[] {
    return anomalies.filter((one, index) => anomalies.findIndex((other) => isSame(one, other)) === index);
}

function isSame(a: Anomaly, b: Anomaly): boolean {
    return a.kind === b.kind && a.name === b.name && a.at.every((part, index) => part === b.at[index]);
}

export function startRun(loaded: LoadedPolicy, subject: Subject, memo: NoteMemo): Run {
    const claimed = claimMemo(memo, loaded, subject.demand);
    const closed = contextOf(loaded, subject, { kept: claimed.derived });
    return { loaded, memo: claimed, contexts: { closed, open: contextOf(loaded, subject, { open: true, kept: claimed.openDerived }) } };
}

/** The first scoring whose scope holds; before it, those whose scope is unknown. */
export function chooseScoring(run: Run): Choice {
    const candidates: LoadedScoring[] = [];
    let gap = NO_GAP;
    let sure: LoadedScoring | undefined;
    for (const scoring of run.loaded.scorings) {
        const truth = scopeTruth(run, scoring);
        if (truth === true && sure !== undefined) note(run.contexts.closed, 'several-scorings', scoring.scoring.name, scoring.scoring.at);
        if (truth === false || sure !== undefined) continue;
        candidates.push(scoring);
        if (isUnknown(truth)) gap = joinGaps(gap, truth.gap);
        else sure = scoring;
    }
    if (candidates.length === 0) note(run.contexts.closed, 'no-scoring', run.loaded.policy.name, run.loaded.policy.at);
    const evaluated = (candidates.length === 0 ? run.loaded.scorings : candidates).map((scoring) => ({ scoring, records: recordsOf(run, scoring) }));
    return { ...(candidates.length === 1 && sure !== undefined ? { sure } : {}), candidates: evaluated, gap };
}

function proofsMatter({ candidates }: Choice): boolean {
    return candidates.some(({ records }) => records.some(({ closed, open }) => closed.declared !== closed.verified || open.declared !== open.verified));
}

function scopeTruth({ contexts, memo }: Run, { scoring, index, letting }: LoadedScoring): ScopeRecord['truth'] {
    const { scope } = scoring;
    if (scope === undefined) return true;
    const { closed } = contexts;
    const kept = memo.scopes[index];
    if (kept !== undefined && holdsOn(kept, closed.day)) {
        recall(closed, kept);
        return kept.truth;
    }
    const { outcome, holding } = apart(closed, () => closed.interpreter.truth(closed, scope));
    if (!letting) memo.scopes[index] = { truth: outcome, ...holding };
    return outcome;
}

function noteOf(run: Run, choice: Choice, which: Which): NoteResult {
    const [only] = choice.candidates;
    return choice.sure !== undefined && only !== undefined ? noteUnder(run, only, which) : noteBetween(choice, which);
}

/** The note under one scoring, its facts taken as they are; bounds, where there must be, hold whatever the missing facts are. */
function noteUnder(run: Run, candidate: Candidate, which: Which): NoteResult {
    const scored = scoreOf(candidate.scoring, closedOutcomes(candidate, which));
    for (const { kind, name, at } of brokenPromises(scored)) note(run.contexts.closed, kind, name, at);
    const { total } = scored;
    const low = leastOf(total);
    if (compare(low, mostOf(total)) === 0) return { kind: 'note', note: low };
    if (total.gap.facts.length === 0 && total.gap.absent.length > 0) {
        const fixed = scoreOf(candidate.scoring, fixedOutcomes(candidate, which)).total;
        return { kind: 'interval', fixed: leastOf(fixed), low, high: mostOf(total) };
    }
    return { kind: 'incomplete', missing: [...total.gap.facts].sort(), ...openBounds(candidate, which) };
}

/** The note while no scoring is sure: between the bounds of all that may apply. */
function noteBetween({ candidates, gap }: Choice, which: Which): NoteResult {
    const bounds = candidates.map((candidate) => openBounds(candidate, which));
    const low = bounds.map((each) => each.low).reduce(min, bounds[0]?.low ?? ZERO);
    const high = bounds.map((each) => each.high).reduce(max, bounds[0]?.high ?? ZERO);
    const facts = isEmptyGap(gap) ? [] : candidates.flatMap((candidate) => scoreOf(candidate.scoring, closedOutcomes(candidate, which)).total.gap.facts);
    return { kind: 'incomplete', missing: [...new Set([...namesOf(gap), ...facts])].sort(), low, high };
}

function openBounds(candidate: Candidate, which: Which): { readonly low: Rational; readonly high: Rational } {
    const { total } = scoreOf(candidate.scoring, openOutcomes(candidate, which));
    return { low: leastOf(total), high: mostOf(total) };
}

/** Each criterion of a scoring evaluated, or taken from the memo when it reads no letting and still holds. */
function recordsOf({ contexts, memo }: Run, scoring: LoadedScoring): readonly CriterionRecord[] {
    const { closed } = contexts;
    return scoring.criteria.map((criterion) => {
        const kept = criterion.letting ? undefined : memo.criteria[criterion.index];
        if (kept !== undefined && holdsOn(kept, closed.day)) {
            recall(closed, kept);
            return kept;
        }
        const record = evaluateCriterion(contexts, criterion);
        if (!criterion.letting) memo.criteria[criterion.index] = record;
        return record;
    });
}

export function closedOutcomes({ records }: Candidate, which: Which): CriterionOutcomes {
    return records.map((record) => record.closed[which]);
}

export function openOutcomes({ records }: Candidate, which: Which): CriterionOutcomes {
    return records.map((record) => record.open[which]);
}

/** The fixed part: criteria that read the letting give nothing. */
function fixedOutcomes({ scoring, records }: Candidate, which: Which): CriterionOutcomes {
    return records.map((record, position) => (scoring.criteria[position]?.letting === true ? NOTHING : record.closed[which]));
}
