import { at, intAt } from '../../kit/at.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import type { ReplayRecord } from '../record/replay-record.js';
import type { Dwellings } from '../record/dwellings.js';
import type { Vacancy } from '../record/vacancies.js';

/**
 * When a run fills each vacancy. Its dates are the run's own: a dwelling may come back later, or be released by a mutation of the run. It is
 * filled in order of designation, then in the order of the record.
 */
interface RunCalendar {
    /** With the run's own dates: what everything in the run reads. */
    readonly dwellings: Dwellings;
    /** The next vacancy to fill; its day is never before that of the one before. */
    readonly next: () => number | undefined;
    /** A vacancy is looked at again after so many days. */
    readonly postpone: (vacancy: number, days: number) => void;
    /** A household is housed: the dwellings that it leaves are released, as long after its lease as in the record. */
    readonly leaves: (demand: number, vacancy: number) => void;
    /** All vacancies, with the dates that they have by now. */
    readonly vacancies: () => readonly Vacancy[];
}

/** The calendar of a run before its first vacancy. */
export function runCalendar(record: ReplayRecord): RunCalendar {
    const dates = [...record.vacancies.replayed];
    const vacancyOf = (place: number): Vacancy => at(dates, place);
    const chained = chainedReleases(record);
    const waiting = new Set([...chained.values()].flat());
    const agenda = agendaBy(
        vacancyOf,
        [...dates.keys()].filter((vacancy) => !waiting.has(vacancy)),
    );
    let today: Day = -NEVER;
    return {
        dwellings: { ...record.dwellings, vacancy: vacancyOf },
        next: () => {
            const vacancy = agenda.next();
            if (vacancy !== undefined) today = vacancyOf(vacancy).designation;
            return vacancy;
        },
        postpone: (vacancy, days) => {
            const before = vacancyOf(vacancy);
            dates[vacancy] = { ...moved(before, days), released: before.released };
            agenda.insert(vacancy);
        },
        leaves: (demand, vacancy) => {
            const { lease } = vacancyOf(vacancy);
            for (const left of chained.get(demand) ?? []) {
                const recorded = vacancyOf(left);
                const released = lease + recorded.released - intAt(record.population.letting, demand);
                // Never designated before today: pools only go forward.
                const delay = Math.max(released, today - (recorded.designation - recorded.released)) - recorded.released;
                if (recorded.released + delay > record.window.to) continue;
                dates[left] = moved(recorded, delay);
                agenda.insert(left);
            }
            chained.delete(demand);
        },
        vacancies: () => [...dates],
    };
}

/** Vacancies still to fill, by day of designation, then in the order of the record. */
interface Agenda {
    readonly next: () => number | undefined;
    readonly insert: (vacancy: number) => void;
}

function agendaBy(vacancyOf: (place: number) => Vacancy, inOrder: readonly number[]): Agenda {
    /** The last first. */
    const toFill = inOrder.toReversed();
    const comesAfter = (other: number, vacancy: number): boolean => {
        const days = vacancyOf(other).designation - vacancyOf(vacancy).designation;
        return days > 0 || (days === 0 && other > vacancy);
    };
    const insert = (vacancy: number): void => {
        const place = toFill.findLastIndex((other) => comesAfter(other, vacancy));
        toFill.splice(place + 1, 0, vacancy);
    };
    return { next: () => toFill.pop(), insert };
}

/** By demand: the dwellings that it left by a mutation, which the run releases when it houses it; none with a fixed supply. */
function chainedReleases({ assumptions, population, vacancies }: ReplayRecord): Map<number, number[]> {
    const chained = new Map<number, number[]>();
    if (assumptions.supply !== 'chaînes') return chained;
    for (const [vacancy, { leftBy }] of vacancies.replayed.entries()) {
        const demand = leftBy === undefined ? undefined : population.byId.get(leftBy);
        if (demand === undefined || intAt(population.letting, demand) === NEVER) continue;
        chained.set(demand, [...(chained.get(demand) ?? []), vacancy]);
    }
    return chained;
}

/** All its days later, or earlier, by as many days. */
function moved(vacancy: Vacancy, days: number): Vacancy {
    const { released, designation, examination, lease } = vacancy;
    return { ...vacancy, released: released + days, designation: designation + days, examination: examination + days, lease: lease + days };
}
