import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../language/src/kit/canonical-json.js';

describe('canonicalJson', () => {
    it.each([
        [null, 'null'],
        [true, 'true'],
        [0, '0'],
        [-0, '0'],
        [-12, '-12'],
        [9_007_199_254_740_991, '9007199254740991'],
        ['', '""'],
        ['été', '"été"'],
        ['a"b\\c\n\u0001', '"a\\"b\\\\c\\n\\u0001"'],
        [[], '[]'],
        [{}, '{}'],
        [[3, [1, 2]], '[3,[1,2]]'],
        [{ b: 1, a: { d: [], c: 'x' } }, '{"a":{"c":"x","d":[]},"b":1}'],
        [{ a: undefined, b: 1 }, '{"b":1}'],
        [{ 10: 'dix', 9: 'neuf', 1: 'un' }, '{"1":"un","10":"dix","9":"neuf"}'],
        [{ Z: 1, a: 2, é: 3, E: 4 }, '{"E":4,"Z":1,"a":2,"é":3}'],
        [Object.assign(Object.create(null) as object, { seul: 1 }), '{"seul":1}'],
        [JSON.parse('{"b":1,"__proto__":2}'), '{"__proto__":2,"b":1}'],
    ])('of %j is %s', (value, text) => {
        expect(canonicalJson(value)).toBe(text);
    });

    it('sorts names as the example of RFC 8785, section 3.2.3', () => {
        const value = {
            '\u20ac': 'Euro Sign',
            '\r': 'Carriage Return',
            '\ufb33': 'Hebrew Letter Dalet With Dagesh',
            '1': 'One',
            '\ud83d\ude00': 'Emoji: Grinning Face',
            '\u0080': 'Control',
            '\u00f6': 'Latin Small Letter O With Diaeresis',
        };
        const order = [...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
        expect(order).toEqual([
            'Carriage Return',
            'One',
            'Control',
            'Latin Small Letter O With Diaeresis',
            'Euro Sign',
            'Emoji: Grinning Face',
            'Hebrew Letter Dalet With Dagesh',
        ]);
    });

    it.each([
        ['a fraction', 0.5],
        ['an unsafe integer', 2 ** 53],
        ['NaN', Number.NaN],
        ['infinity', Number.POSITIVE_INFINITY],
        ['a bigint', 1n],
        ['undefined', undefined],
        ['a function', (): number => 1],
        ['a symbol', Symbol('s')],
        ['a Map', new Map([['a', 1]])],
        ['a Set', new Set([1])],
        ['a typed array', new Uint8Array(2)],
        ['a date', new Date(0)],
        ['undefined in an array', [1, undefined]],
        ['a hole in an array', Array.from({ length: 2 }).fill(1, 0, 1)],
        ['a bigint deep inside', { a: [{ b: 1n }] }],
    ])('refuses %s', (_, value) => {
        expect(() => canonicalJson(value)).toThrow(TypeError);
    });

    const data = fc.letrec((tie) => ({
        value: fc.oneof(
            { depthSize: 'small' },
            fc.maxSafeInteger(),
            fc.string({ unit: 'binary' }),
            fc.boolean(),
            fc.constant(null),
            tie('list'),
            tie('record'),
        ),
        list: fc.array(tie('value'), { maxLength: 5 }),
        record: fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 6 }),
    })).value;

    it('loses nothing, and does not depend on the order of the members', () => {
        fc.assert(
            fc.property(data, (value) => {
                const text = canonicalJson(value);
                expect(canonicalJson(JSON.parse(text))).toBe(text);
                expect(canonicalJson(reversed(value))).toBe(text);
                expect(normalised(JSON.parse(text))).toEqual(normalised(value));
            }),
            { numRuns: 1_000 },
        );
    });
});

/** The same data with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .reverse()
            .map(([name, member]) => [name, reversed(member)]),
    );
}

/** The same data as nested Maps, −0 being 0, to be compared without regard to prototypes and orders. */
function normalised(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(normalised);
    if (typeof value === 'object' && value !== null) return new Map(Object.entries(value).map(([name, member]) => [name, normalised(member)]));
    return Object.is(value, -0) ? 0 : value;
}
