import { intAt } from '../../kit/at.js';
import { evaluateExpression, type Program } from '../../engine/index.js';
import type { FactValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { absence, labelOf, wordsOfType, yesOrNo } from './breakdown-classes.js';
import type { Named } from '../contract/breakdown.js';
import type { ReplayContext } from '../pool/replay-context.js';

/** How households are sorted into profiles, row by row. */
export interface Profiles {
    /** The fact that sorts them. */
    readonly fact: Named;
    /** The profile of a row on its first day in the window. */
    readonly of: (row: number) => Named;
    /** Places a profile among the others: in the order of its enumeration or of numbers; what is not known comes last. */
    readonly order: (profile: Named) => number;
}

/** By the fact with role `profil`, deduced or declared, else by the size of the household; nothing where the vocabulary has neither. */
export function profilesOf({ population, window, facts }: ReplayContext, loaded: Program): Profiles | undefined {
    const { vocabulary } = loaded.policy;
    const derived = vocabulary.derived.find(({ role }) => role === 'profil');
    const declared = (wanted: string) => vocabulary.facts.find(({ owner, role, multiple }) => owner === 'demande' && role === wanted && !multiple);
    const fact = derived ?? declared('profil') ?? declared('taille_du_ménage');
    if (fact === undefined) return undefined;
    const { name, label = name, type, at } = fact;
    const valueOf = (row: number): FactValue | { readonly kind: string } => {
        const demand = facts.reader(row);
        if (derived === undefined) return demand.fact(name);
        const day = Math.max(intAt(population.run.from, row), window.from);
        const value = evaluateExpression(loaded, { kind: 'derived', name, type, at }, { demand, day });
        return value.kind === 'number' ? { kind: 'number', value: String(value.value.n) } : value;
    };
    const words = wordsOfType(vocabulary, type);
    return { fact: { id: name, label }, of: (row) => classOf(loaded, type, valueOf(row)), order: ({ id }) => orderOf(words, id) };
}

function classOf({ policy: { vocabulary } }: Program, type: ValueType, value: FactValue | { readonly kind: string }): Named {
    if (!('value' in value)) return absence(value.kind);
    if (typeof value.value === 'boolean') return yesOrNo(value.value);
    return { id: value.value, label: labelOf(vocabulary, type, value.value) };
}

function orderOf(words: readonly string[], id: string): number {
    const place = words.indexOf(id);
    if (place >= 0) return place;
    if (words.length === 0 && /^[0-9]+$/.test(id)) return Number(id);
    return id === 'oui' ? 0 : id === 'non' ? 1 : Number.MAX_SAFE_INTEGER;
}
