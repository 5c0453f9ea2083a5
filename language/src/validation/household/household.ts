import type { Expression } from '../../ir/expression.js';
import type { FactDeclaration, FactOwner, ValueType } from '../../ir/value-type.js';
import { integer, type Rational } from '../../kit/exact-number.js';
import type { Model } from '../model.js';
import { numbersIn, wordIn, wordsIn } from './candidates.js';
import type { Domain, Values } from './domain.js';
import type { Given, Variable } from './formula.js';
import { solve, type Assignment } from './invert.js';
import { operandsOf } from './operands.js';
import { sameWords } from './same-words.js';
import type { Way } from './search.js';

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
interface Entry {
    readonly variable: Variable;
    readonly domain: Domain;
}

interface Settling {
    readonly model: Model;
    readonly entries: readonly Entry[];
    /** Facts by `owner.name`, with their value. */
    readonly facts: Map<string, GivenFact & { readonly owner: FactOwner }>;
    readonly derived: GivenFact[];
    dated: boolean;
}

/** The household that a way describes; nothing when the way rests on what no example can give, or when the values do not agree. */
export function settle(model: Model, way: Way): Household | undefined {
    const entries = [...way.store.values()];
    if (entries.some(({ variable }) => variable.given.kind === 'nothing')) return undefined;
    const settling: Settling = { model, entries, facts: new Map(), derived: [], dated: way.events.length > 0 };
    const words = sameWords(model, entries);
    if (words === undefined) return undefined;
    for (const [key, word] of words) {
        const fact = model.facts.get(key);
        if (fact !== undefined) give(settling, fact, { kind: 'words', words: [word] });
    }
    if (!entries.filter(isComputed).every((entry) => settleComputed(settling, entry))) return undefined;
    if (!entries.every((entry) => settlePlain(settling, entry))) return undefined;
    const events = eventsOf(model, way);
    if (events === undefined) return undefined;
    return {
        demand: [...settling.derived, ...ownedBy(settling, 'demande')],
        dwelling: ownedBy(settling, 'logement'),
        events,
        proved: entries.flatMap(({ variable, domain }) => (variable.given.kind === 'proof' && isYes(domain) ? [variable.given.name] : [])),
        dated: settling.dated,
    };
}

function ownedBy({ facts }: Settling, owner: FactOwner): readonly GivenFact[] {
    return [...facts.values()].filter((fact) => fact.owner === owner).map(({ name, type, value }) => ({ name, type, value }));
}

function isYes({ values }: Domain): boolean {
    return values.kind === 'words' && (values.allowed ?? []).includes('oui');
}

function give(settling: Settling, { owner, name, type }: Pick<FactDeclaration, 'owner' | 'name' | 'type'>, value: GivenValue): void {
    settling.facts.set(`${owner}.${name}`, { owner, name, type, value });
    if (type.kind === 'date') settling.dated = true;
}

/** A fact takes the plainest value left to it, unless a computation has given it one. */
function settlePlain(settling: Settling, { variable: { key, given }, domain }: Entry): boolean {
    if (given.kind !== 'fact' || settling.facts.has(key)) return true;
    const value = valueIn(domain, given.type);
    if (value !== undefined) give(settling, given, value);
    return value !== undefined;
}

/** The plainest value of a domain, else `sans objet`, else `non renseigné`. */
function valueIn({ values, missing, notApplicable }: Domain, type: ValueType): GivenValue | undefined {
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

type Computed = Extract<Given, { kind: 'computed' }>;

function isComputed({ variable }: Entry): boolean {
    return variable.given.kind === 'computed';
}

/**
 * A deduced fact alone of its facts is given as such. Any other computation is undone down to its facts, so that the household really
 * has that value.
 */
function settleComputed(settling: Settling, { variable, domain }: Entry): boolean {
    const given = variable.given as Computed;
    const { model, entries, facts } = settling;
    const alone = entries.every((entry) => entry.variable === variable || [...entry.variable.facts].every((fact) => !variable.facts.has(fact)));
    const untouched = [...variable.facts].every((fact) => !facts.has(fact));
    if (given.name !== undefined && alone && untouched) return giveDerived(settling, { ...given, name: given.name }, domain);
    if (domain.values.kind === 'none' && domain.notApplicable) return leaveOut(settling, given.expression);
    if (domain.values.kind !== 'numbers') return false;
    const known = new Map(entries.flatMap((entry) => (entry.variable.given.kind === 'fact' ? [[entry.variable.key, entry.domain.values] as const] : [])));
    if (given.inDays === true) return false;
    const wanted = numbersIn(domain.values, given.type).slice(0, MOST_TRIALS);
    const trials = wanted.flatMap((value) => Array.from({ length: MOST_TRIALS }, (_, rank) => ({ value, rank })));
    return trials.some(({ value, rank }) => {
        const assignment = numbersGiven(settling);
        if (!solve({ model, known, assignment, rank }, given.expression, value)) return false;
        for (const [key, number] of assignment) {
            const fact = model.facts.get(key);
            if (fact !== undefined) give(settling, fact, { kind: 'number', value: number });
        }
        return true;
    });
}

const MOST_TRIALS = 6;

/** A computation is `sans objet` as soon as one of its facts is. */
function leaveOut(settling: Settling, expression: Expression): boolean {
    const { model, entries, facts } = settling;
    const asked = new Set(entries.map((entry) => entry.variable.key));
    const free = operandsOf(model, expression).facts.find(({ owner, name }) => !asked.has(`${owner}.${name}`) && !facts.has(`${owner}.${name}`));
    const fact = free === undefined ? undefined : model.facts.get(`${free.owner}.${free.name}`);
    if (fact !== undefined) give(settling, fact, { kind: 'not-applicable' });
    return fact !== undefined;
}

function numbersGiven({ facts }: Settling): Assignment {
    return new Map([...facts].flatMap(([key, { value }]) => (value.kind === 'number' ? [[key, value.value] as const] : [])));
}

function giveDerived(settling: Settling, { name, type, inDays }: Computed & { readonly name: string }, domain: Domain): boolean {
    if (type.kind === 'duration' && (inDays === true || !hasWholeMonth(domain.values))) return false;
    const value = type.kind === 'duration' ? wholeMonths(domain.values) : valueIn(domain, type);
    if (value !== undefined) settling.derived.push({ name, type, value });
    return value !== undefined;
}

function hasWholeMonth(values: Values): boolean {
    return values.kind !== 'numbers' || wholeMonths(values) !== undefined;
}

/** A duration is written in whole months. */
function wholeMonths(values: Values): GivenValue | undefined {
    if (values.kind !== 'numbers') return undefined;
    const value = numbersIn({ ...values, grid: 1n }, { kind: 'duration' })[0];
    return value && { kind: 'number', value };
}

/** The events needed, each with the fields that are asked; a current one begins on the day of the examination. */
function eventsOf(model: Model, { store, events }: Way): Household['events'] | undefined {
    const found = events.map(({ instance, source, current }) => {
        const type = model.facts.get(`demande.${source}`)?.type;
        const fields = type?.kind === 'events' ? type.fields : [];
        const asked = [...store.values()].filter(({ variable }) => variable.given.kind === 'field' && variable.given.instance === instance);
        const given = asked.map(({ variable, domain }) => fieldOf(variable, domain));
        const dated = fields.filter((field) => field.role === 'date' || field.role === 'fin');
        const named = new Set(given.map((field) => field?.name));
        if (given.some((field) => field === undefined) || dated.some((field) => named.has(field.name))) return undefined;
        const start = current ? dated.find((field) => field.role === 'date') : undefined;
        const date: readonly GivenFact[] =
            start === undefined ? [] : [{ name: start.name, type: start.type, value: { kind: 'number', value: integer(model.day) } }];
        return { source, fields: [...given.filter((field) => field !== undefined), ...date] };
    });
    return found.some((event) => event === undefined) ? undefined : found.filter((event) => event !== undefined);
}

function fieldOf({ given }: Variable, domain: Domain): GivenFact | undefined {
    const value = given.kind === 'field' ? valueIn(domain, given.type) : undefined;
    return given.kind === 'field' && value !== undefined ? { name: given.name, type: given.type, value } : undefined;
}
