import { at } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import { evaluateDemand, highOf, lowOf, type DemandResult, type Program, type NoteResult, type Subject } from '../../engine/index.js';
import type { Day } from '../../ir/value.js';
import { equals, type Rational } from '../../kit/exact-number.js';
import type { Baseline } from './move-cause.js';
import { bareJson } from '../../ir/bare-json.js';
import type { RunRecord } from '../record/replay-record.js';
import { phaseOn, type Phase } from '../rules/rule-set.js';
import type { VacancyOutcome } from './vacancy-outcome.js';

/** Whether two rule sets say the same over the days of a replay, places and words for people apart. */
export function meanTheSame(a: readonly Phase[], b: readonly Phase[]): boolean {
    return a.length === b.length && a.every((phase, place) => isSamePhase(phase, at(b, place)));
}

function isSamePhase(a: Phase, b: Phase): boolean {
    return a.from === b.from && a.to === b.to && isSamePolicy(a.inForce, b.inForce) && isSamePolicy(a.ranking, b.ranking);
}

function isSamePolicy(a: Program, b: Program): boolean {
    return a === b || meaningOf(a) === meaningOf(b);
}

/** All that a policy says but its names, its dates (phases hold them) and its words for people: a new part of it counts unless left out here. */
function meaningOf({ policy }: Program): string {
    const names = { name: '', label: '', version: '', variant: undefined, territory: undefined, succeeds: undefined };
    return bareJson({ ...policy, ...names, dates: undefined, citations: [], notices: [], sources: [], guarantees: [] });
}

/** Numbers policies by what their notes are made from: those of one number give every demand the same notes. */
export type NoteNumbers = (loaded: Program) => number;

/** A numbering that remembers what it has met. */
export function noteNumbers(): NoteNumbers {
    const byPolicy = new Map<Program, number>();
    const byMeaning = new Map<string, number>();
    return (loaded) => {
        const known = byPolicy.get(loaded);
        if (known !== undefined) return known;
        const meaning = bareJson([loaded.policy.vocabulary, loaded.policy.scorings, loaded.policy.unscored ?? []]);
        const number = byMeaning.get(meaning) ?? byMeaning.size;
        byMeaning.set(meaning, number);
        byPolicy.set(loaded, number);
        return number;
    };
}

/** A demand that comes into a pool, and the policy that ranks it there. */
interface Comer {
    readonly demand: FactReader;
    readonly vacancy: number;
    readonly day: Day;
    readonly ranking: Program;
    readonly numbers: NoteNumbers;
}

/** Whether a demand that comes into a pool has other notes, for the vacancy or without it, than under the baseline on the same facts. */
export function notesDiffer({ dwellings }: RunRecord, { phases }: Baseline, { demand, vacancy, day, ranking, numbers }: Comer): boolean {
    const phase = phaseOn(phases, { day, commune: dwellings.vacancy(vacancy).commune });
    if (phase === undefined) return true;
    if (numbers(phase.ranking) === numbers(ranking)) return false;
    const subjects: readonly Subject[] = [
        { demand, day },
        { demand, dwelling: dwellings.reader(vacancy), day },
    ];
    return subjects.some((subject) => !isSameResult(evaluateDemand(phase.ranking, subject), evaluateDemand(ranking, subject)));
}

/** Whether two results give the same two notes. */
export function isSameResult(a: DemandResult, b: DemandResult): boolean {
    return isSameNote(a.declared, b.declared) && isSameNote(a.verified, b.verified);
}

/** Whether two notes are the same, bounds included. */
export function isSameNote(a: NoteResult, b: NoteResult): boolean {
    const same = (x: Rational | undefined, y: Rational | undefined): boolean => (x === undefined || y === undefined ? x === y : equals(x, y));
    return a.kind === b.kind && same(lowOf(a), lowOf(b)) && same(highOf(a), highOf(b));
}

/** Whether two runs did the same with every vacancy, whatever they say of why. */
export function isSameOutcome(a: VacancyOutcome, b: VacancyOutcome): boolean {
    const seen = (outcome: VacancyOutcome): string => JSON.stringify({ ...outcome, moved: undefined });
    return seen(a) === seen(b);
}
