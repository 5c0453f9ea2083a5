import type { Subject } from '../../subject.js';
import { apart, holdsOn, note, recall, type Context } from '../expressions/context.js';
import { evaluateCriterion, type Contexts, type CriterionRecord } from './evaluate-criterion.js';
import { contextOf } from '../expressions/interpreter.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { LoadedCriterion, LoadedScoring } from '../policy/loaded-scoring.js';
import { claimMemo, type NoteMemo } from './note-memo.js';
import type { Candidate, DemandPart } from './score.js';
import { isUnknown, type Truth } from '../values/truth.js';
import { joinGaps, NO_GAP, type Gap } from '../values/value.js';

/** An evaluation under way: its contexts, and what it may take from earlier ones. */
export interface Run {
    readonly loaded: LoadedPolicy;
    readonly contexts: Contexts;
    readonly memo: NoteMemo;
}

/** The scorings that score the demand, or may: one for sure, or several while a scope is unknown; their criteria evaluated. */
export interface Choice {
    readonly sure: boolean;
    readonly candidates: readonly Candidate[];
    readonly gap: Gap;
}

/** Begins an evaluation; the open context is made only if it is asked. */
export function startRun(loaded: LoadedPolicy, subject: Subject, memo: NoteMemo): Run {
    const { derived, openDerived } = claimMemo(memo, loaded, subject.demand);
    let opened: Context | undefined;
    const open = (): Context => (opened ??= contextOf(loaded, subject, { open: true, kept: openDerived }));
    return { loaded, memo, contexts: { closed: contextOf(loaded, subject, { kept: derived }), open } };
}

/** The first scoring whose scope holds; before it, those whose scope is unknown. */
export function chooseScoring(run: Run): Choice {
    const { closed } = run.contexts;
    const candidates: LoadedScoring[] = [];
    let gap = NO_GAP;
    let sure = false;
    for (const scoring of run.loaded.scorings) {
        const truth = scopeTruth(run, scoring);
        if (truth === true && sure) note(closed, 'several-scorings', scoring.scoring.name, scoring.scoring.at);
        if (truth === false || sure) continue;
        candidates.push(scoring);
        if (isUnknown(truth)) gap = joinGaps(gap, truth.gap);
        else sure = true;
    }
    if (candidates.length === 0) note(closed, 'no-scoring', run.loaded.policy.name, run.loaded.policy.at);
    const possible = candidates.length === 0 ? run.loaded.scorings : candidates;
    return { sure: sure && candidates.length === 1, candidates: possible.map((scoring) => candidateOf(run, scoring)), gap };
}

function scopeTruth({ contexts, memo }: Run, { scoring, index, letting }: LoadedScoring): Truth {
    const { scope } = scoring;
    if (scope === undefined) return true;
    const { closed } = contexts;
    const kept = memo.scopes[index];
    if (kept !== undefined && holdsOn(kept.holding, closed.day)) {
        recall(closed, kept.holding);
        return kept.outcome;
    }
    const evaluated = apart(closed, () => closed.interpreter.truth(closed, scope));
    if (!letting) memo.scopes[index] = evaluated;
    return evaluated.outcome;
}

/** Each criterion of a scoring evaluated, or taken from the memo when it reads no letting and still holds. */
function candidateOf(run: Run, scoring: LoadedScoring): Candidate {
    const part = demandPart(run, scoring);
    const records = part.records.slice();
    for (const criterion of scoring.lettingCriteria) records[criterion.position] = evaluateCriterion(run.contexts, criterion);
    return { scoring, part, records };
}

function demandPart(run: Run, scoring: LoadedScoring): DemandPart {
    const { closed } = run.contexts;
    const kept = run.memo.parts[scoring.index];
    if (kept !== undefined && holdsOn(kept.holding, closed.day)) {
        recall(closed, kept.holding);
        return kept;
    }
    const { outcome: records, holding } = apart(closed, () => scoring.criteria.map((criterion) => (criterion.letting ? undefined : recordOf(run, criterion))));
    const part: DemandPart = { holding, records, worked: new Map() };
    run.memo.parts[scoring.index] = part;
    return part;
}

function recordOf({ contexts, memo }: Run, criterion: LoadedCriterion): CriterionRecord {
    const kept = memo.criteria[criterion.index];
    if (kept !== undefined && holdsOn(kept.holding, contexts.closed.day)) {
        recall(contexts.closed, kept.holding);
        return kept;
    }
    const record = evaluateCriterion(contexts, criterion);
    memo.criteria[criterion.index] = record;
    return record;
}
