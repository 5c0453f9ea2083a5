import { withStandings } from './measures/lease.js';
import { at } from '../kit/at.js';
import { checkLeases } from './measures/checked-lease.js';
import { comparableVacancies, rankRecorded, type FixedCandidatesResult } from './run/fixed-candidates.js';
import { countMoves, tiesOf } from './measures/comparison.js';
import { compareEntrants } from './measures/entrants.js';
import { fluxOfRecord } from './measures/flux-report.js';
import { measureImputations } from './measures/imputations.js';
import { interleave, ledgerRows, recordRows } from './ledger.js';
import { measureChecks } from './measures/checks.js';
import { countUnmeasured, recordedLeases } from './measures/lease-sources.js';
import { HISTORY, REPORT_VERSION, type Comparison, type Honesty, type ReplayReport } from './contract/report.js';
import { measureByTerritory } from './measures/objectives-by-territory.js';
import { rankSummary } from './run/record-pass.js';
import { candidatesOf, type RecordedCandidates } from './record/recorded-candidates.js';
import { recordedNotesFound, type NotesFound } from './measures/recorded-notes.js';
import type { ReplayContext } from './pool/replay-context.js';
import type { ReplayProgress } from './contract/request.js';
import type { LoadedRuleSet, LoadedRuleSets } from './rules/rule-set.js';
import { recordedAnswers } from './measures/recorded-answers.js';
import { measureStocks } from './measures/stocks.js';
import { stockOfRecord } from './measures/stock-sources.js';
import { stepNotes } from './step-notes.js';
import { tally, type Tally } from './record/tally.js';
import { measureOverdue } from './measures/overdue.js';
import { policiesOf, ruleSetOf, territoryOf } from './report-names.js';
import { volumesOf } from './measures/volumes.js';
import { waitingOfRecord } from './measures/waiting.js';

/** Mode constat: the recorded leases, measured with the objectives of the baseline and of every other rule set. Nothing is simulated. */
export function reportRecord(context: ReplayContext, ruleSets: LoadedRuleSets): ReplayReport {
    const [baseline] = ruleSets;
    const counts: Tally = new Map();
    const leases = checkLeases(policiesOf(baseline), recordedLeases(context, baseline));
    countUnmeasured(counts, leases);
    const { byVacancy } = candidatesOf(context);
    const flux = fluxOfRecord(context, baseline, byVacancy);
    const notes = recordedNotesFound(context, baseline, { byVacancy, counts });
    const measures = ruleSets.map((ruleSet) => {
        const [id, signed] = ruleSet === baseline ? [HISTORY, leases] : [ruleSet.id, recordedLeases(context, ruleSet).map(withStandings)];
        return measureByTerritory(id, policiesOf(ruleSet), signed, context.window.to);
    });
    const stock = stockOfRecord(context, baseline, leases);
    return {
        ...commonParts(context),
        mode: 'constat',
        ruleSets: ruleSets.map((ruleSet) => ruleSetOf(ruleSet, false)),
        volumes: volumesOf(context, [], counts),
        objectives: measures.flat(),
        comparisons: [],
        waiting: [waitingOfRecord(context)],
        imputations: measureImputations(HISTORY, policiesOf(baseline), leases),
        checks: measureChecks(HISTORY, policiesOf(baseline), leases),
        stocks: measureStocks(context, stock),
        overdue: measureOverdue(context, stock),
        top: [],
        entrants: compareEntrants(context, baseline, [{ ruleSet: HISTORY, leases }]),
        answers: recordedAnswers(context),
        flux: flux.outcomes,
        honesty: { recomputedNote: notes.same, imputedHouseholdMonths: [], tiesDecided: [], why: [...notes.why, 'nothing-simulated'] },
        steps: stepNotes(context, 'constat', ruleSets),
        ledger: recordRows(context, { leases, holders: flux.holders }),
    };
}

/** Mode à candidats constants: the recorded candidates of each vacancy, ranked by each rule set. */
export function* replayFixedCandidates(
    context: ReplayContext,
    ruleSets: LoadedRuleSets,
    { byVacancy: candidates, notEvaluated }: RecordedCandidates,
): Generator<ReplayProgress, ReplayReport> {
    const vacancies = comparableVacancies(candidates);
    const total = vacancies.length * ruleSets.length;
    const [baseline] = ruleSets;
    const results: FixedCandidatesResult[] = [];
    for (const ruleSet of ruleSets) {
        const steps = rankRecorded(context, { ruleSet, baseline }, candidates);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) yield { done: results.length * vacancies.length + step.value, total, label: ruleSet.label };
        results.push(step.value);
    }
    const counts: Tally = new Map(notEvaluated);
    const notes = recordedNotesFound(context, baseline, { byVacancy: candidates, counts });
    tally(counts, 'vacancy-without-two-candidates', candidates.length - vacancies.length);
    return {
        ...commonParts(context),
        mode: 'constants',
        ruleSets: results.map((result) => ruleSetOf(result.ruleSet, result.changesNothing)),
        volumes: volumesOf(context, [], counts),
        objectives: [],
        comparisons: results.slice(1).map((result) => comparisonOf(result, baseline)),
        waiting: [],
        flux: [],
        imputations: [],
        checks: [],
        stocks: [],
        overdue: [],
        top: [],
        answers: recordedAnswers(context),
        honesty: honestyOf(context, results, { vacancies, notes }),
        steps: stepNotes(context, 'constants', ruleSets),
        ledger: interleave(
            results.map(({ ruleSet, outcomes, recordedRanks }) => ledgerRows(context, { ruleSet: ruleSet.id, vacancies, outcomes, recordedRanks })),
        ),
    };
}

function commonParts(context: ReplayContext): Pick<ReplayReport, 'reportVersion' | 'territory'> {
    return { reportVersion: REPORT_VERSION, territory: territoryOf(context) };
}

/** Only who comes first: nobody is housed, and no group gains or loses. */
function comparisonOf({ ruleSet, outcomes }: FixedCandidatesResult, baseline: LoadedRuleSet): Comparison {
    const nobody = { housedBoth: 0, onlyBaseline: 0, onlyOther: 0, neither: 0, sooner: 0, later: 0, sameDay: 0 };
    return { ruleSet: ruleSet.id, baseline: baseline.id, ...nobody, ...countMoves(outcomes), groups: [] };
}

/** The rank of the commission's first among the recorded candidates, under the baseline. */
function honestyOf(
    { dwellings }: ReplayContext,
    results: readonly FixedCandidatesResult[],
    { vacancies, notes }: { readonly vacancies: readonly number[]; readonly notes: NotesFound },
): Honesty {
    return {
        recomputedNote: notes.same,
        rankOfRecordedFirst: rankSummary(results[0]?.recordedRanks ?? [], (place) => dwellings.vacancy(at(vacancies, place)).typology),
        imputedHouseholdMonths: [],
        tiesDecided: results.map(({ ruleSet, outcomes }) => tiesOf(ruleSet.id, outcomes)),
        why: [...notes.why, 'pool-not-rebuilt'],
    };
}
