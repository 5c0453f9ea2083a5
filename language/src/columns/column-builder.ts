import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { CELL_MISSING, CELL_NOT_APPLICABLE, CELL_VALUE, type Column, type ColumnData } from './column.js';
import { growingBytes, growingIndexes, growingIntegers } from './growing-array.js';
import { integerOf, isStorable, storageOf, wordOf } from './stored-value.js';
import { columnScale } from './typed-bounds.js';

/** Gathers the cells of one fact, row after row. */
export interface ColumnBuilder {
    /**
     * Adds the next cell. False when the value is not one that the fact's column can hold (another kind, more decimals than the type
     * has, an integer beyond 2^53 − 1): the cell is then `non renseigné`, and the caller has something to report.
     */
    readonly push: (value: FactValue, proved?: boolean) => boolean;
    readonly build: () => Column;
}

/** The storage of one kind of values: `put` adds a cell's value when the column can hold it, `skip` the place of a cell without one. */
interface Store {
    readonly put: (value: FactValue) => boolean;
    readonly skip: () => void;
    readonly data: () => ColumnData;
}

const MISSING: FactValue = { kind: 'missing' };

/** A column of the fact, empty. */
export function columnBuilder(fact: FactDeclaration): ColumnBuilder {
    const states = growingBytes();
    const proofs = growingBytes();
    const store = storeOf(fact);
    let anyProof = false;
    return {
        push: (value, proved = false) => {
            proofs.push(proved ? 1 : 0);
            anyProof ||= proved;
            const absent = value.kind === 'missing' || value.kind === 'not-applicable';
            const held = !absent && store.put(value);
            if (!held) store.skip();
            states.push(held ? CELL_VALUE : value.kind === 'not-applicable' ? CELL_NOT_APPLICABLE : CELL_MISSING);
            return absent || held;
        },
        build: () => ({ fact, states: states.finished(), ...(anyProof ? { proved: proofs.finished() } : {}), data: store.data() }),
    };
}

function storeOf(fact: FactDeclaration): Store {
    switch (storageOf(fact)) {
        case 'integers':
            return integersStore(fact);
        case 'booleans':
            return booleansStore();
        case 'words':
            return wordsStore(fact);
        case 'sets':
            return setsStore();
        case 'events':
            return eventsStore(fact);
    }
}

/** Past so many texts a column rather holds a number a row. */
const MOST_KNOWN = 65_536;

function integersStore(fact: FactDeclaration): Store {
    const values = growingIntegers();
    /** Numbers already stored, by their text: a column says the same few again and again. */
    const known = new Map<string, number | undefined>();
    const storedOf = (value: FactValue): number | undefined => {
        if (value.kind !== 'number') return integerOf(fact, value);
        if (known.has(value.value)) return known.get(value.value);
        const stored = integerOf(fact, value);
        if (known.size < MOST_KNOWN) known.set(value.value, stored);
        return stored;
    };
    return {
        put: (value) => {
            const stored = storedOf(value);
            if (stored !== undefined) values.push(stored);
            return stored !== undefined;
        },
        skip: () => values.push(0),
        data: () => ({ kind: 'integers', values: values.finished(), scale: columnScale(fact.type) }),
    };
}

function booleansStore(): Store {
    const values = growingBytes();
    return {
        put: (value) => {
            if (value.kind !== 'boolean') return false;
            values.push(value.value ? 1 : 0);
            return true;
        },
        skip: () => values.push(0),
        data: () => ({ kind: 'booleans', values: values.finished() }),
    };
}

/** Words by their index in a dictionary, in the order in which they came. */
function dictionary(): { readonly indexOf: (word: string) => number; readonly words: readonly string[] } {
    const words: string[] = [];
    const indexes = new Map<string, number>();
    const indexOf = (word: string): number => {
        const known = indexes.get(word);
        if (known !== undefined) return known;
        indexes.set(word, words.length);
        words.push(word);
        return words.length - 1;
    };
    return { indexOf, words };
}

function wordsStore(fact: FactDeclaration): Store {
    const values = growingIndexes();
    const { indexOf, words } = dictionary();
    return {
        put: (value) => {
            const word = wordOf(fact, value);
            if (word !== undefined) values.push(indexOf(word));
            return word !== undefined;
        },
        skip: () => values.push(0),
        data: () => ({ kind: 'words', dictionary: words, values: values.finished() }),
    };
}

function setsStore(): Store {
    const values = growingIndexes();
    const offsets = growingIndexes();
    const { indexOf, words } = dictionary();
    offsets.push(0);
    return {
        put: (value) => {
            if (value.kind !== 'set') return false;
            for (const word of value.values) values.push(indexOf(word));
            offsets.push(values.size());
            return true;
        },
        skip: () => offsets.push(values.size()),
        data: () => ({ kind: 'sets', dictionary: words, offsets: offsets.finished(), values: values.finished() }),
    };
}

/** Events are the rows of a table of their own; a cell with one that the fields cannot hold holds none. */
function eventsStore(fact: FactDeclaration): Store {
    const fields = fact.type.kind === 'events' ? fact.type.fields : [];
    const builders = new Map(fields.map((field) => [field.name, columnBuilder(field)]));
    const offsets = growingIndexes();
    let rows = 0;
    offsets.push(0);
    return {
        put: (value) => {
            if (value.kind !== 'events' || !isStorable(fact, value)) return false;
            for (const record of value.events) {
                const event = new Map(record);
                for (const [name, builder] of builders) builder.push(event.get(name) ?? MISSING);
            }
            rows += value.events.length;
            offsets.push(rows);
            return true;
        },
        skip: () => offsets.push(rows),
        data: () => ({
            kind: 'events',
            offsets: offsets.finished(),
            events: { rows, columns: new Map([...builders].map(([name, builder]) => [name, builder.build()])) },
        }),
    };
}
