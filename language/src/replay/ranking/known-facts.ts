import { intAt } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import type { LoadedPolicy } from '../../engine/index.js';
import type { FactValue } from '../../ir/value.js';
import type { FactDeclaration, FactOwner } from '../../ir/value-type.js';
import { compare, fromFraction, ZERO, type Rational } from '../../kit/exact-number.js';
import type { FactsRead } from '../rules/policy-reads.js';
import type { Dwellings } from '../record/tuples.js';

/** Some facts, and which demands and dwellings have all of them. */
export interface KnownFacts {
    readonly demand: readonly FactDeclaration[];
    readonly dwelling: readonly FactDeclaration[];
    /** Values of each enumeration. */
    readonly words: ReadonlyMap<string, ReadonlySet<string>>;
    /** Whether a number is one that its fact may take, by fact, then by its text. */
    readonly numbers: Map<FactDeclaration, Map<string, boolean>>;
    /** By row, and by class of dwellings: what was found so far. */
    readonly demands: Map<number, boolean>;
    readonly dwellings: Map<number, boolean>;
}

/** Nothing found yet. Names that the vocabulary does not declare are left aside: the engine reads them as missing for ever. */
export function knownFacts({ policy: { vocabulary } }: LoadedPolicy, reads: Pick<FactsRead, 'demand' | 'dwelling'>): KnownFacts {
    const declared = (owner: FactOwner, names: readonly string[]): readonly FactDeclaration[] =>
        vocabulary.facts.filter((fact) => fact.owner === owner && names.includes(fact.name));
    return {
        demand: declared('demande', reads.demand),
        dwelling: declared('logement', reads.dwelling),
        words: new Map(vocabulary.enumerations.map(({ name, values }) => [name, new Set(values.map((value) => value.name))])),
        numbers: new Map(),
        demands: new Map(),
        dwellings: new Map(),
    };
}

/** Whether none of the facts of a demand is missing, nor any field of its events. */
export function isDemandKnown(facts: KnownFacts, row: number, { fact }: FactReader): boolean {
    const kept = facts.demands.get(row);
    if (kept !== undefined) return kept;
    const known = facts.demand.every((declaration) => isKnown(facts, declaration, fact(declaration.name)));
    facts.demands.set(row, known);
    return known;
}

/** Whether none of the facts of a vacancy's dwelling is missing; `place` is its class. */
export function isDwellingKnown(facts: KnownFacts, place: number, { fact }: FactReader): boolean {
    const kept = facts.dwellings.get(place);
    if (kept !== undefined) return kept;
    const known = facts.dwelling.every((declaration) => isKnown(facts, declaration, fact(declaration.name)));
    facts.dwellings.set(place, known);
    return known;
}

const EVERY_DWELLING = -1;

/** Whether none of the facts of any dwelling is missing. */
export function areDwellingsKnown(facts: KnownFacts, { count, reader, tuples }: Dwellings): boolean {
    const kept = facts.dwellings.get(EVERY_DWELLING);
    if (kept !== undefined) return kept;
    const { classOf } = tuples(facts.dwelling.map(({ name }) => name).sort());
    const known = Array.from({ length: count }, (_, vacancy) => vacancy).every((vacancy) => isDwellingKnown(facts, intAt(classOf, vacancy), reader(vacancy)));
    facts.dwellings.set(EVERY_DWELLING, known);
    return known;
}

/** A value that its declaration does not allow is missing for the engine. */
function isKnown(facts: KnownFacts, declaration: FactDeclaration, value: FactValue): boolean {
    const { type } = declaration;
    const isWord = (word: string): boolean => type.kind !== 'enumeration' || (facts.words.get(type.name)?.has(word) ?? true);
    switch (value.kind) {
        case 'missing':
            return false;
        case 'number':
            return isAllowed(facts, declaration, value.value);
        case 'word':
            return isWord(value.value);
        case 'set':
            return value.values.every(isWord);
        case 'events': {
            const fields = type.kind === 'events' ? type.fields : [];
            return value.events.every((event) => fields.every((field) => isKnown(facts, field, event.find(([name]) => name === field.name)?.[1] ?? MISSING)));
        }
        default:
            return true;
    }
}

/** The same numbers come again and again: each is read once. */
function isAllowed({ numbers }: KnownFacts, declaration: FactDeclaration, text: string): boolean {
    const own = numbers.get(declaration) ?? new Map<string, boolean>();
    numbers.set(declaration, own);
    const known = own.get(text);
    if (known !== undefined) return known;
    const allowed = isWithin(declaration, fromFraction(text));
    own.set(text, allowed);
    return allowed;
}

function isWithin({ bounds }: FactDeclaration, number: Rational | undefined): boolean {
    if (number === undefined || bounds === undefined) return number !== undefined;
    return compare(number, fromFraction(bounds.low) ?? ZERO) >= 0 && compare(number, fromFraction(bounds.high) ?? ZERO) <= 0;
}

const MISSING: FactValue = { kind: 'missing' };
