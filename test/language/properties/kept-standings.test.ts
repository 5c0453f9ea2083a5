import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactReader } from '../../../language/src/columns/facts.js';
import {
    doubtsOf,
    loadPolicy,
    OUT,
    REFERENCE_BACKEND,
    standingBy,
    type FactWorld,
    type PolicyTables,
    type Program,
    type WrittenFilter,
} from '../../../language/src/engine/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { runs, type Draw } from './draw.js';
import { readerOf } from './random-facts.js';
import { policyAndSituations, type Situation } from './situations.js';

const DAYS = { from: 18_000, to: 21_000 };

/** What is asked one after the other: a filter of the policy, a row, a dwelling, a day; or the events of a row change. */
interface Asked {
    readonly filter: number;
    readonly row: number;
    readonly dwelling: number;
    readonly day: number;
    readonly writes: boolean;
}

const ROWS = 6;

const drawnCases = policyAndSituations(ROWS, (draw: Draw): readonly Asked[] =>
    draw.list(30, 30, () => ({
        filter: draw.int(0, 20),
        row: draw.int(0, ROWS - 1),
        dwelling: draw.int(0, ROWS - 1),
        day: draw.int(DAYS.from, DAYS.to),
        writes: draw.chance(15),
    })),
);

function writtenFilters({ exclusions, adequacies }: Policy): readonly WrittenFilter[] {
    const filter =
        (kind: WrittenFilter['kind']) =>
        ({ condition }: Pick<WrittenFilter, 'condition'>): WrittenFilter => ({ kind, condition });
    return [...exclusions.map(filter('exclusion')), ...adequacies.map(filter('adequacy')), ...adequacies.map(filter('public'))];
}

function tablesOf(situations: readonly Situation[], written: string | undefined): PolicyTables {
    const dwellings = situations.map(({ dwelling, demand }) => readerOf(dwelling ?? demand));
    return {
        rows: situations.length,
        recorded: (row) => readerOf(situations[row]!.demand),
        dwellings: {
            count: dwellings.length,
            reader: (place) => dwellings[place]!,
            classes: () => ({ classOf: Int32Array.from(dwellings.keys()), count: dwellings.length }),
        },
        written: written === undefined ? undefined : { name: written, date: 'date' },
    };
}

/** A world that gives a row the events of the next one, again and again. */
function changingWorld(situations: readonly Situation[], written: string | undefined): FactWorld & { readonly write: (row: number) => void } {
    const versions = situations.map(() => 0);
    const reader = (row: number): FactReader => {
        const own = readerOf(situations[row]!.demand);
        const other = readerOf(situations[(row + versions[row]!) % situations.length]!.demand);
        return { ...own, fact: (name) => (name === written ? other : own).fact(name) };
    };
    return { reader, version: (row) => versions[row]!, write: (row) => void (versions[row]! += 1) };
}

describe('standings kept by the reference backend', () => {
    test('are those read afresh, whatever was asked before, in any order of days, worlds changing', () => {
        const seen = { out: 0, doubts: 0, written: 0 };
        fc.assert(
            fc.property(drawnCases, ({ policy, situations, more }) => {
                const filters = writtenFilters(policy);
                if (filters.length === 0) return;
                const written = policy.vocabulary.facts.find(({ owner, type }) => owner === 'demande' && type.kind === 'events')?.name;
                const program = loadPolicy(policy);
                const tables = tablesOf(situations, written);
                const backend = REFERENCE_BACKEND.filters(tables);
                const compiled = filters.map((filter) => backend.compile(program, filter, DAYS));
                const worlds = [changingWorld(situations, written), changingWorld(situations, written)];
                const standings = worlds.map((world) => backend.inWorld(world));
                for (const [turn, { filter, row, dwelling, day, writes }] of more.entries()) {
                    const [world, read] = [worlds[turn % 2]!, standings[turn % 2]!];
                    if (writes && written !== undefined) world.write(row);
                    const ready = compiled[filter % compiled.length]!;
                    const expected = standingBy(program, ready, { demand: world.reader(row), dwelling: tables.dwellings.reader(dwelling), day });
                    expect(read.reader(ready, { dwelling, day })(row)).toBe(expected);
                    expect(batch(read, { ready, row, dwelling, day })).toBe(expected);
                    seen.out += expected === OUT ? 1 : 0;
                    seen.doubts += doubtsOf(expected).length;
                    seen.written += ready.readsWritten ? 1 : 0;
                }
            }),
            runs(150),
        );
        expect(Math.min(seen.out, seen.doubts, seen.written)).toBeGreaterThan(50);
    });

    test('share a number when they mean the same, not otherwise', () => {
        fc.assert(
            fc.property(drawnCases, ({ policy, situations }) => {
                const backend = REFERENCE_BACKEND.filters(tablesOf(situations, undefined));
                const numbers = (program: Program): readonly number[] => writtenFilters(policy).map((filter) => backend.compile(program, filter, DAYS).number);
                expect(numbers(loadPolicy(structuredClone(policy)))).toEqual(numbers(loadPolicy(policy)));
                const meanings = writtenFilters(policy).map((filter) => JSON.stringify(filter));
                expect(new Set(numbers(loadPolicy(policy))).size).toBeLessThanOrEqual(new Set(meanings).size);
            }),
            runs(50),
        );
    });
});

function batch(
    read: ReturnType<ReturnType<typeof REFERENCE_BACKEND.filters>['inWorld']>,
    {
        ready,
        row,
        dwelling,
        day,
    }: { readonly ready: Parameters<typeof read.standings>[0]; readonly row: number; readonly dwelling: number; readonly day: number },
): number {
    const out = new Uint16Array(1);
    read.standings(ready, [row], { dwelling, day }, out);
    return out[0]!;
}
