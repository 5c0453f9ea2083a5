import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
    compareRankingKeys,
    compareRankKeys,
    evaluateDemand,
    loadPolicy,
    rankingKeyOf,
    REFERENCE_BACKEND,
    type CompiledPolicy,
    type DatedKey,
    type PolicyTables,
    type Program,
    type RankedAt,
    type RankingValue,
} from '../../../language/src/engine/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { runs } from './draw.js';
import { readerOf } from './random-facts.js';
import { policyAndSituations, type Situation } from './situations.js';

const DAYS = { from: 18_000, to: 21_000 };

/** The demands of some situations as rows, their dwellings as those to let: each of its own class. */
function tablesOf(situations: readonly Situation[]): PolicyTables {
    const dwellings = situations.flatMap(({ dwelling }) => (dwelling === undefined ? [] : [readerOf(dwelling)]));
    const readers = situations.map(({ demand }) => readerOf(demand));
    return {
        rows: readers.length,
        recorded: (row) => readers[row]!,
        dwellings: {
            count: dwellings.length,
            reader: (dwelling) => dwellings[dwelling]!,
            classes: () => ({ classOf: Int32Array.from(dwellings.keys()), count: dwellings.length }),
        },
        written: undefined,
    };
}

/** Days against months, and a time elapsed against a length, compare two by two only: no order of a whole pool agrees with all of that. */
function isLength(value: RankingValue | undefined): boolean {
    return value?.kind === 'fact' && value.value.kind === 'duration';
}

/** What a row shows to the keys; nothing where it is treated apart, for it has no rank. */
function valuesOf(program: Program, tables: PolicyTables, { dwelling, day }: RankedAt): (row: number) => readonly RankingValue[] | undefined {
    return (row) => {
        const subject = { demand: tables.recorded(row), day, ...(dwelling === undefined ? {} : { dwelling: tables.dwellings.reader(dwelling) }) };
        const result = evaluateDemand(program, subject);
        return result.declared.kind === 'unscored' ? undefined : rankingKeyOf(program, subject, result);
    };
}

const situations = policyAndSituations(6, () => undefined);
const world = (tables: PolicyTables) => ({ reader: tables.recorded, version: () => 0 });
const isRanked = ({ ranking }: Policy): boolean => ranking !== undefined && ranking.keys.length > 1;

describe('the keys of ranks in doubles', () => {
    test('order demands as the values that they stand for', () => {
        let compared = 0;
        fc.assert(
            fc.property(situations, ({ policy, situations: drawn }) => {
                const program = loadPolicy(policy);
                const tables = tablesOf(drawn);
                const compiled = REFERENCE_BACKEND.compile(program, tables, DAYS);
                if (compiled === undefined || !isRanked(policy)) return;
                const ranks = compiled.inWorld(world(tables), 'first');
                const rows = [...drawn.keys()];
                for (const dwelling of [undefined, ...Array(tables.dwellings.count).keys()]) {
                    const at = { dwelling, day: drawn[0]!.day };
                    const values = rows.map(valuesOf(program, tables, at));
                    compared += checkOrder(program, { keys: ranks.rankKeys(rows, at), values, compiled });
                }
            }),
            runs(150),
        );
        expect(compared).toBeGreaterThan(500);
    });
});

interface Read {
    readonly keys: readonly DatedKey[];
    readonly values: readonly (readonly RankingValue[] | undefined)[];
    readonly compiled: CompiledPolicy;
}

/** How many pairs are in an order. */
function checkOrder(program: Program, { keys, values, compiled: { separatedBy } }: Read): number {
    let compared = 0;
    for (const [place, own] of values.entries()) {
        for (const [other, theirs] of values.entries()) {
            if (own === undefined || theirs === undefined || [...own, ...theirs].some(isLength)) continue;
            const order = Math.sign(compareRankingKeys(program, own, theirs));
            expect(Math.sign(compareRankKeys(keys[place]!.key, keys[other]!.key))).toBe(order);
            expect(separatedBy(keys[place]!.key, keys[other]!.key)).toBe(separating(program, own, theirs));
            compared += order === 0 ? 0 : 1;
        }
    }
    return compared;
}

/** The first key of the ranking that tells two demands apart. */
function separating(program: Program, a: readonly RankingValue[], b: readonly RankingValue[]): unknown {
    const upTo = (length: number): number => compareRankingKeys(program, a.slice(0, length), b.slice(0, length));
    return program.policy.ranking?.keys.find((_, place) => upTo(place + 1) !== 0);
}
