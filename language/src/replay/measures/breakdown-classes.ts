import { at } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import type { FactValue } from '../../ir/value.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { Vocabulary } from '../../ir/vocabulary.js';
import { compare, fromFraction, nearestRank, rational, toFraction, type Rational } from '../../kit/exact-number.js';
import type { Classed, Named } from '../contract/breakdown.js';
import type { AmountBand } from '../contract/group-outcome.js';

/** Lower ends of the seniority bands, in months. */
const BANDS = [0, 12, 24, 36, 60, 120];
const SIZED_ROLES = ['taille_du_ménage', 'typologies_souhaitées', 'communes_souhaitées'];

/** What a breakdown reads of a household. */
export interface Seen {
    readonly demand: FactReader;
    readonly day: number;
    /** Whole months; `undefined` without day of first demand. */
    readonly seniority: number | undefined;
}

/** The household whose facts are read. */
type Whose = Pick<Seen, 'demand'>;

export function isSized({ role }: FactDeclaration): boolean {
    return SIZED_ROLES.some((sized) => sized === role);
}

/** A fact that sorts households: by its role, or because it has few values. Identifiers and dates do not. */
export function isClassed(fact: FactDeclaration): boolean {
    const { type, multiple, role } = fact;
    if (isSized(fact)) return true;
    return (role === undefined || role === 'profil') && (type.kind === 'boolean' || (type.kind === 'enumeration' && !multiple));
}

/** A number or an amount, sorted by quarters. */
export function isMeasured({ type, multiple, role }: FactDeclaration): boolean {
    return role === undefined && !multiple && (type.kind === 'number' || type.kind === 'money');
}

/** The words of an enumeration of several values, each of which a household has or not. */
export function wordsOfSet(vocabulary: Vocabulary, { type, multiple, role }: FactDeclaration): readonly string[] {
    return role !== undefined || !multiple ? [] : wordsOfType(vocabulary, type);
}

/** The words of an enumeration, in its order; none of another type. */
export function wordsOfType({ enumerations }: Vocabulary, type: FactDeclaration['type']): readonly string[] {
    if (type.kind !== 'enumeration') return [];
    return enumerations.find(({ name }) => name === type.name)?.values.map(({ name }) => name) ?? [];
}

/** One word of a set, as a way of sorting households. */
export function wordNamed(vocabulary: Vocabulary, { name, label = name, type }: FactDeclaration, word: string): Named {
    return { id: `fait:${name}:${word}`, label: `${label} : ${labelOf(vocabulary, type, word)}` };
}

export function hasWord(value: FactValue, word: string): Classed {
    if (value.kind === 'set') return yesOrNo(value.values.includes(word));
    return value.kind === 'word' ? yesOrNo(value.value === word) : absence(value.kind);
}

/** The quarter of a household among those seen, by nearest rank; quarters that end at one amount are one. */
export function quarterOf({ name, type }: FactDeclaration, seen: readonly (Whose | undefined)[]): (seen: Whose) => Classed {
    const amountOf = ({ demand }: Whose): Rational | undefined => {
        const value = demand.fact(name);
        return value.kind === 'number' ? fromFraction(value.value) : undefined;
    };
    const values = seen.flatMap((one) => (one === undefined ? [] : (amountOf(one) ?? []))).sort(compare);
    const ends = [1, 2, 3].flatMap((quarters) => nearestRank(values, rational(quarters, 4)) ?? []);
    const bounds = ends.filter((end, place) => ends.findIndex((other) => compare(end, other) === 0) === place);
    const classes = [...bounds, undefined].map((upTo, place): Classed => {
        const above = bounds[place - 1];
        const id = String(place + 1);
        return {
            id,
            label: id,
            band: { ...(above && { above: toFraction(above) }), ...(upTo && { upTo: toFraction(upTo) }), type: type as AmountBand['type'] },
        };
    });
    return (one) => {
        const amount = amountOf(one);
        if (amount === undefined) return absence(one.demand.fact(name).kind);
        const found = bounds.findIndex((bound) => compare(amount, bound) <= 0);
        return at(classes, found < 0 ? bounds.length : found);
    };
}

export function classOf(vocabulary: Vocabulary, { type }: FactDeclaration, value: FactValue): Classed {
    switch (value.kind) {
        case 'boolean':
            return yesOrNo(value.value);
        case 'number':
            return { id: value.value, label: value.value };
        case 'word':
            return { id: value.value, label: labelOf(vocabulary, type, value.value) };
        case 'set': {
            const [first] = value.values;
            return first === undefined ? absence('missing') : { id: first, label: labelOf(vocabulary, type, first) };
        }
        default:
            return absence(value.kind);
    }
}

export function labelOf({ enumerations }: Vocabulary, type: FactDeclaration['type'], word: string): string {
    if (type.kind !== 'enumeration') return word;
    return enumerations.find(({ name }) => name === type.name)?.values.find(({ name }) => name === word)?.label ?? word;
}

const YES: Classed = { id: 'oui', label: 'oui' };
const NO: Classed = { id: 'non', label: 'non' };

export function yesOrNo(value: boolean): Classed {
    return value ? YES : NO;
}

export function absence(kind: string): Classed {
    const word = kind === 'not-applicable' ? 'sans objet' : 'inconnu';
    return { id: word, label: word };
}

export function bandOf(seniority: number | undefined): Classed {
    if (seniority === undefined) return absence('missing');
    const low = BANDS.findLast((band) => band <= seniority) ?? 0;
    const next = BANDS[BANDS.indexOf(low) + 1];
    const band = `${low}-${next === undefined ? '' : next - 1}`;
    return { id: band, label: band };
}
