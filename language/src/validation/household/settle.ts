import type { FactOwner } from '../../ir/value-type.js';
import { integer } from '../../kit/exact-number.js';
import type { Model } from '../model.js';
import type { Domain } from './domain.js';
import type { Variable } from './formula.js';
import { sameWords } from './same-words.js';
import type { Way } from './search.js';
import { isComputed, settleComputed } from './settle-computed.js';
import { give, valueIn, type Entry, type GivenFact, type Household, type Settling } from './settling.js';

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

/** A fact takes the plainest value left to it, unless a computation has given it one. */
function settlePlain(settling: Settling, { variable: { key, given }, domain }: Entry): boolean {
    if (given.kind !== 'fact' || settling.facts.has(key)) return true;
    const value = valueIn(domain, given.type);
    if (value !== undefined) give(settling, given, value);
    return value !== undefined;
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
