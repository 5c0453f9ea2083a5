import type { FactReader } from '../columns/facts.js';
import { createNoteMemo, evaluateDemand, type DemandResult, type NoteMemo } from '../engine/index.js';
import type { Day } from '../ir/value.js';
import { NEVER } from './demand-histories.js';
import { knownFacts, isDemandKnown, isDwellingKnown, type KnownFacts } from './known-facts.js';
import { readsOfOtherKeys, readsOfRank } from './policy-reads.js';
import { rankBoundsOf, rankKeyOf, type DatedBounds, type RankKey, type RankReader } from './rank-key.js';
import { nextRefusalAfter, type RefusalFact } from './readers.js';
import { countsDays, neverWorsens } from './rising-policy.js';
import { testsAbsence } from './tests-absence.js';
import type { TimeScope } from './time-direction.js';
import type { Dwellings, Tuples } from './tuples.js';

/** A demand's result and rank key for a class of dwellings; both hold from `from` to `until` if its facts stay the same. */
export interface ExactNote {
    readonly key: RankKey;
    readonly result: DemandResult;
    readonly from: Day;
    readonly until: Day;
}

/** Between which keys a demand ranks, whatever the day from `from` to `until`. Without `worst`, nothing is known of the worst. */
export interface NoteBounds {
    readonly best: RankKey;
    readonly worst?: RankKey;
    readonly from: Day;
    readonly until: Day;
}

/**
 * Where ranks never worsen while facts are the same. `none`: nothing is known. `both`: the rank of a day is the worst, that of a later
 * day the best, for every demand; so it is when no note depends on a fact being missing. `best`: a fact missing may make a note known
 * today incomplete later, but the incomplete rank at their least, so that the greatest note of a later day still bounds those before
 * it. `known`: both, for demands of which nothing is missing.
 */
type RisingRanks = 'none' | 'both' | 'best' | 'known';

/** The notes of one policy in one run: each is computed when asked, and kept while it holds. */
export interface NoteBook extends NoteBookRequest {
    /** The classes of dwellings that notes and ranking tell apart. */
    readonly tuples: Tuples;
    readonly readsRefusals: boolean;
    readonly facts: KnownFacts;
    /** Bounds are those of a note without dwelling, the same for all. */
    readonly forAll: boolean;
    /** Which bounds of a rank hold for the days to come (`RisingRanks`). */
    readonly rising: RisingRanks;
    /** How many days ahead a rising rank is read. */
    readonly reach: number;
    /** By row, of those whose exact note was asked; and one for the others, in turn. */
    readonly memos: Map<number, NoteMemo>;
    readonly passing: NoteMemo;
    /** By class of dwellings, then row. */
    readonly exact: readonly Map<number, ExactNote>[];
    readonly bounds: readonly Map<number, NoteBounds>[];
}

/** What a book of notes is made from. */
export interface NoteBookRequest {
    readonly ranks: RankReader;
    readonly dwellings: Dwellings;
    /** Days over which notes are asked, refusals being settled between the days looked at. */
    readonly scope: TimeScope;
    readonly refusals: RefusalFact | undefined;
    readonly reader: (row: number) => FactReader;
    /** Whole pools are ranked, not only their first: the worst ranks matter too. */
    readonly wholePools: boolean;
}

/** The further a bound holds, the fewer it takes and the looser they are; points by the day make it loose at once. */
const DAYS_AHEAD = { byTheDay: 31, wholePools: 122, otherwise: 366 };

/** An empty book. */
export function noteBook(request: NoteBookRequest): NoteBook {
    const { ranks, dwellings, scope, refusals, wholePools } = request;
    const { loaded, ranking } = ranks;
    const reads = readsOfRank(loaded);
    const others = readsOfOtherKeys(loaded);
    const tuples = dwellings.tuples(reads.dwelling);
    const forAll = others.dwelling.length === 0 && reads.candidature.length === 0;
    const rises = reads.candidature.length === 0 && neverWorsens(loaded, ranking, scope);
    const byClass = <Kept>(): readonly Map<number, Kept>[] => Array.from({ length: tuples.count }, () => new Map<number, Kept>());
    return {
        ...request,
        tuples,
        readsRefusals: refusals !== undefined && reads.demand.includes(refusals.name),
        facts: knownFacts(loaded, reads),
        forAll,
        rising: rises ? risingRanks(ranks, forAll) : 'none',
        reach: DAYS_AHEAD[countsDays(loaded) ? 'byTheDay' : wholePools ? 'wholePools' : 'otherwise'],
        memos: new Map(),
        passing: createNoteMemo(),
        exact: byClass(),
        bounds: byClass(),
    };
}

/** `forAll`: a bound of a rank is made of the greatest note. */
function risingRanks({ loaded, ranking, which }: RankReader, forAll: boolean): RisingRanks {
    if (ranking.incomplete === 'last') return 'none';
    if (which === 'declared' && !testsAbsence(loaded)) return 'both';
    return forAll && ranking.incomplete === 'minimum' ? 'best' : 'known';
}

/** The note of a row for a vacancy on a day. */
export function exactNote(book: NoteBook, row: number, vacancy: number, day: Day): ExactNote {
    const kept = book.exact[book.tuples.classOf[vacancy]!]!;
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const subject = { demand: book.reader(row), dwelling: book.dwellings.reader(vacancy), day };
    const result = evaluateDemand(book.ranks.loaded, subject, memoOf(book, row));
    const note = { result, from: day, ...rankKeyOf(book.ranks, subject, result) };
    kept.set(row, note);
    return note;
}

/** Bounds of the rank of a row for a vacancy from a day on. */
export function boundNote(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const kept = book.bounds[book.forAll ? 0 : book.tuples.classOf[vacancy]!]!;
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const bounds = bound(book, row, vacancy, day);
    kept.set(row, bounds);
    return bounds;
}

/** The result of a row on a day, for any dwelling or, where the ranking asks for one, for the vacancy's. */
export function resultFor(book: NoteBook, row: number, vacancy: number, day: Day): DemandResult {
    return book.forAll ? evaluateDemand(book.ranks.loaded, { demand: book.reader(row), day }, book.passing) : exactNote(book, row, vacancy, day).result;
}

/** The facts of a row change on a day: nothing kept of it holds from then on. */
export function forgetNotes(book: NoteBook, row: number, day: Day): void {
    book.facts.demands.delete(row);
    for (const kept of book.exact) clip(kept, row, day);
    for (const kept of book.bounds) clip(kept, row, day);
}

function clip<Kept extends { readonly until: Day }>(kept: Map<number, Kept>, row: number, day: Day): void {
    const known = kept.get(row);
    if (known !== undefined && known.until >= day) kept.set(row, { ...known, until: day - 1 });
}

function memoOf({ memos }: NoteBook, row: number): NoteMemo {
    const memo = memos.get(row) ?? createNoteMemo();
    memos.set(row, memo);
    return memo;
}

/** Where ranks rise, the rank some months ahead is the best until then; what is only known for the day bounds nothing else. */
function bound(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const until = Math.min(day + book.reach, book.scope.to, nextRefusal(book, row, day) - 1);
    const bestOnly = book.rising === 'best' || (book.rising === 'both' && !book.wholePools);
    if (bestOnly && until > day) return { best: keysOn(book, row, vacancy, until).best, from: day, until };
    const now = keysOn(book, row, vacancy, day);
    if (now.until >= until || !rises(book, row, vacancy, now)) return { best: now.best, worst: now.worst, from: day, until: now.until };
    return { best: keysOn(book, row, vacancy, until).best, worst: now.worst, from: day, until };
}

interface KeysOfDay extends DatedBounds {
    readonly result: DemandResult;
}

function keysOn(book: NoteBook, row: number, vacancy: number, day: Day): KeysOfDay {
    const { ranks, dwellings, reader } = book;
    const subject = book.forAll ? { demand: reader(row), day } : { demand: reader(row), dwelling: dwellings.reader(vacancy), day };
    const result = evaluateDemand(ranks.loaded, subject, book.memos.get(row) ?? book.passing);
    if (book.forAll) return { result, ...rankBoundsOf(ranks, subject, result) };
    const { key, until } = rankKeyOf(ranks, subject, result);
    return { result, best: key, worst: key, until };
}

function rises(book: NoteBook, row: number, vacancy: number, { result }: KeysOfDay): boolean {
    if (book.rising !== 'known') return book.rising !== 'none';
    const isKnown = result.anomalies.length === 0 && isDemandKnown(book.facts, row, book.reader(row));
    return isKnown && (book.forAll || isDwellingKnown(book.facts, book.tuples.classOf[vacancy]!, book.dwellings.reader(vacancy)));
}

function nextRefusal({ refusals, readsRefusals, reader }: NoteBook, row: number, day: Day): Day {
    return readsRefusals && refusals !== undefined ? nextRefusalAfter(reader(row), refusals, day) : NEVER;
}
