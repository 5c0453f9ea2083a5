import type { FactReader } from '../../columns/facts.js';
import { at, intAt } from '../../kit/at.js';
import { canonicalJson } from '../../kit/canonical-json.js';
import type { Vacancy } from './vacancies.js';

/** Vacancies sorted into classes that some facts of the dwelling cannot tell apart. */
export interface Tuples {
    /** By vacancy: its class, from 0. */
    readonly classOf: Int32Array;
    readonly count: number;
    /** The class of a vacancy by its dates of now, where a run may move them. */
    readonly now?: (vacancy: number) => number;
}

/** The class of a vacancy. */
export function classIn({ classOf, now }: Tuples, vacancy: number): number {
    return now === undefined ? intAt(classOf, vacancy) : now(vacancy);
}

/** The dwellings of a replay, and their classes by the facts read. */
export interface Dwellings {
    /** How many vacancies are replayed. */
    readonly count: number;
    /** A vacancy by its place, with its dates of now: those of the record, or a run's own. */
    readonly vacancy: (place: number) => Vacancy;
    /** By vacancy. */
    readonly reader: (vacancy: number) => FactReader;
    /** The classes by these facts (names sorted). */
    readonly tuples: (facts: readonly string[]) => Tuples;
}

/** Reads the dwellings of vacancies; classes are computed once for each list of facts. */
export function readDwellings(vacancies: readonly Vacancy[], readerOfRow: (row: number) => FactReader): Dwellings {
    const known = new Map<string, Tuples>();
    const vacancy = (place: number): Vacancy => at(vacancies, place);
    const reader = (place: number): FactReader => readerOfRow(vacancy(place).row);
    const tuples = (facts: readonly string[]): Tuples => {
        const key = canonicalJson(facts);
        const found = known.get(key) ?? classify(vacancies.length, facts, reader);
        known.set(key, found);
        return found;
    };
    return { count: vacancies.length, vacancy, reader, tuples };
}

function classify(count: number, facts: readonly string[], reader: (vacancy: number) => FactReader): Tuples {
    const classes = new Map<string, number>();
    const classOf = new Int32Array(count);
    for (let vacancy = 0; vacancy < count; vacancy += 1) {
        const { fact, proved } = reader(vacancy);
        const key = canonicalJson(facts.map((name) => [fact(name), proved(name)]));
        const found = classes.get(key) ?? classes.size;
        classes.set(key, found);
        classOf[vacancy] = found;
    }
    return { classOf, count: classes.size };
}
