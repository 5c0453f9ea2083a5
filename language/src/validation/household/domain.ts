import { complement, intersection, onGrid, type Intervals } from './intervals.js';

/** The values that a quantity, a word or a set of words may have. */
export type Values =
    | { readonly kind: 'none' }
    | { readonly kind: 'numbers'; readonly intervals: Intervals; readonly grid?: bigint }
    /** Words among those allowed, or any word but those refused. */
    | { readonly kind: 'words'; readonly allowed?: readonly string[]; readonly refused: readonly string[] }
    /** Several words: at least one of each group, none of those refused. */
    | { readonly kind: 'sets'; readonly universe?: readonly string[]; readonly groups: readonly (readonly string[])[]; readonly refused: readonly string[] };

/** What a fact may be: one of these values, `non renseigné`, `sans objet`. */
export interface Domain {
    readonly values: Values;
    readonly missing: boolean;
    readonly notApplicable: boolean;
}

/** What a condition asks of a value; of several words it asks that one, or none, be among these. */
export type ValueTest =
    | { readonly kind: 'any' }
    | { readonly kind: 'none' }
    /** Numbers; durations in months, or in days, which do not compare to months. */
    | { readonly kind: 'within'; readonly intervals: Intervals; readonly inDays?: boolean }
    | { readonly kind: 'among'; readonly words: readonly string[] }
    | { readonly kind: 'outside'; readonly words: readonly string[] };

/** What a condition asks of a fact. */
export interface Restriction {
    readonly test: ValueTest;
    readonly missing: boolean;
    readonly notApplicable: boolean;
}

/** A restriction to values that meet a test. */
export function valued(test: ValueTest): Restriction {
    return { test, missing: false, notApplicable: false };
}

export const IS_NOT_APPLICABLE: Restriction = { test: { kind: 'none' }, missing: false, notApplicable: true };
export const IS_MISSING: Restriction = { test: { kind: 'none' }, missing: true, notApplicable: false };

/** The contrary of a test, for a value that is there. */
export function contrary(test: ValueTest): ValueTest {
    switch (test.kind) {
        case 'any':
            return { kind: 'none' };
        case 'none':
            return { kind: 'any' };
        case 'within':
            return { ...test, intervals: complement(test.intervals) };
        case 'among':
            return { kind: 'outside', words: test.words };
        case 'outside':
            return { kind: 'among', words: test.words };
    }
}

/** The domain under one more restriction; `undefined` when nothing is left. */
export function narrowed(domain: Domain, restriction: Restriction): Domain | undefined {
    const values = valuesUnder(domain.values, restriction.test);
    const missing = domain.missing && restriction.missing;
    const notApplicable = domain.notApplicable && restriction.notApplicable;
    return values.kind === 'none' && !missing && !notApplicable ? undefined : { values, missing, notApplicable };
}

const NONE: Values = { kind: 'none' };

function valuesUnder(values: Values, test: ValueTest): Values {
    if (values.kind === 'none' || test.kind === 'any') return values;
    if (test.kind === 'none') return NONE;
    if (test.kind === 'within') return values.kind === 'numbers' ? numbersWithin(values, test.intervals) : NONE;
    if (values.kind === 'words') return test.kind === 'among' ? wordsAmong(values, test.words) : wordsOutside(values, test.words);
    if (values.kind !== 'sets') return NONE;
    const { groups, refused } = values;
    return possibleSets(test.kind === 'among' ? { ...values, groups: [...groups, test.words] } : { ...values, refused: [...refused, ...test.words] });
}

function numbersWithin(values: Extract<Values, { kind: 'numbers' }>, allowed: Intervals): Values {
    const intervals = onGrid(intersection(values.intervals, allowed), values.grid);
    return intervals.length === 0 ? NONE : { ...values, intervals };
}

function wordsAmong({ allowed, refused }: Extract<Values, { kind: 'words' }>, words: readonly string[]): Values {
    const left = words.filter((word) => !refused.includes(word) && (allowed === undefined || allowed.includes(word)));
    return left.length === 0 ? NONE : { kind: 'words', allowed: left, refused };
}

function wordsOutside({ allowed, refused }: Extract<Values, { kind: 'words' }>, words: readonly string[]): Values {
    if (allowed === undefined) return { kind: 'words', refused: [...refused, ...words] };
    const left = allowed.filter((word) => !words.includes(word));
    return left.length === 0 ? NONE : { kind: 'words', allowed: left, refused };
}

/** Each group must keep a word that is not refused. */
function possibleSets(values: Extract<Values, { kind: 'sets' }>): Values {
    const possible = values.groups.every((group) => group.some((word) => isOpen(values, word)));
    return possible ? values : NONE;
}

/** Whether a word may be in the set. */
export function isOpen({ universe, refused }: Extract<Values, { kind: 'sets' }>, word: string): boolean {
    return !refused.includes(word) && (universe === undefined || universe.includes(word));
}
