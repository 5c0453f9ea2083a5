import { absurd } from '../../../kit/absurd.js';
import type { CriterionStatus, Explanation, NoteResult, PointsResult, Trace, TraceLine } from '../../result.js';
import type { Subject } from '../../subject.js';
import { chooseScoring, startRun, type Choice, type Run } from '../notes/choose-scoring.js';
import { resultOf } from '../results/evaluate-demand.js';
import { lostByProof } from '../notes/verify-criterion.js';
import { keptOutcomes } from './kept-outcomes.js';
import { sharedOut } from './shared-out.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { LoadedCriterion } from '../policy/loaded-scoring.js';
import { createNoteMemo } from '../notes/note-memo.js';
import { NOTHING, pointsResult, type Outcome } from '../notes/outcome.js';
import { outcomeOfCriterion, scoreOf, type Candidate, type Look, type ScoredGroup, type ScoredItem, type Which } from '../notes/score.js';
import { factsOf } from './trace-facts.js';

/** The result of a demand, and for each of its two notes the line of every criterion, rubric and of the scoring, in the order written. */
export function explainDemand(loaded: LoadedPolicy, subject: Subject): Explanation {
    const run = startRun(loaded, subject, createNoteMemo());
    const choice = chooseScoring(run);
    const result = resultOf(run, choice);
    return {
        result,
        traces: {
            declared: traceOf(run, choice, { which: 'declared', note: result.declared }),
            verified: traceOf(run, choice, { which: 'verified', note: result.verified }),
        },
    };
}

interface Asked {
    readonly which: Which;
    readonly note: NoteResult;
}

/**
 * The points of an incomplete note are those of each criterion alone, missing facts open to any value; its last line has the bounds of
 * the note, where criteria that hang together are bounded together.
 */
function traceOf(run: Run, { sure, candidates }: Choice, { which, note }: Asked): Trace {
    const [candidate] = candidates;
    if (!sure || candidate === undefined || note.kind === 'unscored') return { scoring: '', lines: [] };
    const look = note.kind === 'incomplete' ? 'open' : 'closed';
    const scored = scoreOf(candidate, look, which);
    const tracing: Tracing = { run, candidate, which, look };
    return {
        scoring: candidate.scoring.scoring.name,
        lines: [...groupLines(tracing, { scored, remains: scored.total, path: [] }), scoringLine(tracing, scored, note)],
    };
}

interface Tracing {
    readonly run: Run;
    readonly candidate: Candidate;
    readonly which: Which;
    readonly look: Look;
}

/** A group, what is left of it once the limits around it have taken their part, and where it is. */
interface Shared {
    readonly scored: ScoredGroup;
    readonly remains: Outcome;
    readonly path: readonly string[];
}

function groupLines(tracing: Tracing, { scored, remains, path }: Shared): readonly TraceLine[] {
    const kept = keptOutcomes(
        scored.group.combination,
        scored.items.map((item) => item.outcome),
    );
    const left = sharedOut(scored, kept, remains);
    return scored.items.flatMap((item, index) => itemLines(tracing, { item, path, kept: kept[index] ?? NOTHING, left: left[index] ?? NOTHING }));
}

interface Placed {
    readonly item: ScoredItem;
    readonly path: readonly string[];
    readonly kept: Outcome;
    readonly left: Outcome;
}

function itemLines(tracing: Tracing, placed: Placed): readonly TraceLine[] {
    const { item, scored } = placed.item;
    if (item.kind === 'criterion') return [criterionLine(tracing, item.criterion, placed)];
    const { name, label, at } = item.rubric;
    const inside = scored === undefined ? [] : groupLines(tracing, { scored, remains: placed.left, path: [...placed.path, name] });
    const points = pointsResult(placed.item.outcome);
    const kept = pointsResult(placed.kept);
    const shown = { points, kept, retained: pointsResult(placed.left), status: statusOf(points, kept) };
    return [{ path: placed.path, kind: 'rubric', name, ...labelled(label), ...shown, facts: [], text: '', at }, ...inside];
}

function criterionLine(tracing: Tracing, criterion: LoadedCriterion, placed: Placed): TraceLine {
    const { name, label, text, at } = criterion.criterion;
    const points = pointsResult(outcomeOfCriterion(tracing.candidate, criterion.position, tracing.look, tracing.which));
    const kept = pointsResult(placed.kept);
    const status = criterionStatus(tracing, criterion, statusOf(points, kept));
    const shown = { points, kept, retained: pointsResult(placed.left), status };
    return { path: placed.path, kind: 'criterion', name, ...labelled(label), ...shown, facts: factsOf(tracing.run, criterion), text, at };
}

function criterionStatus({ candidate, which, look }: Tracing, { position }: LoadedCriterion, combined: CriterionStatus): CriterionStatus {
    if (outcomeOfCriterion(candidate, position, look, which).applies !== 'no') return combined;
    const record = candidate.records[position];
    return which === 'verified' && record !== undefined && lostByProof(record.closed) ? 'unproved' : 'not-met';
}

function scoringLine({ candidate }: Tracing, { combined, total }: ScoredGroup, note: NoteResult): TraceLine {
    const { name, label, at } = candidate.scoring.scoring;
    const points = pointsResult(combined);
    const kept = keptOfNote(note) ?? pointsResult(total);
    return { path: [], kind: 'scoring', name, ...labelled(label), points, kept, retained: kept, status: statusOf(points, kept), facts: [], text: '', at };
}

function keptOfNote(note: NoteResult): PointsResult | undefined {
    switch (note.kind) {
        case 'note':
            return { kind: 'exact', points: note.note };
        case 'incomplete':
            return { kind: 'bounds', low: note.low, high: note.high, missing: note.missing };
        case 'interval':
        case 'unscored':
            return undefined;
        default:
            return absurd(note);
    }
}

function labelled(label: string | undefined): { readonly label?: string } {
    return label === undefined ? {} : { label };
}

/** `set-aside` when some points are surely not kept; `unknown` while a missing fact leaves them open. */
function statusOf(points: PointsResult, kept: PointsResult): CriterionStatus {
    if (points.kind === 'bounds' || kept.kind === 'bounds') return 'unknown';
    return points.points.n === kept.points.n && points.points.d === kept.points.d ? 'given' : 'set-aside';
}
