import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { fromFraction } from '../kit/exact-number.js';
import { columnScale, isStoredAsInteger, storedInteger } from './typed-bounds.js';

/** How a column stores a fact: the kinds of `ColumnData`. */
type StorageKind = 'integers' | 'booleans' | 'words' | 'sets' | 'events';

/** The storage that a fact's type asks for. */
export function storageOf(fact: FactDeclaration): StorageKind {
    if (fact.type.kind === 'events') return 'events';
    if (fact.multiple) return 'sets';
    if (fact.type.kind === 'boolean') return 'booleans';
    return isStoredAsInteger(fact.type) ? 'integers' : 'words';
}

/** The integer that stands for a day or a number in the fact's column; `undefined` for any other value. */
export function integerOf(fact: FactDeclaration, value: FactValue): number | undefined {
    if (fact.type.kind === 'date') return value.kind === 'date' && Number.isSafeInteger(value.day) ? value.day : undefined;
    const exact = value.kind === 'number' ? fromFraction(value.value) : undefined;
    return exact === undefined ? undefined : storedInteger(exact, columnScale(fact.type));
}

/** The word that stands for a value in the fact's column; a duration is `37 mois`. */
export function wordOf(fact: FactDeclaration, value: FactValue): string | undefined {
    if (fact.type.kind === 'duration') return value.kind === 'duration' ? `${value.amount} ${value.unit}` : undefined;
    return value.kind === 'word' ? value.value : undefined;
}

/** Whether the fact's column can hold the value; the two absences always are. */
export function isStorable(fact: FactDeclaration, value: FactValue): boolean {
    if (value.kind === 'missing' || value.kind === 'not-applicable') return true;
    switch (storageOf(fact)) {
        case 'integers':
            return integerOf(fact, value) !== undefined;
        case 'booleans':
            return value.kind === 'boolean';
        case 'words':
            return wordOf(fact, value) !== undefined;
        case 'sets':
            return value.kind === 'set';
        case 'events':
            return value.kind === 'events' && value.events.every((event) => fieldsAreStorable(fact, new Map(event)));
    }
}

function fieldsAreStorable(fact: FactDeclaration, event: ReadonlyMap<string, FactValue>): boolean {
    if (fact.type.kind !== 'events') return false;
    return fact.type.fields.every((field) => isStorable(field, event.get(field.name) ?? { kind: 'missing' }));
}
