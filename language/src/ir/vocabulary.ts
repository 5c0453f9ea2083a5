import type { Expression } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';
import type { Day, Fraction, LiteralValue } from './value.js';
import type { Bounds, FactDeclaration, ValueType } from './value-type.js';

/** What facts exist: the words of one or more `vocabulaire` files, merged with a policy's own additions. */
export interface Vocabulary {
    readonly enumerations: readonly Enumeration[];
    readonly facts: readonly FactDeclaration[];
    readonly derived: readonly DerivedFact[];
    /** Of each member of the household. Their formulas stand wherever they are read: nothing evaluates them by name. */
    readonly memberFacts: readonly DerivedFact[];
    readonly parameters: readonly Parameter[];
    readonly tables: readonly Table[];
}

/** A closed list of values that facts may take. */
export interface Enumeration extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    /** Values are ordered as written: the first is the lowest. */
    readonly ordered: boolean;
    /** A fact of this type may hold several values. */
    readonly multiple: boolean;
    readonly values: readonly EnumerationValue[];
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** One value of an enumeration. */
export interface EnumerationValue extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    /** Codes by which source files name the value. */
    readonly codes: readonly string[];
}

/** A fact computed from others. `notApplicable` and `unknown` are read before `value`; a value outside `bounds` is an anomaly, and missing. */
export interface DerivedFact extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly type: ValueType;
    readonly bounds?: Bounds;
    /** What the replay uses the fact for (`DERIVED_ROLES`). */
    readonly role?: string;
    readonly value: Expression;
    readonly notApplicable?: Expression;
    readonly unknown?: Expression;
    readonly references: readonly LegalReference[];
    /** The clause as written, spaces normalised. */
    readonly text: string;
    readonly at: Span;
}

/** A value that must be confirmed by the author; `value` is set once the policy confirms it. */
export interface Parameter extends Places<'name' | 'proposed' | 'value'> {
    readonly name: string;
    readonly label?: string;
    readonly type: ValueType;
    /** What is proposed or confirmed lies within them; so does what is not confirmed yet. */
    readonly bounds?: Bounds;
    readonly proposed?: LiteralValue;
    readonly value?: LiteralValue;
    readonly confirmedBy?: string;
    readonly confirmedOn?: Day;
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** A dated table. A key that no row carries, at a date that no period covers, gives an unknown value, never zero. */
export interface Table extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly keys: readonly TableKey[];
    readonly type: ValueType;
    /** Of its values: one that grows out of them with the last key is an anomaly, and missing. */
    readonly bounds?: Bounds;
    /** What its values do when a key grows, the others being equal. */
    readonly promises?: readonly TablePromise[];
    readonly periods: readonly TablePeriod[];
    /** Made of the dated lists of one name: `x parmi …` reads it, and every word that a period does not carry is out. */
    readonly list?: true;
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** With a greater key, and others equal, a value is never less (`growing`), or never greater (`falling`). */
export interface TablePromise {
    readonly kind: 'growing' | 'falling';
    readonly key: string;
    readonly at: Span;
}

/** What a table is read by: the name and type of one key. */
export interface TableKey {
    readonly name: string;
    readonly type: ValueType;
    /** Written with the key; without them, those of the fact that names it. */
    readonly bounds?: Bounds;
}

/** Rows in force from `start` to `end` included (or until the next period of the table). */
export interface TablePeriod extends Places<'start'> {
    readonly start: Day;
    readonly end?: Day;
    readonly rows: readonly TableRow[];
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/**
 * One cell of the table, by its keys in order. A key is a word, an integer written in digits, or `null` for any other value.
 * `perExtra` adds that much for each unit of the last key beyond `last`. `places.line` is its line, which several columns may share.
 */
export interface TableRow extends Places<'line' | 'value', 'keys'> {
    readonly keys: readonly (string | null)[];
    readonly value: LiteralValue;
    readonly perExtra?: { readonly last: number; readonly amount: Fraction };
}
