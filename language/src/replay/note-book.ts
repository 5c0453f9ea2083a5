import type { FactReader } from '../columns/facts.js';
import { createNoteMemo, evaluateDemand, type DemandResult, type NoteMemo } from '../engine/index.js';
import type { Day, FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { NEVER } from './demand-histories.js';
import { readsOfRank, type FactsRead } from './policy-reads.js';
import { rankKeyOf, type RankKey, type RankReader } from './rank-key.js';
import { nextRefusalAfter, type RefusalFact } from './readers.js';
import { neverWorsens } from './rising-policy.js';
import type { TimeScope } from './time-direction.js';
import type { Dwellings, Tuples } from './tuples.js';

/** A demand's result and rank key for a class of dwellings; both hold from `from` to `until` if its facts stay the same. */
export interface ExactNote {
    readonly key: RankKey;
    readonly result: DemandResult;
    readonly from: Day;
    readonly until: Day;
}

/** Between which keys a demand ranks, whatever the day from `from` to `until`. */
export interface NoteBounds {
    readonly best: RankKey;
    readonly worst: RankKey;
    readonly from: Day;
    readonly until: Day;
}

/** The notes of one policy in one run: each is computed when asked, and kept while it holds. */
export interface NoteBook {
    readonly ranks: RankReader;
    readonly dwellings: Dwellings;
    /** The classes of dwellings that notes and ranking tell apart. */
    readonly tuples: Tuples;
    readonly readsRefusals: boolean;
    readonly reads: FactsRead;
    /** The fields of the events that a demand may list, by fact. */
    readonly eventFields: ReadonlyMap<string, readonly string[]>;
    /** Ranks of fully known demands never worsen: bounds replace most notes. */
    readonly rising: boolean;
    /** No note is asked after this day. */
    readonly horizon: Day;
    readonly refusals: RefusalFact | undefined;
    readonly reader: (row: number) => FactReader;
    readonly memos: Map<number, NoteMemo>;
    /** By class of dwellings, then row. */
    readonly exact: Map<number, ExactNote>[];
    readonly bounds: Map<number, NoteBounds>[];
    /** By row, and by class of dwellings: whether every fact read is known. */
    readonly known: Map<number, boolean>;
    readonly dwellingKnown: (boolean | undefined)[];
}

/** What a book of notes is made from. */
export interface NoteBookRequest {
    readonly ranks: RankReader;
    readonly dwellings: Dwellings;
    /** Days over which notes are asked, refusals being settled between the days looked at. */
    readonly scope: TimeScope;
    readonly refusals: RefusalFact | undefined;
    readonly reader: (row: number) => FactReader;
}

/** An empty book. */
export function noteBook({ ranks, dwellings, scope, refusals, reader }: NoteBookRequest): NoteBook {
    const { loaded } = ranks;
    const reads = readsOfRank(loaded);
    const tuples = dwellings.tuples(reads.dwelling);
    return {
        ranks,
        dwellings,
        tuples,
        readsRefusals: refusals !== undefined && reads.demand.includes(refusals.name),
        reads,
        eventFields: eventFieldsOf(loaded.policy.vocabulary.facts),
        rising: reads.candidature.length === 0 && ranks.ranking.incomplete !== 'last' && neverWorsens(loaded, ranks.ranking, scope),
        horizon: scope.to,
        refusals,
        reader,
        memos: new Map(),
        exact: Array.from({ length: tuples.count }, () => new Map<number, ExactNote>()),
        bounds: Array.from({ length: tuples.count }, () => new Map<number, NoteBounds>()),
        known: new Map(),
        dwellingKnown: [],
    };
}

function eventFieldsOf(facts: readonly FactDeclaration[]): ReadonlyMap<string, readonly string[]> {
    return new Map(
        facts.flatMap(({ name, owner, type }) => (owner === 'demande' && type.kind === 'events' ? [[name, type.fields.map((field) => field.name)]] : [])),
    );
}

/** The note of a row for a vacancy on a day. */
export function exactNote(book: NoteBook, row: number, vacancy: number, day: Day): ExactNote {
    const kept = book.exact[book.tuples.classOf[vacancy]!]!;
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const note = evaluate(book, row, vacancy, day);
    kept.set(row, note);
    return note;
}

/** Bounds of the rank of a row for a vacancy from a day on; the same key twice where nothing better is known. */
export function boundNote(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const kept = book.bounds[book.tuples.classOf[vacancy]!]!;
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const bounds = bound(book, row, vacancy, day);
    kept.set(row, bounds);
    return bounds;
}

/** The facts of a row change on a day: nothing kept of it holds from then on. */
export function forgetNotes(book: NoteBook, row: number, day: Day): void {
    book.known.delete(row);
    for (const kept of book.exact) clip(kept, row, day);
    for (const kept of book.bounds) clip(kept, row, day);
}

function clip<Kept extends { readonly until: Day }>(kept: Map<number, Kept>, row: number, day: Day): void {
    const known = kept.get(row);
    if (known !== undefined && known.until >= day) kept.set(row, { ...known, until: day - 1 });
}

function evaluate(book: NoteBook, row: number, vacancy: number, day: Day): ExactNote {
    const subject = { demand: book.reader(row), dwelling: book.dwellings.reader(vacancy), day };
    const memo = book.memos.get(row) ?? createNoteMemo();
    book.memos.set(row, memo);
    const result = evaluateDemand(book.ranks.loaded, subject, memo);
    const { key, until } = rankKeyOf(book.ranks, subject, result);
    return { key, result, from: day, until };
}

/** Bounds are looked for this many times as far as the note holds, within a month and half a year. */
const REACH = 8;
const SHORTEST_REACH = 31;
const LONGEST_REACH = 184;

function bound(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const now = exactNote(book, row, vacancy, day);
    const same: NoteBounds = { best: now.key, worst: now.key, from: day, until: now.until };
    if (!book.rising || !isFullyKnown(book, row, vacancy, now)) return same;
    const reach = Math.min(Math.max((now.until - day + 1) * REACH, SHORTEST_REACH), LONGEST_REACH);
    const until = Math.min(day + reach, book.horizon, nextRefusal(book, row, day) - 1);
    if (until <= now.until) return same;
    const later = evaluate(book, row, vacancy, until);
    if (!isFullyKnown(book, row, vacancy, later)) return same;
    return { best: later.key, worst: now.key, from: day, until };
}

function nextRefusal({ refusals, readsRefusals, reader }: NoteBook, row: number, day: Day): Day {
    return readsRefusals && refusals !== undefined ? nextRefusalAfter(reader(row), refusals, day) : NEVER;
}

/** Nothing that the note depends on is missing: it is no bound, and cannot become one. */
function isFullyKnown(book: NoteBook, row: number, vacancy: number, { result }: ExactNote): boolean {
    if (result.declared.kind !== 'note' || result.verified.kind !== 'note' || result.anomalies.length > 0) return false;
    return isDemandKnown(book, row) && isDwellingKnown(book, vacancy);
}

function isDemandKnown(book: NoteBook, row: number): boolean {
    const kept = book.known.get(row);
    if (kept !== undefined) return kept;
    const { fact } = book.reader(row);
    const known = book.reads.demand.every((name) => isKnown(fact(name), book.eventFields.get(name) ?? []));
    book.known.set(row, known);
    return known;
}

function isDwellingKnown({ dwellingKnown, dwellings, reads, tuples }: NoteBook, vacancy: number): boolean {
    return (dwellingKnown[tuples.classOf[vacancy]!] ??= reads.dwelling.every((name) => isKnown(dwellings.reader(vacancy).fact(name), [])));
}

function isKnown(value: FactValue, fields: readonly string[]): boolean {
    if (value.kind !== 'events') return value.kind !== 'missing';
    return value.events.every((event) => fields.every((field) => event.some(([name, carried]) => name === field && carried.kind !== 'missing')));
}
