import { absurd } from '../kit/absurd.js';
import type { Bounds, FactDeclaration, NumberType, ValueType } from '../ir/value-type.js';
import type { Enumeration } from '../ir/vocabulary.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { integer, mul, type Rational } from '../kit/exact-number.js';
import { block, words } from './layout.js';
import { eurosText, exact, numberText, pluralUnit } from './number-text.js';
import { quoted } from './words.js';

/** A type as declarations write it, with its bounds when it has some. */
export function typeText(type: ValueType, enumerations: ReadonlyMap<string, Enumeration>, bounds?: Bounds): string {
    switch (type.kind) {
        case 'number':
            return words(type.places === 0 ? 'entier' : `décimal(${type.places})`, numberBounds(type, bounds));
        case 'money':
            return words('montant', type.per === undefined ? '' : `par ${type.per}`, moneyBounds(bounds));
        case 'events':
            return block(
                'événements',
                type.fields.map((field) => factText(field, enumerations)),
                ' ;',
            );
        case 'enumeration':
            return type.name;
        case 'ratio':
        case 'date':
        case 'duration':
            return words(SIMPLE[type.kind], bounds === undefined ? '' : BOUNDS[type.kind](exact(bounds.low), exact(bounds.high)));
        case 'boolean':
        case 'code':
        case 'text':
            return SIMPLE[type.kind];
        default:
            return absurd(type);
    }
}

const SIMPLE = { ratio: 'ratio', date: 'date', duration: 'durée', boolean: 'oui/non', code: 'code', text: 'texte' } as const;

/** Percents, days, months: as a declaration writes the bounds of these types. */
const BOUNDS = {
    ratio: (low: Rational, high: Rational) => `de ${numberText(mul(low, integer(100)))} à ${numberText(mul(high, integer(100)))} %`,
    date: (low: Rational, high: Rational) => `du ${formatFrenchDate(Number(low.n))} au ${formatFrenchDate(Number(high.n))}`,
    duration: (low: Rational, high: Rational) => `de ${numberText(low)} à ${numberText(high)} mois`,
};

function numberBounds({ unit }: NumberType, bounds: Bounds | undefined): string {
    if (bounds === undefined) return unit === undefined ? '' : `en ${pluralUnit(unit)}`;
    return words(`de ${numberText(exact(bounds.low))} à ${numberText(exact(bounds.high))}`, unit === undefined ? '' : pluralUnit(unit));
}

function moneyBounds(bounds: Bounds | undefined): string {
    return bounds === undefined ? '' : `de ${eurosText(exact(bounds.low))} à ${eurosText(exact(bounds.high))}`;
}

/** A fact, or a field of events. */
export function factText(fact: FactDeclaration, enumerations: ReadonlyMap<string, Enumeration>): string {
    const byType = fact.type.kind === 'enumeration' && (enumerations.get(fact.type.name)?.multiple ?? false);
    return words(
        `${fact.name} :`,
        typeText(fact.type, enumerations, fact.bounds),
        labelText(fact.label),
        fact.multiple && !byType ? 'plusieurs' : '',
        fact.column === undefined ? '' : `colonne ${quoted(fact.column)}`,
        fact.role === undefined ? '' : `rôle ${fact.role}`,
        fact.proof ? 'justificatif exigé' : '',
        referencesText(fact.references),
    );
}

export function labelText(label: string | undefined): string {
    return label === undefined ? '' : quoted(label);
}

/** `réf "CCH L.441-1" réf "…"`. */
export function referencesText(references: readonly { readonly text: string }[]): string {
    return references.map((reference) => `réf ${quoted(reference.text)}`).join(' ');
}
