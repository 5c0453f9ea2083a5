import type { MissingFigure } from '../contract/report-codes.js';
import type { NoteResult, Program } from '../../engine/index.js';
import { equals } from '../../kit/exact-number.js';
import type { Honesty } from '../contract/report.js';
import { recordedFacts } from '../record/readers.js';
import { rowOn } from '../record/population.js';
import type { RecordedCandidate } from '../record/recorded-candidates.js';
import { isApart, type ReplayContext } from '../pool/replay-context.js';
import { phaseOn, phasesOf, type LoadedRuleSet } from '../rules/rule-set.js';
import { tally, type Tally } from '../record/tally.js';

/** Why no recorded note could be compared. */
type NotesMissing = Extract<MissingFigure, 'recorded-note-absent' | 'recorded-note-not-recomputed'>;

/** How many recorded notes the rules find again; `why` where none could be compared. */
export interface NotesFound {
    readonly same?: Honesty['recomputedNote'];
    readonly why: readonly NotesMissing[];
}

/**
 * The notes that the file records for its candidatures (role `note`), against those by which the baseline ranks on the day of designation,
 * with the facts known by then. Equal is exactly equal. A note that the facts leave incomplete, or without version in force,
 * agrees with nothing and disagrees with nothing: it is counted apart.
 */
export function recordedNotesFound(
    context: ReplayContext,
    baseline: LoadedRuleSet,
    { byVacancy, counts }: { readonly byVacancy: readonly (readonly RecordedCandidate[])[]; readonly counts: Tally },
): NotesFound {
    const { replayed } = context.vacancies;
    const phases = phasesOf(baseline, replayed[0]?.designation ?? 0, replayed.at(-1)?.designation ?? 0);
    let [same, compared, apart] = [0, 0, 0];
    for (const [vacancy, { designation: day, commune }] of replayed.entries()) {
        const phase = phaseOn(phases, { day, commune });
        for (const { demand, note } of byVacancy[vacancy] ?? []) {
            if (note === undefined) continue;
            const recomputed = phase && noteOn(context, phase.ranking, { demand, vacancy });
            if (recomputed?.kind !== 'note') apart += 1;
            else {
                compared += 1;
                same += equals(recomputed.note, note) ? 1 : 0;
            }
        }
    }
    if (apart > 0) tally(counts, 'recorded-note-not-recomputed', apart);
    if (compared > 0) return { same: { numerator: same, denominator: compared }, why: [] };
    return { why: [apart > 0 ? 'recorded-note-not-recomputed' : 'recorded-note-absent'] };
}

/** The note of a demand for a vacancy on its day of designation: declared or verified, as the version ranks by it. */
function noteOn(context: ReplayContext, ranking: Program, place: { readonly demand: number; readonly vacancy: number }): NoteResult | undefined {
    const { population, facts, dwellings } = context;
    const compiled = context.readingOf(ranking).ranking;
    if (compiled === undefined) return undefined;
    const day = dwellings.vacancy(place.vacancy).designation;
    const row = rowOn(population, place.demand, day);
    // Ranks are those of scored demands: what a deliberation treats apart has no note to compare.
    if (isApart(context, ranking, { demand: facts.reader(row), dwelling: dwellings.reader(place.vacancy), day })) return undefined;
    return compiled.inWorld(recordedFacts(facts), 'first').result(row, { dwelling: place.vacancy, day })[compiled.which];
}
