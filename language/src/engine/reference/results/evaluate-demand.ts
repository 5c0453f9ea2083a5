import { compare, max, min, ZERO } from '../../../kit/exact-number.js';
import type { DemandResult, NoteResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { chooseScoring, startRun, type Choice, type Run } from '../notes/choose-scoring.js';
import { note } from '../expressions/context.js';
import { interpreterOf } from '../expressions/interpreter.js';
import { distinct, validity } from '../expressions/dated.js';
import { scoringAll, type LoadedPolicy } from '../policy/loaded-policy.js';
import { createNoteMemo, type NoteMemo } from '../notes/note-memo.js';
import { jointBounds, type JointBounds } from './joint-bounds.js';
import { leastOf, mostOf } from '../notes/outcome.js';
import { treatedApart } from './treated-apart.js';
import { brokenPromises, scoreOf, type Candidate, type Which } from '../notes/score.js';
import { isEmptyGap, namesOf } from '../values/value.js';

/**
 * The two notes of a demand, alone or for a dwelling, on a day (language.md, meanings 1 to 3 and 5 to 7).
 *
 * A note whose bounds meet is known, whatever is missing. A note that is not known for want of a dwelling only is an interval; for want
 * of facts, incomplete. No scoring for the demand, or a scope that is unknown, leaves it incomplete between the bounds of the scorings
 * that may apply (of all, when none does); two scopes that hold are an anomaly, and the first written scores.
 * A demand that a clause `hors cotation` surely treats apart has no note; one that it may, is scored, and the doubt is told.
 * With a memo, what an earlier call has computed for the same demand is not computed again; the result is the same without.
 */
export function evaluateDemand(loaded: LoadedPolicy, subject: Subject, memo: NoteMemo = createNoteMemo()): DemandResult {
    const run = startRun(loaded, subject, memo);
    return resultOf(run, chooseScoring(run));
}

/** Clauses that treat a demand apart may read the note that it would have. */
const READING_NOTES_OF_ALL = interpreterOf(({ loaded, subject, day }) => evaluateDemand(scoringAll(loaded), { ...subject, day }));

/** The result of a run once its scoring is chosen. */
export function resultOf(run: Run, choice: Choice): DemandResult {
    const { clauses, perhaps } = treatedApart(run, READING_NOTES_OF_ALL);
    if (clauses.length > 0) return apartResult(run, clauses);
    const bounds = boundsOnce(run);
    const noteOf = (which: Which): NoteResult => {
        const [only] = choice.candidates;
        return choice.sure && only !== undefined ? noteUnder(run, only, { which, bounds }) : noteBetween(choice, { which, bounds });
    };
    const declared = noteOf('declared');
    const verified = proofsMatter(choice) ? noteOf('verified') : declared;
    const { anomalies, until } = run.contexts.closed;
    const [only] = choice.candidates;
    const scoring = choice.sure && only !== undefined ? { scoring: only.scoring.scoring.name } : {};
    return {
        ...scoring,
        declared,
        verified,
        ...(perhaps === undefined ? {} : { perhapsUnscored: perhaps }),
        anomalies: distinct(anomalies),
        ...validity(until),
    };
}

/** Whatever its cotation would give, a demand treated apart has no note. */
function apartResult({ contexts: { closed } }: Run, clauses: readonly string[]): DemandResult {
    const note: NoteResult = { kind: 'unscored', clauses };
    return { declared: note, verified: note, anomalies: distinct(closed.anomalies), ...validity(closed.until) };
}

function proofsMatter({ candidates }: Choice): boolean {
    const differ = ({ declared, verified }: { readonly declared: unknown; readonly verified: unknown }): boolean => declared !== verified;
    return candidates.some(({ records }) => records.some((record) => record !== undefined && (differ(record.closed) || differ(record.open))));
}

/** The joint bounds of a scoring, worked out at the first of its two notes that asks for them. */
function boundsOnce(run: Run): (candidate: Candidate, which: Which) => JointBounds {
    const known = new Map<Candidate, (which: Which) => JointBounds>();
    return (candidate, which) => {
        const bounds = known.get(candidate) ?? jointBounds(run, candidate);
        known.set(candidate, bounds);
        return bounds(which);
    };
}

interface Asked {
    readonly which: Which;
    readonly bounds: (candidate: Candidate, which: Which) => JointBounds;
}

/** The note under one scoring, its facts taken as they are; bounds, where there must be, hold whatever the missing facts are. */
function noteUnder(run: Run, candidate: Candidate, { which, bounds }: Asked): NoteResult {
    const scored = scoreOf(candidate, 'closed', which);
    const broken = candidate.scoring.promises ? brokenPromises(scored) : [];
    for (const { kind, name, at } of broken) note(run.contexts.closed, kind, name, at);
    const { total } = scored;
    const low = leastOf(total);
    if (compare(low, mostOf(total)) === 0) return { kind: 'note', note: low };
    if (total.gap.facts.length > 0 || total.gap.absent.length === 0) return incomplete(total.gap.facts, bounds(candidate, which));
    return { kind: 'interval', fixed: leastOf(scoreOf(candidate, 'fixed', which).total), low, high: mostOf(total) };
}

/** The note while no scoring is sure: between the bounds of all that may apply. */
function noteBetween({ candidates, gap }: Choice, { which, bounds: boundsOf }: Asked): NoteResult {
    const bounds = candidates.map((candidate) => boundsOf(candidate, which));
    const low = bounds.map((each) => each.low).reduce(min, bounds[0]?.low ?? ZERO);
    const high = bounds.map((each) => each.high).reduce(max, bounds[0]?.high ?? ZERO);
    const large = bounds.some((each) => each.large);
    const facts = isEmptyGap(gap) ? [] : candidates.flatMap((candidate) => scoreOf(candidate, 'closed', which).total.gap.facts);
    return { kind: 'incomplete', missing: [...new Set([...namesOf(gap), ...facts])].sort(), low, high, ...(large ? { large: true as const } : {}) };
}

/** A note whose bounds meet is known, whatever is missing. */
function incomplete(missing: readonly string[], { low, high, large }: JointBounds): NoteResult {
    if (compare(low, high) === 0) return { kind: 'note', note: low };
    return { kind: 'incomplete', missing: [...missing].sort(), low, high, ...(large ? { large: true as const } : {}) };
}
