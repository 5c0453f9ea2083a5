import { at, intAt } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import { createNoteMemo, evaluateDemand, type DemandResult, type NoteMemo, type Subject } from '../../engine/index.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import { areDwellingsKnown, isDemandKnown, isDwellingKnown, knownFacts, type KnownFacts } from './known-facts.js';
import { readsOfOtherKeys, readsOfRank } from '../rules/policy-reads.js';
import { otherParts, rankBoundsOf, rankKeyOf, type DatedBounds, type OtherParts, type RankKey, type RankReader } from './rank-key.js';
import { nextRefusalAfter, type RefusalFact } from '../record/readers.js';
import { countsDays, hasGroupFloor, mayBecomeUnknown, movingFacts, neverWorsens } from '../rules/rising-policy.js';
import { testsAbsence } from '../rules/tests-absence.js';
import type { TimeScope } from '../rules/time-direction.js';
import type { Dwellings, Tuples } from '../record/tuples.js';

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
    /** A result on one of these days: for any dwelling where bounds hold for all, else for the dwelling's class. */
    readonly result: DemandResult;
    readonly from: Day;
    readonly until: Day;
}

/**
 * What a rank of today, and one of a later day, bound until then, where ranks never worsen while facts are the same. `none`: nothing.
 * `all`: today's is the worst and the later one the best, of any demand; so it is when no note depends on a fact being missing.
 * `ends`: a fact missing may make a note known today incomplete tomorrow, and rank at its least. The greatest note of the later day
 * still is the best; today's least is the worst of a note already incomplete, or that cannot become so since all that moves is known.
 * `known`: both, for demands of which nothing is missing.
 */
type RisingRanks = 'none' | 'all' | 'ends' | 'known';

/** The notes of one policy in one run: each is computed when asked, and kept while it holds. */
export interface NoteBook extends NoteBookRequest {
    /** The classes of dwellings that notes and ranking tell apart. */
    readonly tuples: Tuples;
    readonly readsRefusals: boolean;
    /** The facts that must be known for ranks to rise. */
    readonly facts: KnownFacts;
    /** Bounds are those of a note without dwelling, the same for all. */
    readonly forAll: boolean;
    /** Which bounds of a rank hold for the days to come (`RisingRanks`). */
    readonly rising: RisingRanks;
    /** All the facts that ranks read. */
    readonly everyFact: KnownFacts;
    /** Even so a known note may become incomplete. */
    readonly fragile: boolean;
    /** How many days ahead a rising rank is read. */
    readonly reach: number;
    /**
     * By row, of those whose exact note was asked; and one that serves bounds, a demand after the other. A memo forgets what it knows when
     * an earlier day is asked: bounds, which look ahead, have their own.
     */
    readonly memos: Map<number, NoteMemo>;
    readonly passing: NoteMemo;
    /** By row, where they read no dwelling: what it shows to the keys other than the note. */
    readonly others: Map<number, OtherParts & { readonly from: Day }>;
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
    readonly shared: SharedBounds;
}

/** What runs under the same notes keep for each other: bounds for any dwelling, by row, of demands whose facts are those recorded. */
export interface SharedBounds {
    readonly recorded: (row: number) => FactReader;
    readonly bounds: Map<number, NoteBounds>;
}

/** The further a bound holds, the fewer it takes and the looser they are; points by the day make it loose at once. */
const DAYS_AHEAD = { byTheDay: 31, wholePools: 150, otherwise: 366 };

/** An empty book. */
export function noteBook(request: NoteBookRequest): NoteBook {
    const { ranks, dwellings, scope, refusals, wholePools } = request;
    const { loaded, ranking } = ranks;
    const reads = readsOfRank(loaded);
    const others = readsOfOtherKeys(loaded);
    const tuples = dwellings.tuples(reads.dwelling);
    const forAll = others.dwelling.length === 0 && reads.candidature.length === 0;
    const rises = reads.candidature.length === 0 && neverWorsens(loaded, ranking, scope);
    const rising = rises ? risingRanks(ranks, forAll) : 'none';
    const byClass = <Kept>(): readonly Map<number, Kept>[] => Array.from({ length: tuples.count }, () => new Map<number, Kept>());
    return {
        ...request,
        tuples,
        readsRefusals: refusals !== undefined && reads.demand.includes(refusals.name),
        facts: knownFacts(loaded, { demand: rising === 'ends' ? movingFacts(loaded, scope) : reads.demand, dwelling: reads.dwelling }),
        everyFact: knownFacts(loaded, reads),
        forAll,
        rising,
        fragile: hasGroupFloor(loaded) || mayBecomeUnknown(loaded, scope),
        reach: DAYS_AHEAD[countsDays(loaded) ? 'byTheDay' : wholePools ? 'wholePools' : 'otherwise'],
        memos: new Map(),
        passing: createNoteMemo(),
        others: new Map(),
        exact: byClass(),
        bounds: byClass(),
    };
}

/** `forAll`: a bound of a rank is made of the greatest note. */
function risingRanks({ loaded, ranking, which }: RankReader, forAll: boolean): RisingRanks {
    if (ranking.incomplete === 'last') return 'none';
    if (which === 'declared' && !testsAbsence(loaded)) return 'all';
    return forAll && ranking.incomplete === 'minimum' ? 'ends' : 'known';
}

/** The class of a vacancy's dwelling for notes and ranking. */
function classOf({ tuples }: NoteBook, vacancy: number): number {
    return intAt(tuples.classOf, vacancy);
}

/** The note of a row for a vacancy on a day. */
export function exactNote(book: NoteBook, row: number, vacancy: number, day: Day): ExactNote {
    const kept = at(book.exact, classOf(book, vacancy));
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const subject = { demand: book.reader(row), dwelling: book.dwellings.reader(vacancy), day };
    const result = evaluateDemand(book.ranks.loaded, subject, memoOf(book, row));
    const note = { result, from: day, ...rankKeyOf(book.ranks, subject, result, othersOf(book, row, subject)) };
    kept.set(row, note);
    return note;
}

/** Bounds of the rank of a row for a vacancy from a day on. */
export function boundNote(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const kept = at(book.bounds, book.forAll ? 0 : classOf(book, vacancy));
    const known = kept.get(row);
    if (known !== undefined && known.from <= day && day <= known.until) return known;
    const bounds = sharedBound(book, row, vacancy, day);
    kept.set(row, bounds);
    return bounds;
}

/** Only what another run would have found on that very day is taken from it: a run does the same alone. */
function sharedBound(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    const { shared, forAll, wholePools, reader } = book;
    if (!forAll || wholePools || reader(row) !== shared.recorded(row)) return bound(book, row, vacancy, day);
    const known = shared.bounds.get(row);
    if (known?.from === day) return known;
    const bounds = bound(book, row, vacancy, day);
    shared.bounds.set(row, bounds);
    return bounds;
}

/**
 * The result of a row on a day, for any dwelling; nothing where it is surely complete and without anomaly: its facts are known, and so
 * was its note on another day.
 */
export function uncertainResult(book: NoteBook, row: number, day: Day): DemandResult | undefined {
    const { ranks, forAll, fragile, everyFact, passing } = book;
    const demand = book.reader(row);
    const bounds = forAll ? book.bounds[0]?.get(row) : undefined;
    if (bounds !== undefined && !fragile && isSound(bounds.result, ranks) && isDemandKnown(everyFact, row, demand)) return undefined;
    const result = evaluateDemand(ranks.loaded, { demand, day }, passing);
    return isSound(result, ranks) ? undefined : result;
}

function isSound(result: DemandResult, { which }: RankReader): boolean {
    return result[which].kind !== 'incomplete' && result.anomalies.length === 0;
}

/** The facts of a row change on a day: nothing kept of it holds from then on. */
export function forgetNotes(book: NoteBook, row: number, day: Day): void {
    book.facts.demands.delete(row);
    book.everyFact.demands.delete(row);
    for (const kept of book.exact) clip(kept, row, day);
    for (const kept of book.bounds) clip(kept, row, day);
    clip(book.others, row, day);
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

function othersOf(book: NoteBook, row: number, subject: Subject): OtherParts | undefined {
    if (!book.forAll) return undefined;
    const known = book.others.get(row);
    if (known !== undefined && known.from <= subject.day && subject.day <= known.until) return known;
    const others = { ...otherParts(book.ranks, subject), from: subject.day };
    book.others.set(row, others);
    return others;
}

/** Where ranks rise, the rank some months ahead is the best until then; what is only known for the day bounds nothing else. */
function bound(book: NoteBook, row: number, vacancy: number, day: Day): NoteBounds {
    // What does not change with days is read on the first of them: it then holds for the others.
    othersOf(book, row, { demand: book.reader(row), day });
    const until = Math.min(day + book.reach, book.scope.to, nextRefusal(book, row, day) - 1);
    const isBestSure = book.rising === 'all' || book.rising === 'ends';
    if (isBestSure && !book.wholePools && until > day) {
        const { best, result } = keysOn(book, row, vacancy, until);
        return { best, result, from: day, until };
    }
    const now = keysOn(book, row, vacancy, day);
    const isWorstSure = staysAbove(book, row, vacancy, now);
    if (now.until >= until || !(isBestSure || isWorstSure)) return { ...now, from: day };
    return { best: keysOn(book, row, vacancy, until).best, worst: isWorstSure ? now.worst : undefined, result: now.result, from: day, until };
}

interface KeysOfDay extends DatedBounds {
    readonly result: DemandResult;
}

function keysOn(book: NoteBook, row: number, vacancy: number, day: Day): KeysOfDay {
    const { ranks, dwellings, reader } = book;
    const subject = book.forAll ? { demand: reader(row), day } : { demand: reader(row), dwelling: dwellings.reader(vacancy), day };
    const result = evaluateDemand(ranks.loaded, subject, book.passing);
    if (book.forAll) return { result, ...rankBoundsOf(ranks, subject, result, othersOf(book, row, subject)) };
    const { key, until } = rankKeyOf(ranks, subject, result);
    return { result, best: key, worst: key, until };
}

/** Whether the rank never falls below that of today, the facts staying the same. */
function staysAbove(book: NoteBook, row: number, vacancy: number, { result }: KeysOfDay): boolean {
    const { rising, facts, ranks, dwellings } = book;
    if (rising === 'none' || rising === 'all') return rising === 'all';
    if (rising === 'ends' && result[ranks.which].kind === 'incomplete') return true;
    if (book.fragile || !isDemandKnown(facts, row, book.reader(row))) return false;
    return book.forAll ? areDwellingsKnown(facts, dwellings) : isDwellingKnown(facts, classOf(book, vacancy), dwellings.reader(vacancy));
}

function nextRefusal({ refusals, readsRefusals, reader }: NoteBook, row: number, day: Day): Day {
    return readsRefusals && refusals !== undefined ? nextRefusalAfter(reader(row), refusals, day) : NEVER;
}
