import type { VacancyFlag } from '../contract/report-codes.js';
import { at } from '../../kit/at.js';
import {
    compareRankKeys,
    isDoubtful,
    OUT,
    standingBy,
    type CompiledPolicy,
    type DemandResult,
    type Ranks,
    type Standing,
    type Subject,
} from '../../engine/index.js';
import { toFraction } from '../../kit/exact-number.js';
import { isSameResult, meanTheSame } from './changes-nothing.js';
import { appraisalDraw } from '../record/draws.js';
import type { Candidate } from '../pool/candidate-stream.js';
import { compareCandidates } from '../pool/candidate-stream.js';
import type { LedgerRow } from '../contract/report.js';
import { largestSwing } from '../ranking/note-swing.js';
import { readingDay, type PoolFilter } from '../pool/pool-filter.js';
import { filtersOfPhase } from '../pool/replay-context.js';
import { demandAt, factsRow } from '../record/population.js';
import { recordedFacts } from '../record/readers.js';
import type { RecordedCandidate } from '../record/recorded-candidates.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { phaseOn, phasesOf, type LoadedRuleSet, type Phase } from '../rules/rule-set.js';
import { doubtOf } from '../pool/doubts.js';
import { decidedBy, named, noteText, type VacancyOutcome } from './vacancy-outcome.js';

/** The recorded candidates of a vacancy under one rule set. */
interface Ranked {
    readonly ranking: CompiledPolicy;
    readonly filters: readonly PoolFilter[];
    /** In rank order; those that an exclusion keeps out are not among them. */
    readonly candidates: readonly Candidate[];
    readonly keptOut: ReadonlyMap<number, PoolFilter>;
    readonly results: readonly DemandResult[];
}

/** What a rule set makes of the recorded candidates, vacancy by vacancy. */
export interface FixedCandidatesResult {
    readonly ruleSet: LoadedRuleSet;
    readonly phases: readonly Phase[];
    readonly outcomes: readonly VacancyOutcome[];
    /** By vacancy: the rank given to the commission's first. */
    readonly recordedRanks: readonly (number | undefined)[];
    readonly changesNothing: boolean;
}

const STRIDE = 64;

/** Places of the vacancies that the record presents two demands for: the others have no order to compare. */
export function comparableVacancies(candidates: readonly (readonly RecordedCandidate[])[]): readonly number[] {
    return [...candidates.entries()].flatMap(([vacancy, presented]) => (presented.length >= 2 ? [vacancy] : []));
}

/**
 * Ranks recorded candidates under one rule set, on the day of designation, with the facts recorded by then. Past designation is taken as
 * it is: adequacies keep nobody out, exclusions do. It says who comes first, and simulates nothing.
 */
export function* rankRecorded(
    context: ReplayContext,
    ruleSets: { readonly ruleSet: LoadedRuleSet; readonly baseline: LoadedRuleSet },
    candidates: readonly (readonly RecordedCandidate[])[],
): Generator<number, FixedCandidatesResult> {
    const { replayed } = context.vacancies;
    const [first, last] = [replayed[0]?.designation ?? 0, replayed.at(-1)?.designation ?? 0];
    const phases = phasesOf(ruleSets.ruleSet, first, last);
    const oldPhases = phasesOf(ruleSets.baseline, first, last);
    const isBaseline = ruleSets.ruleSet === ruleSets.baseline;
    const outcomes: VacancyOutcome[] = [];
    const recordedRanks: (number | undefined)[] = [];
    let same = true;
    for (const vacancy of comparableVacancies(candidates)) {
        if (outcomes.length % STRIDE === 0) yield outcomes.length;
        const request = { vacancy, candidates: at(candidates, vacancy) };
        const ranked = rankAt(context, phases, request);
        const old = isBaseline ? ranked : rankAt(context, oldPhases, request);
        outcomes.push(ranked === undefined ? NOT_RANKED : outcomeOf(context, vacancy, { ranked, old }));
        recordedRanks.push(rankOfFirst(ranked, at(request.candidates, 0)));
        same &&= sameRanking(ranked, old);
    }
    return { ruleSet: ruleSets.ruleSet, phases, outcomes, recordedRanks, changesNothing: !isBaseline && (same || meanTheSame(phases, oldPhases)) };
}

const NOT_RANKED: VacancyOutcome = { end: 'not-evaluated', pool: 0, decidedBy: 'none', offers: 0, rounds: 0, examined: 0, flags: ['no-version-in-force'] };

interface RankRequest {
    readonly vacancy: number;
    readonly candidates: readonly RecordedCandidate[];
}

function rankAt(context: ReplayContext, phases: readonly Phase[], { vacancy, candidates }: RankRequest): Ranked | undefined {
    const { designation: day, commune } = context.dwellings.vacancy(vacancy);
    const phase = phaseOn(phases, { day, commune });
    const ranking = phase && context.readingOf(phase.ranking).ranking;
    if (phase === undefined || ranking === undefined) return undefined;
    const filters = filtersOfPhase(context, phase);
    const exclusions = filters.filter(({ kind }) => kind === 'exclusion' || kind === 'unscored');
    const ranks = ranking.inWorld(recordedFacts(context.facts), 'first');
    const all = candidates.map(({ demand }) => candidateOf(context, ranks, { demand, vacancy }));
    const keptOut = new Map<number, PoolFilter>();
    for (const candidate of all) {
        const out = exclusions.find((filter) => standingAt(context, filter, { candidate, vacancy }) === OUT);
        if (out !== undefined) keptOut.set(candidate.index, out);
    }
    const inOrder = all.filter(({ index }) => !keptOut.has(index)).sort(compareCandidates);
    return { ranking, filters, candidates: inOrder, keptOut, results: all.map(({ result }) => result()) };
}

function candidateOf(context: ReplayContext, ranks: Ranks, { demand, vacancy }: { readonly demand: number; readonly vacancy: number }): Candidate {
    const { population, dwellings, seed } = context;
    const history = demandAt(population, demand);
    const { designation, word } = dwellings.vacancy(vacancy);
    const row = factsRow(history, designation);
    const asked = { dwelling: vacancy, day: designation };
    const note = at(ranks.rankKeys([row], asked), 0);
    return { demand: history, index: demand, row, note, result: () => ranks.result(row, asked), draw: () => appraisalDraw(seed, history.word, word) };
}

function subjectOf({ facts, dwellings }: ReplayContext, row: number, vacancy: number): Required<Pick<Subject, 'demand' | 'dwelling' | 'day'>> {
    return { demand: facts.reader(row), dwelling: dwellings.reader(vacancy), day: dwellings.vacancy(vacancy).designation };
}

function standingAt(context: ReplayContext, filter: PoolFilter, { candidate, vacancy }: { readonly candidate: Candidate; readonly vacancy: number }): Standing {
    const subject = subjectOf(context, candidate.row, vacancy);
    return standingBy(filter.compiled.program, filter.compiled, { ...subject, day: readingDay(filter, context.dwellings.vacancy(vacancy)) });
}

function outcomeOf(context: ReplayContext, vacancy: number, { ranked, old }: { readonly ranked: Ranked; readonly old: Ranked | undefined }): VacancyOutcome {
    const [first, second] = ranked.candidates;
    const { ranking } = ranked;
    return {
        end: 'recorded',
        pool: ranked.candidates.length,
        first: first && named(ranking, first),
        secondNote: second && noteText(ranking, second.result()),
        decidedBy: first === undefined ? 'none' : decidedBy(ranking, first, second),
        offers: 0,
        rounds: 0,
        examined: 0,
        flags: first === undefined ? [] : flagsOf(context, ranked, { candidate: first, vacancy }),
        moved: old === undefined ? undefined : movedFirst(context, vacancy, { ranked, old }),
    };
}

/** Doubts about the first, and whether an adequacy that only pools heed would have kept it out. */
function flagsOf(context: ReplayContext, { filters }: Ranked, first: { readonly candidate: Candidate; readonly vacancy: number }): readonly VacancyFlag[] {
    const flags = filters.flatMap((filter): readonly VacancyFlag[] => {
        const standing = standingAt(context, filter, first);
        if (isDoubtful(standing)) return [`first-${doubtOf(filter.kind)}`];
        return standing === OUT ? ['first-unfit'] : [];
    });
    if (first.candidate.note.kind === 'incomplete') flags.push('first-incomplete-note');
    return [...new Set(flags)];
}

function movedFirst(context: ReplayContext, vacancy: number, { ranked, old }: { readonly ranked: Ranked; readonly old: Ranked }): LedgerRow['moved'] {
    const [now, before] = [ranked.candidates[0], old.candidates[0]];
    if (now?.index === before?.index) return undefined;
    const filter = (before && ranked.keptOut.get(before.index)) ?? (now && old.keptOut.get(now.index));
    if (filter !== undefined) return { cause: 'filter', clause: filter.name, label: filter.label };
    if (now === undefined || before === undefined) return { cause: 'ranking' };
    const swing = largestSwing(old.ranking, ranked.ranking, { now: subjectOf(context, now.row, vacancy), before: subjectOf(context, before.row, vacancy) });
    if (swing !== undefined) return { cause: 'clause', clause: swing.clause, label: swing.label, points: toFraction(swing.points) };
    const rival = ranked.candidates.find(({ index }) => index === before.index);
    return { cause: rival !== undefined && compareRankKeys(rival.note.key, now.note.key) === 0 ? 'draw' : 'ranking' };
}

function rankOfFirst(ranked: Ranked | undefined, first: RecordedCandidate): number | undefined {
    const place = ranked?.candidates.findIndex(({ index }) => index === first.demand) ?? -1;
    return place < 0 ? undefined : place + 1;
}

function sameRanking(a: Ranked | undefined, b: Ranked | undefined): boolean {
    if (a === undefined || b === undefined) return a === b;
    const order = ({ candidates }: Ranked): string => candidates.map(({ index }) => index).join(' ');
    return order(a) === order(b) && a.results.every((result, place) => isSameResult(result, at(b.results, place)));
}
