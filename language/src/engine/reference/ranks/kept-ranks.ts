import type { Day } from '../../../ir/value.js';
import type { FactWorld } from '../../backend/fact-world.js';
import type { DatedKey, RankBounds, RankedAt, RankUse } from '../../backend/policy-backend.js';
import type { DemandResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { createNoteMemo, type NoteMemo } from '../notes/note-memo.js';
import { knownFacts, type KnownFacts, type RowVersion } from './known-facts.js';
import { otherParts, rankKeyOf, type OtherParts } from './rank-reader.js';
import { mayTurnUnknown, type RankRules } from './rank-rules.js';

/** What is kept of one version of a row, from a day on. */
interface Kept {
    readonly version: number;
    readonly from: Day;
}

/** An exact rank key, and the result that it is made of. */
export type KeptKey = DatedKey & Kept & { readonly result: DemandResult };

/** Bounds of a rank, and a result on one of their days, `resultOn`: for any dwelling where bounds hold for all, else for the dwelling's class. */
export type KeptBounds = RankBounds & Kept & { readonly result: DemandResult; readonly resultOn: Day };

/** What makes a row uncertain until a day, if anything does. */
export type KeptUncertain = Kept & { readonly until: Day; readonly result: DemandResult | undefined };

/** The ranks of one policy in one world: each is computed when asked, and kept while it holds. */
export interface KeptRanks {
    readonly rules: RankRules;
    readonly world: FactWorld;
    readonly use: RankUse;
    /** Bounds for any dwelling of demands as recorded, by row: those that every world of this policy would find on the day. */
    readonly shared: Map<number, KeptBounds>;
    /** The facts that must be known for ranks to rise, and all those that ranks read. */
    readonly rising: KnownFacts;
    readonly every: KnownFacts;
    /** Even so a known note may become incomplete. */
    readonly fragile: boolean;
    /**
     * By row, of those whose exact note was asked; and one that serves bounds, a demand after the other. A memo forgets what it knows when
     * an earlier day is asked: bounds, which look ahead, have their own.
     */
    readonly memos: Map<number, NoteMemo>;
    readonly passing: NoteMemo;
    /** By row, where they read no dwelling: what it shows to the keys other than the note. */
    readonly others: Map<number, OtherParts & Kept>;
    /** By row, for any dwelling: a result that is not surely a note, or none while it is; see `uncertainResult`. */
    readonly uncertain: Map<number, KeptUncertain>;
    /** The same of demands as recorded, for every world of this policy. */
    readonly sharedUncertain: Map<number, KeptUncertain>;
    /** By class of dwellings, then row. */
    readonly exact: (Map<number, KeptKey> | undefined)[];
    readonly bounds: (Map<number, KeptBounds> | undefined)[];
}

/** Nothing kept yet. */
export function keptRanks(
    rules: RankRules,
    { world, use, shared, sharedUncertain }: Pick<KeptRanks, 'world' | 'use' | 'shared' | 'sharedUncertain'>,
): KeptRanks {
    const { reader, reads, scope, rising } = rules;
    return {
        rules,
        world,
        use,
        shared,
        sharedUncertain,
        rising: knownFacts(reader.loaded, { demand: rising.facts, dwelling: reads.dwelling }),
        every: knownFacts(reader.loaded, reads),
        fragile: mayTurnUnknown(reader.loaded, scope),
        memos: new Map(),
        passing: createNoteMemo(),
        others: new Map(),
        uncertain: new Map(),
        exact: [],
        bounds: [],
    };
}

/** The facts of a row; those that no rank reads have no versions. */
export function rowVersion({ rules, world }: Pick<KeptRanks, 'rules' | 'world'>, row: number): RowVersion {
    return { row, version: rules.readsWritten ? world.version(row) : 0, reader: world.reader(row) };
}

/** Whether what is kept of a row is of the same facts, and holds on a day. */
export function holds(kept: (Kept & { readonly until: Day }) | undefined, { version }: RowVersion, day: Day): boolean {
    return kept !== undefined && kept.version === version && kept.from <= day && day <= kept.until;
}

/** The exact rank key of a row for a dwelling on a day, and the result that it is made of. */
export function exactKey(ranks: KeptRanks, row: number, { dwelling, day }: RankedAt): KeptKey {
    const { rules } = ranks;
    if (dwelling === undefined) return readKey(ranks, rowVersion(ranks, row), { dwelling, day });
    const kept = (ranks.exact[rules.lettings.classOf[dwelling]!] ??= new Map<number, KeptKey>());
    const facts = rowVersion(ranks, row);
    const known = kept.get(row);
    if (known !== undefined && holds(known, facts, day)) return known;
    const read = readKey(ranks, facts, { dwelling, day });
    kept.set(row, read);
    return read;
}

function readKey(ranks: KeptRanks, facts: RowVersion, { dwelling, day }: RankedAt): KeptKey {
    const { reader } = ranks.rules;
    const subject = subjectOf(ranks, facts, { dwelling, day });
    const result = evaluateDemand(reader.loaded, subject, dwelling === undefined ? ranks.passing : memoOf(ranks, facts.row));
    const { key, kind, until } = rankKeyOf(reader, subject, result, othersOf(ranks, facts, subject));
    return { key, kind, until, result, from: day, version: facts.version };
}

/** Who is asked about, for which dwelling, on which day. */
export function subjectOf({ rules }: KeptRanks, { reader: demand }: RowVersion, { dwelling, day }: RankedAt): Subject {
    return dwelling === undefined ? { demand, day } : { demand, dwelling: rules.tables.dwellings.reader(dwelling), day };
}

function memoOf({ memos }: KeptRanks, row: number): NoteMemo {
    const memo = memos.get(row) ?? createNoteMemo();
    memos.set(row, memo);
    return memo;
}

/** What a demand shows to the keys other than the note; kept where they read no dwelling. */
export function othersOf(ranks: KeptRanks, facts: RowVersion, subject: Subject): OtherParts {
    const { reader, forAll } = ranks.rules;
    if (!forAll) return otherParts(reader, subject);
    const known = ranks.others.get(facts.row);
    if (known !== undefined && holds(known, facts, subject.day)) return known;
    const { parts, until } = otherParts(reader, subject);
    const others = { parts, until, from: subject.day, version: facts.version };
    ranks.others.set(facts.row, others);
    return others;
}
