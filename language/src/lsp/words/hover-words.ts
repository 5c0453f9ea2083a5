import { describeType } from '../../diagnostics/type-words.js';
import type { Criterion } from '../../ir/scoring.js';
import type { FactDeclaration, ValueType } from '../../ir/value-type.js';
import { formatFrench, fromFraction, mul, parseFrenchNumber, rational, type Rational } from '../../kit/exact-number.js';
import type { NameUse } from '../names/name-use.js';
import { boundsText } from './reach-words.js';

/** What a fact is: type, bounds, column, role, proof. One line each. */
export function factLines(fact: FactDeclaration): readonly string[] {
    const { type, bounds, column, name, role, proof, multiple, references } = fact;
    const ends = bounds && boundsText({ ...end('low', bounds.low), ...end('high', bounds.high) }, type);
    return [
        `${capital(describeType(type))}${ends === undefined ? '' : `, ${ends}`}${multiple ? ' ; plusieurs à la fois' : ''}.`,
        `Dans les données : colonne « ${column ?? name} »${role === undefined ? '' : ` ; rôle dans le rejeu : ${role}`}.`,
        ...(proof ? ['Un justificatif est exigé : sans lui, les points qui en dépendent ne comptent pas dans la note vérifiée.'] : []),
        ...references.map(({ text }) => `Réf : ${text}`),
    ];
}

function end(key: 'low' | 'high', fraction: string): { readonly low?: Rational; readonly high?: Rational } {
    const value = fromFraction(fraction);
    return value === undefined ? {} : { [key]: value };
}

/** What a critère asks and serves. */
export function criterionLines({ references, proof, exclusive }: Criterion): readonly string[] {
    return [
        ...(proof ? ['Justificatif exigé.'] : []),
        ...(exclusive.length === 0 ? [] : [`Écarte, quand il s’applique : ${exclusive.join(', ')}.`]),
        ...(references.length === 0 ? [] : [`Sert : ${references.map(({ text }) => text).join(' ; ')}.`]),
    ];
}

/** What a deduced fact is. */
export function typeLine(type: ValueType): string {
    return `${capital(describeType(type))}.`;
}

export function reachLine(reach: string): string {
    return `Peut donner : ${reach}.`;
}

/** The clause that a variant replaces, and what it puts in its place. */
export function changeLines(before: string | undefined, after: string | undefined): readonly string[] {
    return [`**Avant** : ${before ?? 'n’existait pas'}`, `**Après** : ${after ?? 'retiré'}`];
}

const USE_WORDS: Readonly<Record<NameUse, readonly [one: string, several: string]>> = {
    rule: ['règle', 'règles'],
    variant: ['variante', 'variantes'],
    example: ['exemple', 'exemples'],
    mapping: ['correspondance', 'correspondances'],
};

/** `Nommé 12 fois : 3 dans les règles, …`; by whom, where it is named at all. */
export function usesLine(counts: ReadonlyMap<NameUse, number>): string {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total === 0) return 'Jamais nommé ailleurs.';
    const parts = [...counts].map(([use, count]) => `${count} ${USE_WORDS[use][count > 1 ? 1 : 0]}`);
    return `Nommé ${total} fois ailleurs : ${parts.join(', ')}.`;
}

/** What a number says, once its unit is read: an amount per month is one per year. */
export function numberLine(text: string, type: ValueType): string {
    const value = parseFrenchNumber(/^[\d\s\u00A0\u202F]+(,\d+)?/.exec(text)?.[0].trim() ?? '');
    const meaning = `${capital(describeType(type))}.`;
    if (value === undefined || type.kind !== 'money' || type.per === undefined) return meaning;
    const [other, factor] = type.per === 'mois' ? (['an', rational(12n, 1n)] as const) : (['mois', rational(1n, 12n)] as const);
    return `${meaning} Soit ${formatFrench(mul(value, factor), 2)} € par ${other}.`;
}

/** How a value is written. */
export function valueLine(enumeration: string, codes: readonly string[]): string {
    const data = codes.length === 0 ? '' : ` Dans les données : ${codes.map((code) => `« ${code} »`).join(', ')}.`;
    return `Une valeur de « ${enumeration} ».${data}`;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
