import { describe, expect, it } from 'vitest';
import { placeSearches } from './rules/place-search.js';
import { readSources } from './rules/source-file.js';

const searches = (text: string, path = 'language/src/lowering/a.ts'): readonly string[] => placeSearches([{ path, text }]);

describe('places of words', () => {
    it('come from the syntax tree in lowering, from the representation in validation', () => {
        expect(placeSearches(readSources())).toEqual([]);
    });

    it.each([
        ['const at = context.text.indexOf(name);', 'context.text.indexOf(name)'],
        ['const at = text.search(/x/);', 'text.search(/x/)'],
        ['const found = /x/.exec(context.text.slice(start, end));', '/x/.exec(context.text.slice(start, end))'],
        ["const found = PATTERN.exec(texts.get(path) ?? '');", "PATTERN.exec(texts.get(path) ?? '')"],
        ['const all = textOf(context, node).matchAll(/x/g);', 'textOf(context, node).matchAll(/x/g)'],
    ])('%s is refused', (text, call) => {
        expect(searches(text)).toEqual([`language/src/lowering/a.ts: ${call}`]);
        expect(searches(text, 'language/src/validation/a.ts')).toHaveLength(1);
    });

    it('looking a name up is no search, nor is reading the text at a place', () => {
        expect(searches('names.indexOf(name); context.text.slice(start, end) === name;')).toEqual([]);
    });

    it('other rooms are not concerned', () => {
        expect(searches('context.text.indexOf(name);', 'language/src/parser/a.ts')).toEqual([]);
    });
});
