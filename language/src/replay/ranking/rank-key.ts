import {
    compareExpressionValues,
    evaluateCondition,
    evaluateExpression,
    withoutProofs,
    type DemandResult,
    type ExpressionValue,
    type LoadedPolicy,
    type NoteResult,
    type Subject,
} from '../../engine/index.js';
import type { Expression } from '../../ir/expression.js';
import type { Ranking, RankingKey } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import { absurd } from '../../kit/absurd.js';
import { compare, integer, neg, type Rational } from '../../kit/exact-number.js';
import { NEVER } from '../record/demand-histories.js';
import { directionOf, isTimeSince, type TimeScope } from '../rules/time-direction.js';

/** What a demand shows to one key of the ranking, turned so that the least comes first. Numbers are integers, or `LAST`. */
export type RankPart = number | { readonly rational: Rational } | { readonly value: ExpressionValue; readonly descending: boolean };

/** What a demand shows to the keys of a ranking, up to the appraisal. */
export type RankKey = readonly RankPart[];

/** A demand's rank key and the last day on which it holds, the facts staying the same. */
export interface DatedKey {
    readonly key: RankKey;
    readonly until: Day;
}

/** After every value, in either order. */
const LAST = Number.POSITIVE_INFINITY;

/** A ranking made ready: its keys before the appraisal, which decides between all that are alike so far. */
export interface RankReader {
    readonly ranking: Ranking;
    /** Evaluated for the note that ranks: of its results, read no other. */
    readonly loaded: LoadedPolicy;
    readonly keys: readonly KeyReader[];
    /** The note that ranks. */
    readonly which: 'declared' | 'verified';
}

interface KeyReader {
    readonly key: RankingKey;
    /** A fact that is always the time since a day: the day stands for it. */
    readonly span: boolean;
    /** A fact whose value may change from day to day: what it gives holds for the day only. */
    readonly daily: boolean;
}

/** Makes a policy's ranking ready; `undefined` where it has none. */
export function rankReader(loaded: LoadedPolicy, scope: TimeScope): RankReader | undefined {
    const { ranking } = loaded.policy;
    if (ranking === undefined) return undefined;
    const end = ranking.keys.findIndex(({ kind }) => kind === 'appraisal');
    const keys = (end < 0 ? ranking.keys : ranking.keys.slice(0, end)).map((key) => keyReader(key, scope));
    const note = ranking.keys.find((key) => key.kind === 'note');
    const readsProofs = ranking.keys.some((key) => key.kind === 'note' && key.which === 'verified');
    return { ranking, loaded: readsProofs ? loaded : withoutProofs(loaded), keys, which: note?.which ?? 'declared' };
}

function keyReader(key: RankingKey, scope: TimeScope): KeyReader {
    const span = key.kind === 'fact' && isTimeSince(scope, key.value);
    return { key, span, daily: key.kind === 'fact' && !span && directionOf(scope, key.value) !== 'constant' };
}

/** The rank key of a demand with its result for the same subject; `others` where they are known already. */
export function rankKeyOf(reader: RankReader, subject: Subject, result: DemandResult, others?: OtherParts): DatedKey {
    const { best, until } = readKeys(reader, subject, { result, ends: exactPart, others });
    return { key: best, until };
}

/**
 * Between which keys a demand ranks for any dwelling, from its result without one; only for a ranking whose other keys read no
 * dwelling. A note that a dwelling may leave incomplete ranks last at worst where the incomplete do.
 */
export function rankBoundsOf(reader: RankReader, subject: Subject, result: DemandResult, others?: OtherParts): DatedBounds {
    return readKeys(reader, subject, { result, ends: extremeParts, others });
}

/** Two rank keys between which a demand ranks, and the last day on which they hold. */
export interface DatedBounds {
    readonly best: RankKey;
    readonly worst: RankKey;
    readonly until: Day;
}

interface KeyReading {
    readonly result: DemandResult;
    readonly ends: (note: NoteResult, incomplete: Ranking['incomplete']) => readonly [best: RankPart, worst: RankPart];
    /** What the keys other than the note show, where it is known already. */
    readonly others?: OtherParts;
}

/** What a demand shows to the keys other than the note, in order, and the last day on which it holds. */
export interface OtherParts {
    readonly parts: readonly RankPart[];
    readonly until: Day;
}

/** Reads the keys other than the note. */
export function otherParts({ loaded, keys }: RankReader, subject: Subject): OtherParts {
    let until = NEVER;
    const parts = keys.map(({ key, span, daily }): RankPart => {
        if (key.kind !== 'category' && key.kind !== 'fact') return 0;
        if (daily) until = Math.min(until, subject.day);
        if (key.kind === 'fact') return factPart(loaded, { key, span }, subject);
        const category = categoryPart(loaded, key.conditions, subject);
        until = Math.min(until, category.until);
        return category.place;
    });
    return { parts, until };
}

function readKeys(reader: RankReader, subject: Subject, { result, ends, others = otherParts(reader, subject) }: KeyReading): DatedBounds {
    const { keys, ranking } = reader;
    const notes = keys.map(({ key }) => (key.kind === 'note' ? ends(result[key.which], ranking.incomplete) : undefined));
    return {
        best: others.parts.map((part, place) => notes[place]?.[0] ?? part),
        worst: others.parts.map((part, place) => notes[place]?.[1] ?? part),
        until: Math.min(result.validUntil ?? NEVER, others.until),
    };
}

/** Negative when the first ranks before, positive when after, 0 when only the appraisal can tell. */
export function compareRankKeys(a: RankKey, b: RankKey): number {
    for (let place = 0; place < a.length; place += 1) {
        const order = compareParts(a[place], b[place]);
        if (order !== 0) return order;
    }
    return 0;
}

/** The place of the first key that separates two demands; −1 when none does. */
export function separatingKey(a: RankKey, b: RankKey): number {
    return a.findIndex((part, place) => compareParts(part, b[place]) !== 0);
}

/** The note as it ranks: an incomplete one by its bound, or `undefined` when it ranks last. */
export function rankingNote(note: NoteResult, incomplete: Ranking['incomplete']): Rational | undefined {
    if (note.kind === 'note') return note.note;
    if (note.kind === 'interval') return note.fixed;
    return incomplete === 'last' ? undefined : incomplete === 'minimum' ? note.low : note.high;
}

/** The first condition that surely holds, else one more than the last; how long that stays so. */
function categoryPart(loaded: LoadedPolicy, conditions: readonly Expression[], subject: Subject): { readonly place: number; readonly until: Day } {
    let until = NEVER;
    for (const [place, condition] of conditions.entries()) {
        const { truth, validUntil } = evaluateCondition(loaded, condition, subject);
        until = Math.min(until, validUntil ?? NEVER);
        if (truth === 'true') return { place, until };
    }
    return { place: conditions.length, until };
}

function exactPart(note: NoteResult, incomplete: Ranking['incomplete']): readonly [RankPart, RankPart] {
    const value = rankingNote(note, incomplete);
    const part = value === undefined ? LAST : numberPart(neg(value));
    return [part, part];
}

function extremeParts(note: NoteResult, incomplete: Ranking['incomplete']): readonly [RankPart, RankPart] {
    if (note.kind === 'note') return exactPart(note, incomplete);
    return [numberPart(neg(note.high)), incomplete === 'last' ? LAST : numberPart(neg(note.low))];
}

interface FactKey {
    readonly key: Extract<RankingKey, { kind: 'fact' }>;
    readonly span: boolean;
}

function factPart(loaded: LoadedPolicy, { key, span }: FactKey, subject: Subject): RankPart {
    const value = evaluateExpression(loaded, key.value, subject);
    const descending = key.order === 'descending';
    switch (value.kind) {
        case 'missing':
        case 'not-applicable':
            return LAST;
        case 'number':
            return numberPart(descending ? neg(value.value) : value.value);
        case 'date':
            return descending ? -value.day : value.day;
        case 'span':
            if (!span) return { value, descending };
            return descending ? value.from : -value.from;
        case 'boolean':
            return value.value === descending ? 0 : 1;
        case 'word':
            return wordPart(loaded, key.value, value.value, descending);
        case 'duration':
        case 'set':
        case 'events':
            return { value, descending };
        default:
            return absurd(value);
    }
}

/** Words of an enumeration by their place in it; other words do not rank. */
function wordPart(loaded: LoadedPolicy, { type }: Expression, word: string, descending: boolean): RankPart {
    const values = type.kind === 'enumeration' ? loaded.policy.vocabulary.enumerations.find(({ name }) => name === type.name)?.values : undefined;
    const place = values?.findIndex(({ name }) => name === word) ?? 0;
    return descending ? -place : place;
}

function numberPart(value: Rational): RankPart {
    const number = Number(value.n);
    return value.d === 1n && Number.isSafeInteger(number) ? number : { rational: value };
}

/** Two keys of one ranking have as many parts: a part beside none never comes. */
function compareParts(a: RankPart | undefined, b: RankPart | undefined): number {
    if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
    if (a === undefined || b === undefined) return 0;
    if (a === LAST) return 1;
    if (b === LAST) return -1;
    const [left, right] = [asRational(a), asRational(b)];
    if (left !== undefined && right !== undefined) return compare(left, right);
    if (typeof a === 'number' || typeof b === 'number' || 'rational' in a || 'rational' in b) return 0;
    const order = compareExpressionValues(a.value, b.value) ?? 0;
    return a.descending ? -order : order;
}

function asRational(part: RankPart): Rational | undefined {
    if (typeof part === 'number') return integer(part);
    return 'rational' in part ? part.rational : undefined;
}
