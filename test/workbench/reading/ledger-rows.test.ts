import { expect, it } from 'vitest';
import { folded, ledgerOrder, type LedgerLine } from '../../../workbench/src/reading/ledger-rows.js';

const line = (dwelling: string, noteBefore: number | undefined, change: LedgerLine['change']): LedgerLine =>
    ({ dwelling, noteBefore, change, haystack: folded(`${dwelling} Œuilly`) }) as LedgerLine;

const LINES = [line('L2', 40, 'household'), line('L1', undefined, 'none'), line('L3', 90, 'first')];
const order = (filter: Parameters<typeof ledgerOrder>[1], column: 'dwelling' | 'noteBefore' | 'change', descending = false): readonly number[] => [
    ...ledgerOrder(LINES, filter, { column, descending }),
];

it('sorts by any column', () => {
    expect(order({ text: '', change: 'all' }, 'dwelling')).toEqual([1, 0, 2]);
    expect(order({ text: '', change: 'all' }, 'noteBefore', true)).toEqual([2, 0, 1]);
    expect(order({ text: '', change: 'all' }, 'change')).toEqual([0, 2, 1]);
});

it('filters by what changes and by words, whatever their accents', () => {
    expect(order({ text: '', change: 'changed' }, 'dwelling')).toEqual([0, 2]);
    expect(order({ text: 'l3', change: 'all' }, 'dwelling')).toEqual([2]);
    expect(order({ text: 'oeu', change: 'household' }, 'dwelling')).toEqual([0]);
});

it('sorts 100,000 rows', () => {
    const many = Array.from({ length: 100_000 }, (_, place) => line(`L${(place * 7919) % 100_000}`, place % 300, 'first'));
    const sorted = ledgerOrder(many, { text: '', change: 'all' }, { column: 'noteBefore', descending: false });
    expect(sorted).toHaveLength(100_000);
    expect(many[sorted[0]!]!.noteBefore).toBe(0);
    expect(many[sorted.at(-1)!]!.noteBefore).toBe(299);
});
