import type { ValueType } from '../../../language/src/ir/value-type.js';
import type { Enumeration, TableKey, TablePeriod, TableRow } from '../../../language/src/ir/vocabulary.js';
import type { Draw } from './draw.js';
import { randomLiteral } from './random-values.js';
import { NOWHERE, randomReferences } from './random-names.js';

interface Signature {
    readonly keys: readonly TableKey[];
    readonly type: ValueType;
}

/** One to three periods of a table, each with rows by single values or by columns. */
export function randomPeriods(draw: Draw, table: Signature, enumerations: readonly Enumeration[]): readonly TablePeriod[] {
    let day = draw.int(17_000, 18_500);
    return draw.list(1, 3, () => {
        const start = day;
        const end = start + draw.int(30, 800);
        day = end + 1;
        return {
            start,
            ...(draw.chance(50) ? { end } : {}),
            rows: randomRows(draw, table, enumerations),
            references: randomReferences(draw),
            at: NOWHERE,
        };
    });
}

/** A grid of all combinations of a few values of each key; the last key may be a number whose increase is per unit. */
function randomRows(draw: Draw, { keys, type }: Signature, enumerations: readonly Enumeration[]): readonly TableRow[] {
    const values = keys.map((key) => keyValues(draw, key.type, enumerations));
    const last = values.at(-1) ?? [];
    const measured = type.kind === 'money' || type.kind === 'number' || type.kind === 'ratio';
    const extra = keys.at(-1)?.type.kind === 'number' && measured && draw.chance(40);
    return combinations(values).map((row): TableRow => {
        const value = randomLiteral(draw, type, enumerations);
        const highest = last.filter((key) => key !== null).at(-1);
        if (!extra || row.at(-1) !== highest || highest === undefined) return { keys: row, value };
        const increase = randomLiteral(draw, type, enumerations);
        return { keys: row, value, perExtra: { last: Number(highest), amount: increase.kind === 'number' ? increase.value : '0' } };
    });
}

/** Distinct keys in ascending order, the last of which may be « sinon ». */
function keyValues(draw: Draw, type: ValueType, enumerations: readonly Enumeration[]): readonly (string | null)[] {
    const found = new Set<string>();
    for (const value of draw.list(1, 4, () => randomLiteral(draw, type, enumerations))) {
        if (value.kind === 'word' || value.kind === 'number') found.add(value.value);
    }
    const words = [...found].sort((a, b) => (type.kind === 'number' ? Number(a) - Number(b) : a < b ? -1 : 1));
    return draw.chance(30) ? [...words, null] : words;
}

function combinations(columns: readonly (readonly (string | null)[])[]): readonly (readonly (string | null)[])[] {
    return columns.reduce<readonly (readonly (string | null)[])[]>((rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])), [[]]);
}
