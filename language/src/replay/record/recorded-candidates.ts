import type { Table } from '../../columns/column.js';
import type { Rational } from '../../kit/exact-number.js';
import { columnOfRole, integerAt, numberAt, wordAt } from './cells.js';
import type { Population } from './population.js';
import type { ReplayRecord } from './replay-record.js';
import { tally, type Tally } from './tally.js';
import { compareText } from '../../kit/text-order.js';
import type { Vacancy } from './vacancies.js';

/** A demand that the record presents for a vacancy. */
export interface RecordedCandidate {
    readonly demand: number;
    readonly id: string;
    /** The commission's rank; `undefined` where the file does not say. */
    readonly rank: number | undefined;
    /** The note that the file records for it. */
    readonly note: Rational | undefined;
}

/** By vacancy: the recorded candidates, the commission's order first, then by id. A vacancy without any has an empty list. */
export interface RecordedCandidates {
    readonly byVacancy: readonly (readonly RecordedCandidate[])[];
    readonly notEvaluated: Tally;
}

/**
 * Reads `candidatures`. Left out and counted: rows that name no vacancy of the territory or one that two spells share, rows that name
 * no demand of it. Candidatures of vacancies outside the window are passed over.
 */
function recordedCandidates(
    table: Table | undefined,
    vacancies: readonly Vacancy[],
    known: { readonly population: Population; readonly otherVacancies: ReadonlySet<string> },
): RecordedCandidates {
    const notEvaluated: Tally = new Map();
    const byVacancy: RecordedCandidate[][] = vacancies.map(() => []);
    if (table === undefined) return { byVacancy, notEvaluated };
    const places = placesById(vacancies);
    const [dwelling, demand, rank, note] = ['logement', 'demande', 'rang', 'note'].map((role) => columnOfRole(table, role));
    for (let row = 0; row < table.rows; row += 1) {
        const vacancyId = wordAt(dwelling, row) ?? '';
        const place = places.get(vacancyId);
        const id = wordAt(demand, row);
        const index = id === undefined ? undefined : known.population.byId.get(id);
        if (place === undefined && known.otherVacancies.has(vacancyId)) continue;
        if (place === undefined || place === AMBIGUOUS) tally(notEvaluated, 'candidature-without-vacancy');
        else if (id === undefined || index === undefined) tally(notEvaluated, 'candidature-without-demand');
        else byVacancy[place]?.push({ demand: index, id, rank: integerAt(rank, row), note: numberAt(note, row) });
    }
    return { byVacancy: byVacancy.map((candidates) => distinctInOrder(candidates)), notEvaluated };
}

const AMBIGUOUS = -1;

function placesById(vacancies: readonly Vacancy[]): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    for (const [place, { id }] of vacancies.entries()) places.set(id, places.has(id) ? AMBIGUOUS : place);
    return places;
}

/** A demand presented twice counts once, at its best rank. */
function distinctInOrder(candidates: readonly RecordedCandidate[]): readonly RecordedCandidate[] {
    const sorted = [...candidates].sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || compareText(a.id, b.id));
    // A map keeps the first place of a key and the last value given to it: filled from the worst rank, it ends with the best.
    const best = new Map(sorted.toReversed().map((candidate) => [candidate.demand, candidate]));
    return sorted.filter((candidate) => best.get(candidate.demand) === candidate);
}

/** The recorded candidates of the vacancies replayed. */
export function candidatesOf({ territory, vacancies, population }: ReplayRecord): RecordedCandidates {
    const otherVacancies = new Set(vacancies.others.map(({ id }) => id));
    return recordedCandidates(territory.candidatures, vacancies.replayed, { population, otherVacancies });
}
