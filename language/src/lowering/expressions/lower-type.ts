import type { AstNode } from 'langium';
import { parseDate } from '../../kit/civil-date.js';
import { nearestNames } from '../../kit/nearest-name.js';
import { add, fromFraction, integer, mul, neg, parseFrenchNumber, rational, toFraction, type Rational } from '../../kit/exact-number.js';
import { KIND_WORDS } from '../../diagnostics/kind-words.js';
import { describeType } from '../../diagnostics/type-words.js';
import type { DateBounds, FactDeclaration as FactNode, TypeReference } from '../../generated/ast.js';
import { EVENT_ROLES } from '../../ir/roles.js';
import type { Bounds, FactDeclaration, FactOwner, ValueType } from '../../ir/value-type.js';
import type { Scope } from '../../references/scope.js';
import {
    fail,
    failUnknown,
    keywordSpan,
    locationAt,
    lowerReferences,
    nameIn,
    optional,
    placeOf,
    spanOf,
    unquote,
    type FileContext,
} from '../context/context.js';
import { checkRole } from './lower-role.js';

/** Units are compared in one form: `personnes` and `personne`, `ans` and `an` are the same unit. */
export function unitWord(unit: string): string {
    if (unit === 'm²' || unit === 'mois') return unit;
    return unit.length > 2 && /[sx]$/.test(unit) ? unit.slice(0, -1) : unit;
}

/** The type that a declaration names; `undefined` after a diagnostic when the enumeration is unknown. */
export function lowerType(context: FileContext, scope: Scope, node: TypeReference): ValueType | undefined {
    if (node.enumeration !== undefined) return lowerEnumerationType(context, scope, node, node.enumeration);
    switch (node.kind) {
        case 'entier':
            return { kind: 'number', places: 0, ...optional('unit', writtenUnit(node)) };
        case 'décimal':
            return { kind: 'number', places: lowerPlaces(context, node), ...optional('unit', writtenUnit(node)) };
        case 'montant':
            return { kind: 'money', ...optional('per', node.per) };
        case 'événements':
            return { kind: 'events', fields: lowerFields(context, scope, node.fields) };
        default:
            return SIMPLE.get(node.kind ?? '');
    }
}

const MOST_PLACES = 9;

/** A number of decimals, none where it is not written; too many are reported and cut. */
export function lowerPlaces(context: FileContext, node: AstNode & { readonly places?: string }): number {
    const { places: written } = node;
    const places = Number((written ?? '0').replace(/\s/g, ''));
    if (places <= MOST_PLACES) return places;
    fail(context, 'BAR318', { places: written ?? '', limit: String(MOST_PLACES) }, placeOf(context, node, 'places'));
    return MOST_PLACES;
}

const SIMPLE = new Map<string, ValueType>([
    ['ratio', { kind: 'ratio' }],
    ['date', { kind: 'date' }],
    ['durée', { kind: 'duration' }],
    ['oui/non', { kind: 'boolean' }],
    ['code', { kind: 'code' }],
    ['texte', { kind: 'text' }],
]);

/** The unit of a number, written after its bounds or alone: `de 1 à 20 personnes`, `entier en m²`. */
function writtenUnit({ bounds, unit }: TypeReference): string | undefined {
    const written = (bounds?.$type === 'Bounds' ? bounds.unit : undefined) ?? unit;
    return written === undefined ? undefined : unitWord(written);
}

function lowerEnumerationType(context: FileContext, scope: Scope, node: TypeReference, name: string): ValueType | undefined {
    if (scope.enumerations.has(name)) return { kind: 'enumeration', name };
    return failUnknown(
        context,
        'BAR203',
        { name, kind: KIND_WORDS.enumeration, nearest: nearestNames(name, scope.enumerations.keys()) },
        placeOf(context, node, 'enumeration'),
    );
}

function lowerFields(context: FileContext, scope: Scope, nodes: readonly FactNode[]): readonly FactDeclaration[] {
    return nodes.flatMap((field) => {
        checkRole(context, field, EVENT_ROLES);
        return lowerFact(context, scope, field, 'demande') ?? [];
    });
}

/** A fact, or a field of events; `undefined` when its type is unknown. */
export function lowerFact(context: FileContext, scope: Scope, node: FactNode, owner: FactOwner): FactDeclaration | undefined {
    if (node.name === undefined || node.type === undefined) return undefined;
    const type = lowerType(context, scope, node.type);
    if (type === undefined) return undefined;
    const enumeration = type.kind === 'enumeration' ? scope.enumerations.get(type.name) : undefined;
    if (node.multiple && !['enumeration', 'code', 'text'].includes(type.kind)) {
        fail(context, 'BAR331', { name: node.name, type: describeType(type) }, locationAt(keywordSpan(context, node, 'plusieurs')));
    }
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        owner,
        type,
        multiple: node.multiple || (enumeration?.multiple ?? false),
        ...optional('bounds', lowerBounds(context, node.type, type)),
        ...optional('column', unquote(node.column)),
        ...optional('role', node.role),
        proof: node.proof,
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** The bounds written with a type, in the type's own scale; a greatest value below the least is reported. */
export function lowerBounds(context: FileContext, { bounds }: TypeReference, type: ValueType): Bounds | undefined {
    if (bounds === undefined) return undefined;
    if (bounds.$type === 'DateBounds') return lowerDateBounds(context, bounds);
    const scale = scaleOf(type, bounds);
    const low = signed(mul(frenchNumber(bounds.low), scale), 'negative' in bounds && bounds.negative);
    const high = signed(mul(frenchNumber(bounds.high), scale), 'highNegative' in bounds && bounds.highNegative);
    if (add(high, neg(low)).n < 0n) fail(context, 'BAR506', { first: bounds.low, second: bounds.high }, placeOf(context, bounds, 'low'));
    return { low: toFraction(low), high: toFraction(high) };
}

/** Euros in cents, percents in ones, years in months. */
function scaleOf({ kind }: ValueType, bounds: Exclude<NonNullable<TypeReference['bounds']>, DateBounds>): Rational {
    if (bounds.$type === 'RatioBounds') return rational(1, 100);
    if (bounds.$type === 'DurationBounds') return integer(bounds.unit === 'mois' ? 1 : 12);
    return integer(kind === 'money' ? 100 : 1);
}

function lowerDateBounds(context: FileContext, bounds: DateBounds): Bounds | undefined {
    const low = parseDate(bounds.start) ?? fail(context, 'BAR109', { word: bounds.start }, placeOf(context, bounds, 'start'));
    const high = parseDate(bounds.end) ?? fail(context, 'BAR109', { word: bounds.end }, placeOf(context, bounds, 'end'));
    if (low === undefined || high === undefined) return undefined;
    if (high < low) fail(context, 'BAR506', { first: bounds.start, second: bounds.end }, placeOf(context, bounds, 'start'));
    return { low: String(low), high: String(high) };
}

function signed(value: Rational, negative: boolean): Rational {
    return negative ? neg(value) : value;
}

/** A number that the lexer has already accepted. */
export function frenchNumber(text: string): Rational {
    return parseFrenchNumber(text) ?? integer(0);
}

/** A fraction that this room wrote itself. */
export function exact(fraction: string): Rational {
    return fromFraction(fraction) ?? integer(0);
}
