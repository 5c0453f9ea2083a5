import type { Day, DurationUnit, EventRecord } from '../../../ir/value.js';
import { formatFrenchDate } from '../../../kit/civil-date.js';
import type { Rational } from '../../../kit/exact-number.js';

/**
 * Why something is not known: the demand's or the letting's facts that are missing, and the facts of a dwelling or a candidature that
 * was not given at all (`absent`). Names of facts that are not the demand's are qualified: `logement.loyer`.
 */
export interface Gap {
    readonly facts: readonly string[];
    readonly absent: readonly string[];
}

export const NO_GAP: Gap = { facts: [], absent: [] };

/** Both reasons; the same object when one adds nothing. */
export function joinGaps(a: Gap, b: Gap): Gap {
    if (a === b || isEmptyGap(b)) return a;
    if (isEmptyGap(a)) return b;
    return { facts: union(a.facts, b.facts), absent: union(a.absent, b.absent) };
}

export function isEmptyGap(gap: Gap): boolean {
    return gap.facts.length === 0 && gap.absent.length === 0;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
    const added = b.filter((name) => !a.includes(name));
    return added.length === 0 ? a : [...a, ...added];
}

/** Every name of a gap, sorted by code units: what a user is told. */
export function namesOf(gap: Gap): readonly string[] {
    return [...gap.facts, ...gap.absent].sort();
}

/** A value; money is in cents. A `span` is a civil duration between two days, compared by its anniversaries. */
export type Known =
    | { readonly kind: 'number'; readonly value: Rational }
    | { readonly kind: 'date'; readonly day: Day }
    | { readonly kind: 'duration'; readonly amount: number; readonly unit: DurationUnit }
    | { readonly kind: 'span'; readonly from: Day; readonly to: Day }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'word'; readonly value: string }
    | { readonly kind: 'set'; readonly values: readonly string[] }
    | { readonly kind: 'events'; readonly events: readonly EventRecord[] };

/** `within`: it has a value, supposed to lie there while bounds are sought; see `expressions/cells.ts`. */
export interface Missing {
    readonly kind: 'missing';
    readonly gap: Gap;
    readonly within?: Within;
}

/** An interval of numbers or days, one of whose sides may have no end; or any word but these. */
export type Within =
    | { readonly kind: 'interval'; readonly low?: Known; readonly high?: Known; readonly lowOpen: boolean; readonly highOpen: boolean }
    | { readonly kind: 'other'; readonly than: readonly string[] };

export interface NotApplicable {
    readonly kind: 'not-applicable';
}

/** The two absences: `non renseigné` and `sans objet`. */
export type Absence = Missing | NotApplicable;

/** What an expression gives: a value, or one of the two absences. */
export type Evaluated = Known | Absence;

export const NOT_APPLICABLE: NotApplicable = { kind: 'not-applicable' };

export function isAbsence(value: Evaluated): value is Absence {
    return value.kind === 'missing' || value.kind === 'not-applicable';
}

/** What an expression of the policy gives to the caller of the engine; `missing` is sorted. */
export type ExpressionValue = Known | { readonly kind: 'missing'; readonly missing: readonly string[] } | { readonly kind: 'not-applicable' };

export function missingBecause(gap: Gap): Missing {
    return { kind: 'missing', gap };
}

export function numberValue(value: Rational): Known {
    return { kind: 'number', value };
}

/** The word by which a single value is compared to words: an enumeration value, a code, an integer's digits, 01/02/2024, `oui` or `non`. */
export function wordOf(value: Known): string | undefined {
    if (value.kind === 'word') return value.value;
    if (value.kind === 'boolean') return value.value ? 'oui' : 'non';
    if (value.kind === 'date') return formatFrenchDate(value.day);
    return value.kind === 'number' && value.value.d === 1n ? String(value.value.n) : undefined;
}

/** The words of a value, one or several; none for a value that words do not compare to. */
export function wordsOf(value: Known): readonly string[] {
    if (value.kind === 'set') return value.values;
    const word = wordOf(value);
    return word === undefined ? [] : [word];
}
