import type { FactDeclaration, FactOwner, ValueType } from '../../ir/value-type.js';
import type { Rational } from '../../kit/exact-number.js';
import type { Model } from '../model.js';
import { numbersIn, wordIn, wordsIn } from './candidates.js';
import type { Domain, Values } from './domain.js';
import type { Variable } from './formula.js';

/** A value as an example gives it. */
export type GivenValue =
    | { readonly kind: 'number'; readonly value: Rational }
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'missing' }
    | { readonly kind: 'not-applicable' };

export interface GivenFact {
    readonly name: string;
    readonly type: ValueType;
    readonly value: GivenValue;
}

/** A demand, perhaps with a dwelling, that an example of the language could be written with. */
export interface Household {
    readonly demand: readonly GivenFact[];
    readonly dwelling: readonly GivenFact[];
    readonly events: readonly { readonly source: string; readonly fields: readonly GivenFact[] }[];
    readonly proved: readonly string[];
    /** Some of what it says holds on the model's day only. */
    readonly dated: boolean;
}

/** A stored variable and what is left of its domain. */
export interface Entry {
    readonly variable: Variable;
    readonly domain: Domain;
}

/** A household being put together. */
export interface Settling {
    readonly model: Model;
    readonly entries: readonly Entry[];
    /** Facts by `owner.name`, with their value. */
    readonly facts: Map<string, GivenFact & { readonly owner: FactOwner }>;
    readonly derived: GivenFact[];
    dated: boolean;
}

/** Gives a fact its value. */
export function give(settling: Settling, { owner, name, type }: Pick<FactDeclaration, 'owner' | 'name' | 'type'>, value: GivenValue): void {
    settling.facts.set(`${owner}.${name}`, { owner, name, type, value });
    if (type.kind === 'date') settling.dated = true;
}

/** The plainest value of a domain, else `sans objet`, else `non renseigné`. */
export function valueIn({ values, missing, notApplicable }: Domain, type: ValueType): GivenValue | undefined {
    const value = plainValue(values, type);
    if (value !== undefined) return value;
    if (values.kind !== 'none') return undefined;
    return notApplicable ? { kind: 'not-applicable' } : missing ? { kind: 'missing' } : undefined;
}

function plainValue(values: Values, type: ValueType): GivenValue | undefined {
    switch (values.kind) {
        case 'none':
            return undefined;
        case 'numbers': {
            const value = numbersIn(values, type)[0];
            return value && { kind: 'number', value };
        }
        case 'words': {
            const word = wordIn(values);
            return word === undefined ? undefined : { kind: 'words', words: [word] };
        }
        case 'sets': {
            const words = wordsIn(values);
            return words && { kind: 'words', words };
        }
    }
}
