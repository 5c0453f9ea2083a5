import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Rational } from '../kit/exact-number.js';
import type { CellReason, ValueClass } from './finding.js';

/** A cell that holds no value of its fact, and why. `low` and `high` are the bounds that it passes, in the unit of its column. */
export interface RefusedCell {
    readonly kind: 'refused';
    readonly reason: CellReason;
    readonly low?: string;
    readonly high?: string;
}

/** What the text of a cell says of its fact. */
export type Cell = FactValue | RefusedCell;

/** How the cells of a column are written. */
export interface CellForm {
    readonly decimal: ',' | '.';
    /** The correspondance says which mark is which: `1.500` has one meaning. */
    readonly marksDeclared?: boolean;
    /** A mark that stands between thousands, said by the correspondance. */
    readonly thousands?: string;
    /** The column holds percentages without their sign, and nothing says so. */
    readonly percents?: boolean;
    /** Between the values of a cell that holds several. */
    readonly split: string;
    /** What an empty cell means. */
    readonly empty: FactValue;
    /** Texts with a meaning of their own, read before any other. */
    readonly codes: ReadonlyMap<string, FactValue>;
    /** A date is followed by its local time. */
    readonly time?: boolean;
    /** The cell is that of several columns, with a text between them. */
    readonly joined?: { readonly by: string; readonly count: number };
    /** What a number is multiplied by. */
    readonly factor?: Rational;
}

/** Cells as the project's own files write them: `1 234,56`, several values between `|`, nothing for `non renseigné`. */
export const OWN_FORM: CellForm = { decimal: ',', split: '|', empty: { kind: 'missing' }, codes: new Map() };

/** A refusal without bounds. */
export function refused(reason: CellReason): RefusedCell {
    return { kind: 'refused', reason };
}

/** A value as its fact holds it: one word, for a fact that may hold several, is the set of that word. */
export function heldAs({ multiple }: FactDeclaration, value: FactValue): FactValue {
    return multiple && value.kind === 'word' ? { kind: 'set', values: [value.value] } : value;
}

/** What kind of text a cell holds: all that may be said of it in a finding. */
export function valueClassOf(text: string): ValueClass {
    if (/^[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+$/.test(text)) return 'scientific';
    if (/^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}$/.test(text)) return 'date';
    if (/^[-−][0-9][0-9\s.,]*[€%]?$/.test(text)) return 'negative-number';
    if (/^[0-9][0-9\s.,]*[€%]?$/.test(text)) return 'number';
    return /^(?:oui|non|true|false|vrai|faux)$/i.test(text) ? 'yes-no' : 'text';
}
