import { describe, expect, it } from 'vitest';
import { impureUses } from './rules/purity.js';
import { readSources } from './rules/source-file.js';

const uses = (text: string, path = 'language/src/engine/a.ts'): readonly string[] => impureUses([{ path, text }]);

describe('pure rooms', () => {
    it('use no clock, chance, locale, float or built code', () => {
        expect(impureUses(readSources())).toEqual([]);
    });

    it.each([
        ['const t = Date.now();', 'Date'],
        ['const d = new Date(0);', 'Date'],
        ['const x = Math.random();', 'Math.random'],
        ['const x = Math.log(2);', 'Math.log'],
        ['names.sort((a, b) => a.localeCompare(b));', 'localeCompare'],
        ['text.toLocaleUpperCase();', 'toLocaleUpperCase'],
        ["const x = parseFloat('1');", 'parseFloat'],
        ["const f = new Function('return 1');", 'Function'],
        ["eval('1');", 'eval'],
        ['const f = Intl.NumberFormat();', 'Intl'],
        ['const half = 0.5;', '0.5'],
        ['const small = 1e-3;', '1e-3'],
    ])('%s is refused', (text, name) => {
        expect(uses(text)).toEqual([`language/src/engine/a.ts: ${name}`]);
    });

    it('comments and texts may name them', () => {
        expect(uses("// no Date.now() here\nexport const text = 'Math.random 0.5';")).toEqual([]);
    });

    it('other rooms are not concerned', () => {
        expect(uses('const t = Date.now();', 'cli/src/a.ts')).toEqual([]);
    });
});
