import type { FactReader } from '../../columns/facts.js';
import type { DwellingClasses } from '../../engine/index.js';
import { at } from '../../kit/at.js';
import { canonicalJson } from '../../kit/canonical-json.js';
import type { Vacancy } from './vacancies.js';

/** The dwellings of a replay, one a vacancy, and their classes by the facts read. */
export interface Dwellings {
    /** How many vacancies are replayed. */
    readonly count: number;
    /** A vacancy by its place, with its dates of now: those of the record, or a run's own. */
    readonly vacancy: (place: number) => Vacancy;
    /** By vacancy. */
    readonly reader: (vacancy: number) => FactReader;
    /** The classes of vacancies that these facts cannot tell apart (names sorted). */
    readonly classes: (facts: readonly string[]) => DwellingClasses;
}

/** Reads the dwellings of vacancies; classes are computed once for each list of facts. */
export function readDwellings(vacancies: readonly Vacancy[], readerOfRow: (row: number) => FactReader): Dwellings {
    const known = new Map<string, DwellingClasses>();
    const vacancy = (place: number): Vacancy => at(vacancies, place);
    const reader = (place: number): FactReader => readerOfRow(vacancy(place).row);
    const classes = (facts: readonly string[]): DwellingClasses => {
        const key = canonicalJson(facts);
        const found = known.get(key) ?? classify(vacancies.length, facts, reader);
        known.set(key, found);
        return found;
    };
    return { count: vacancies.length, vacancy, reader, classes };
}

function classify(count: number, facts: readonly string[], reader: (vacancy: number) => FactReader): DwellingClasses {
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
