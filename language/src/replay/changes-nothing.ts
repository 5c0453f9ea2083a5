import type { FactReader } from '../columns/facts.js';
import { evaluateDemand, type DemandResult, type LoadedPolicy, type NoteResult } from '../engine/index.js';
import { equals, type Rational } from '../kit/exact-number.js';
import type { Baseline } from './move-cause.js';
import type { PoolEntry } from './phase-pool.js';
import { bareJson } from './pool-filter.js';
import type { ReplayContext } from './replay-context.js';
import type { Phase } from './rule-set.js';
import type { VacancyOutcome } from './vacancy-outcome.js';

/** Whether two rule sets say the same over the days of a replay, places and words for people apart. */
export function meanTheSame(a: readonly Phase[], b: readonly Phase[]): boolean {
    return a.length === b.length && a.every((phase, place) => isSamePhase(phase, b[place]!));
}

function isSamePhase(a: Phase, b: Phase): boolean {
    return a.from === b.from && a.to === b.to && isSamePolicy(a.inForce, b.inForce) && isSamePolicy(a.ranking, b.ranking);
}

function isSamePolicy(a: LoadedPolicy, b: LoadedPolicy): boolean {
    return a === b || meaningOf(a) === meaningOf(b);
}

function meaningOf({ policy }: LoadedPolicy): string {
    const { vocabulary, scorings, ranking, exclusions, adequacies, objectives } = policy;
    return bareJson([vocabulary, scorings, ranking, exclusions, adequacies, objectives]);
}

/** Whether a demand that comes into a pool has another note, declared or verified, than under the baseline, on the same facts. */
export function notesDiffer(
    { dwellings }: ReplayContext,
    { phases }: Baseline,
    { entry, demand }: { readonly entry: PoolEntry; readonly demand: FactReader },
): boolean {
    const phase = phases.find(({ from, to }) => from <= entry.day && entry.day <= to);
    if (phase === undefined) return true;
    const result = evaluateDemand(phase.ranking, { demand, dwelling: dwellings.reader(entry.vacancy), day: entry.day });
    return !isSameResult(result, entry.note.result);
}

/** Whether two results give the same two notes. */
export function isSameResult(a: DemandResult, b: DemandResult): boolean {
    return isSameNote(a.declared, b.declared) && isSameNote(a.verified, b.verified);
}

function isSameNote(a: NoteResult, b: NoteResult): boolean {
    const ends = (note: NoteResult): readonly [Rational, Rational] => (note.kind === 'note' ? [note.note, note.note] : [note.low, note.high]);
    const [[low, high], [otherLow, otherHigh]] = [ends(a), ends(b)];
    return a.kind === b.kind && equals(low, otherLow) && equals(high, otherHigh);
}

/** Whether two runs did the same with every vacancy, whatever they say of why. */
export function isSameOutcome(a: VacancyOutcome, b: VacancyOutcome): boolean {
    const seen = (outcome: VacancyOutcome): string => JSON.stringify({ ...outcome, moved: undefined });
    return seen(a) === seen(b);
}
