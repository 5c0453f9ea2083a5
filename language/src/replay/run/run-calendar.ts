import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { Vacancy } from '../record/vacancies.js';

/**
 * When a run fills each vacancy. Its dates are the run's own: a dwelling may come back later, or be released by a mutation of the run. It is
 * filled in order of designation, then in the order of the record.
 */
export interface RunCalendar {
    /** With the run's own dates: what everything in the run reads. */
    readonly context: ReplayContext;
    /** The next vacancy to fill; its day is never before that of the one before. */
    readonly next: () => number | undefined;
    /** A vacancy is looked at again after so many days. */
    readonly postpone: (vacancy: number, days: number) => void;
    /** A household is housed: the dwellings that it leaves are released, as long after its lease as in the record. */
    readonly leaves: (demand: number, vacancy: number) => void;
}

/** The calendar of a run before its first vacancy. */
export function runCalendar(context: ReplayContext): RunCalendar {
    const { vacancies, dwellings, window } = context;
    const replayed = [...vacancies.replayed];
    const own: ReplayContext = { ...context, vacancies: { ...vacancies, replayed }, dwellings: { ...dwellings, vacancies: replayed } };
    const chained = chainedReleases(context);
    const waiting = new Set([...chained.values()].flat());
    /** Vacancies to fill, the last first. */
    const agenda = [...replayed.keys()].filter((vacancy) => !waiting.has(vacancy)).reverse();
    let today: Day = -NEVER;
    const insert = (vacancy: number): void => {
        const comesAfter = (other: number): boolean => replayed[other]!.designation - replayed[vacancy]!.designation > 0 || isSameDayLater(other, vacancy);
        let place = agenda.length;
        while (place > 0 && !comesAfter(agenda[place - 1]!)) place -= 1;
        agenda.splice(place, 0, vacancy);
    };
    const isSameDayLater = (other: number, vacancy: number): boolean => replayed[other]!.designation === replayed[vacancy]!.designation && other > vacancy;
    return {
        context: own,
        next: () => {
            const vacancy = agenda.pop();
            if (vacancy !== undefined) today = replayed[vacancy]!.designation;
            return vacancy;
        },
        postpone: (vacancy, days) => {
            replayed[vacancy] = { ...moved(replayed[vacancy]!, days), released: replayed[vacancy]!.released };
            insert(vacancy);
        },
        leaves: (demand, vacancy) => {
            const { lease } = replayed[vacancy]!;
            for (const left of chained.get(demand) ?? []) {
                const recorded = replayed[left]!;
                const released = lease + recorded.released - context.population.letting[demand]!;
                const delay = Math.max(released, today - (recorded.designation - recorded.released)) - recorded.released;
                if (recorded.released + delay > window.to) continue;
                replayed[left] = moved(recorded, delay);
                insert(left);
            }
            chained.delete(demand);
        },
    };
}

/** By demand: the dwellings that it left by a mutation, which the run releases when it houses it; none with a fixed supply. */
function chainedReleases({ assumptions, population, vacancies }: ReplayContext): Map<number, number[]> {
    const chained = new Map<number, number[]>();
    if (assumptions.supply !== 'chaînes') return chained;
    for (const [vacancy, { leftBy }] of vacancies.replayed.entries()) {
        const demand = leftBy === undefined ? undefined : population.byId.get(leftBy);
        if (demand === undefined || population.letting[demand] === NEVER) continue;
        chained.set(demand, [...(chained.get(demand) ?? []), vacancy]);
    }
    return chained;
}

/** All its days later, or earlier, by as many days. */
function moved(vacancy: Vacancy, days: number): Vacancy {
    const { released, designation, examination, lease } = vacancy;
    return { ...vacancy, released: released + days, designation: designation + days, examination: examination + days, lease: lease + days };
}
