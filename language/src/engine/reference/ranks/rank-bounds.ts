import type { Day } from '../../../ir/value.js';
import { eventDay, type FactReader } from '../../../columns/facts.js';
import { NO_END, type RankBounds, type WrittenEvents } from '../../backend/policy-backend.js';
import type { DemandResult } from '../../result.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { areDwellingsKnown, isDemandKnown, isDwellingKnown, type RowVersion } from './known-facts.js';
import { holds, othersOf, rowVersion, subjectOf, type KeptBounds, type KeptRanks } from './kept-ranks.js';
import { rankBoundsOf, rankKeyOf, type DatedBounds, type RankReader } from './rank-reader.js';

/** A dwelling and the first day on which bounds are wanted. */
interface BoundAt {
    readonly dwelling: number;
    readonly day: Day;
}

/** Bounds of the rank of a row for a dwelling from a day on. */
export function keptBounds(ranks: KeptRanks, row: number, { dwelling, day }: BoundAt): RankBounds {
    const { forAll, lettings } = ranks.rules;
    const kept = (ranks.bounds[forAll ? 0 : lettings.classOf[dwelling]!] ??= new Map<number, KeptBounds>());
    const facts = rowVersion(ranks, row);
    const known = kept.get(row);
    if (known !== undefined && holds(known, facts, day)) return known;
    const bounds = sharedBounds(ranks, facts, { dwelling, day });
    kept.set(row, bounds);
    return bounds;
}

/** Only what another world would have found on that very day is taken from it: a world finds the same alone. */
function sharedBounds(ranks: KeptRanks, facts: RowVersion, at: BoundAt): KeptBounds {
    const read = (): KeptBounds => ({ ...bound(ranks, facts, at), from: at.day, version: facts.version });
    const { shared, world, use, rules } = ranks;
    if (!rules.forAll || use === 'whole' || world.version(facts.row) !== 0) return read();
    const known = shared.get(facts.row);
    if (known?.from === at.day) return known;
    const bounds = read();
    shared.set(facts.row, bounds);
    return bounds;
}

/** The result of a row for any dwelling; nothing where it is surely complete and without anomaly: its facts are known, and so was its note on another day. */
export function uncertainResult(ranks: KeptRanks, row: number, day: Day): DemandResult | undefined {
    const { rules, fragile, every } = ranks;
    const facts = rowVersion(ranks, row);
    const bounds = rules.forAll ? ranks.bounds[0]?.get(row) : undefined;
    if (bounds?.version === facts.version && !fragile && isSound(bounds.result, rules.reader) && isDemandKnown(every, facts)) return undefined;
    const kept = uncertainOf(ranks, facts).get(row);
    if (kept !== undefined && holds(kept, facts, day)) return kept.result;
    return keepUncertain(ranks, facts, { day, found: keptResult(bounds, facts, day) ?? resultToday(ranks, facts, day) });
}

function resultToday({ rules, passing }: KeptRanks, facts: RowVersion, day: Day): DemandResult {
    return evaluateDemand(rules.reader.loaded, { demand: facts.reader, day }, passing);
}

/** What the facts of the record alone decide is found once for all worlds. */
function uncertainOf({ uncertain, sharedUncertain }: KeptRanks, { version }: RowVersion): KeptRanks['uncertain'] {
    return version === 0 ? sharedUncertain : uncertain;
}

interface Found {
    readonly day: Day;
    readonly found: DemandResult;
}

function keepUncertain(ranks: KeptRanks, facts: RowVersion, { day, found }: Found): DemandResult | undefined {
    const result = isSound(found, ranks.rules.reader) ? undefined : found;
    uncertainOf(ranks, facts).set(facts.row, { version: facts.version, from: day, until: found.validUntil ?? NO_END, result });
    return result;
}

/**
 * Whoever comes into a pool is asked whether its result is uncertain: read before a later day is, it lends that day all that still holds,
 * where asked after it would be read anew.
 */
function readUncertain(ranks: KeptRanks, facts: RowVersion, day: Day): void {
    if (!ranks.rules.forAll || (!ranks.fragile && isDemandKnown(ranks.every, facts))) return;
    if (!holds(uncertainOf(ranks, facts).get(facts.row), facts, day)) keepUncertain(ranks, facts, { day, found: resultToday(ranks, facts, day) });
}

/** The result that bounds for any dwelling are made of, where it holds on a day. */
function keptResult(bounds: KeptBounds | undefined, { version }: RowVersion, day: Day): DemandResult | undefined {
    if (bounds?.version !== version || bounds.resultOn > day) return undefined;
    return day <= (bounds.result.validUntil ?? NO_END) ? bounds.result : undefined;
}

function isSound(result: DemandResult, { which }: RankReader): boolean {
    return result[which].kind !== 'incomplete' && result.anomalies.length === 0;
}

type Bounds = Omit<KeptBounds, 'from' | 'version'>;

/** Where ranks rise, the rank some months ahead is the best until then; what is only known for the day bounds nothing else. */
function bound(ranks: KeptRanks, facts: RowVersion, at: BoundAt): Bounds {
    const { rules, use } = ranks;
    const { day } = at;
    // What does not change with days is read on the first of them: it then holds for the others.
    othersOf(ranks, facts, subjectOf(ranks, facts, { dwelling: undefined, day }));
    const until = Math.min(day + rules.daysAhead[use], rules.scope.to, nextWritten(ranks, facts, day) - 1);
    const { bestAhead } = rules.rising;
    if (bestAhead && use === 'first' && until > day) {
        readUncertain(ranks, facts, day);
        const { best, result } = keysOn(ranks, facts, { ...at, day: until });
        return { best, result, resultOn: until, until };
    }
    const now = keysOn(ranks, facts, at);
    const rises = neverFalls(ranks, facts, { ...at, result: now.result });
    if (now.until >= until || !(bestAhead || rises)) return { ...now, resultOn: day };
    const { best } = keysOn(ranks, facts, { ...at, day: until });
    return { best, ...(rises ? { worst: now.worst } : {}), result: now.result, resultOn: day, until };
}

/** Between which keys a row ranks on one day. */
function keysOn(ranks: KeptRanks, facts: RowVersion, { dwelling, day }: BoundAt): DatedBounds & { readonly result: DemandResult } {
    const { reader, forAll } = ranks.rules;
    const subject = subjectOf(ranks, facts, { dwelling: forAll ? undefined : dwelling, day });
    const result = evaluateDemand(reader.loaded, subject, ranks.passing);
    if (forAll) return { result, ...rankBoundsOf(reader, subject, result, othersOf(ranks, facts, subject)) };
    const { key, until } = rankKeyOf(reader, subject, result);
    return { result, best: key, worst: key, until };
}

/** Whether the rank never falls below that of today, the facts staying the same. */
function neverFalls(ranks: KeptRanks, facts: RowVersion, { dwelling, result }: BoundAt & { readonly result: DemandResult }): boolean {
    const { reader, forAll, lettings, tables, rising } = ranks.rules;
    if (rising.worstNow === 'all') return true;
    if (rising.incompleteToo && result[reader.which].kind === 'incomplete') return true;
    if (rising.worstNow === 'none' || !isDemandKnown(ranks.rising, facts)) return false;
    const { dwellings } = tables;
    return forAll ? areDwellingsKnown(ranks.rising, dwellings) : isDwellingKnown(ranks.rising, lettings.classOf[dwelling]!, dwellings.reader(dwelling));
}

function nextWritten({ rules: { tables, readsWritten } }: KeptRanks, { reader }: RowVersion, day: Day): Day {
    return readsWritten && tables.written !== undefined ? nextEventAfter(reader, tables.written, day) : NO_END;
}

/** The first day after a day on which an event is dated; `NO_END` when there is none. */
function nextEventAfter({ fact }: FactReader, { name, date }: WrittenEvents, day: Day): Day {
    const value = fact(name);
    let next = NO_END;
    if (value.kind !== 'events') return next;
    for (const event of value.events) {
        const dated = eventDay(event, date);
        if (dated !== undefined && dated > day && dated < next) next = dated;
    }
    return next;
}
