import type { DayRange } from '../../../ir/value.js';
import type { DwellingClasses, PolicyTables, RankUse } from '../../backend/policy-backend.js';
import { readsOfOtherKeys, readsOfRank, type FactsRead } from '../../description/facts-read.js';
import { countsDays, hasGroupFloor, mayBecomeUnknown, movingFacts, neverWorsens } from '../../description/rising-ranks.js';
import { testsAbsence } from '../../description/tests-absence.js';
import { timeScope, type TimeScope } from '../../description/time-direction.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { rankReader, type RankReader } from './rank-reader.js';

/** What is known of the ranks of a policy over some days before any demand is read. */
export interface RankRules {
    readonly reader: RankReader;
    readonly tables: PolicyTables;
    /** Written events are settled between the days looked at. */
    readonly scope: TimeScope;
    readonly reads: FactsRead;
    /** The classes of dwellings that notes and ranking tell apart. */
    readonly lettings: DwellingClasses;
    readonly readsWritten: boolean;
    /** Bounds are those of a note without dwelling, the same for all. */
    readonly forAll: boolean;
    readonly rising: Rising;
    /** How many days ahead a rising rank is read. */
    readonly daysAhead: Readonly<Record<RankUse, number>>;
}

/**
 * What a rank of today, and one of a later day, bound until then, where ranks never worsen while facts are the same. Seniority adds
 * points, refusals grow old, nothing expires; yet a fact missing may make a note known today incomplete tomorrow, and rank at its least.
 */
export interface Rising {
    /** The greatest rank of a later day is the best until then, of every demand. */
    readonly bestAhead: boolean;
    /** Whose rank of today is the worst: every demand's, those of which the facts that matter are known, or none. */
    readonly worstNow: 'all' | 'known' | 'none';
    /** That of a note already incomplete too: it ranks at its least, which never falls. */
    readonly incompleteToo: boolean;
    /** The facts of the demand that matter. */
    readonly facts: readonly string[];
}

/** The further a bound holds, the fewer it takes and the looser they are; points by the day make it loose at once. */
const DAYS_AHEAD: RankRules['daysAhead'] = { first: 366, whole: 150 };
const DAYS_AHEAD_BY_THE_DAY: RankRules['daysAhead'] = { first: 31, whole: 31 };

/** Reads what a policy says of ranks; `undefined` where it ranks nobody. */
export function rankRules(loaded: LoadedPolicy, tables: PolicyTables, days: DayRange): RankRules | undefined {
    const { vocabulary } = loaded.policy;
    const reader = rankReader(loaded, timeScope(vocabulary, days, undefined));
    if (reader === undefined) return undefined;
    const { written, dwellings } = tables;
    const scope = timeScope(vocabulary, days, written?.name);
    const reads = readsOfRank(loaded);
    const forAll = readsOfOtherKeys(loaded).dwelling.length === 0 && reads.candidature.length === 0;
    return {
        reader,
        tables,
        scope,
        reads,
        lettings: dwellings.classes(reads.dwelling),
        readsWritten: written !== undefined && reads.demand.includes(written.name),
        forAll,
        rising: risingOf({ loaded, reader, scope, reads, forAll }),
        daysAhead: countsDays(loaded) ? DAYS_AHEAD_BY_THE_DAY : DAYS_AHEAD,
    };
}

const STILL: Rising = { bestAhead: false, worstNow: 'none', incompleteToo: false, facts: [] };

function risingOf({
    loaded,
    reader: { ranking, which },
    scope,
    reads,
    forAll,
}: Pick<RankRules, 'reader' | 'scope' | 'reads' | 'forAll'> & { readonly loaded: LoadedPolicy }): Rising {
    if (reads.candidature.length > 0 || ranking.incomplete === 'last' || !neverWorsens(loaded, ranking, scope)) return STILL;
    if (which === 'declared' && !testsAbsence(loaded)) return { bestAhead: true, worstNow: 'all', incompleteToo: false, facts: reads.demand };
    const worstNow = mayTurnUnknown(loaded, scope) ? 'none' : 'known';
    // A bound for all dwellings is made of the greatest note, which goes on rising whatever is missing.
    return forAll && ranking.incomplete === 'minimum'
        ? { bestAhead: true, worstNow, incompleteToo: true, facts: movingFacts(loaded, scope) }
        : { bestAhead: false, worstNow, incompleteToo: false, facts: reads.demand };
}

/** A note may become incomplete though all the facts that it reads are known. */
export function mayTurnUnknown(loaded: LoadedPolicy, scope: TimeScope): boolean {
    return hasGroupFloor(loaded) || mayBecomeUnknown(loaded, scope);
}
