import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedParts } from '../../../workbench/build/share-parts.mjs';
import { wholeOf } from '../../../workbench/src/reading/shared-parts.js';

const long = 'un libellé assez long pour être partagé '.repeat(6);
/** Values in which long parts stand again and again, some inside others. */
const anyValue = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, fc.constantFrom<unknown>(1, null, true, long, 'court'), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'été'), tie('value'), { maxKeys: 3 }),
})).value;

describe('equal parts written once', () => {
    it('give back the whole, through JSON', () => {
        fc.assert(
            fc.property(anyValue, (value) => {
                const json: unknown = JSON.parse(JSON.stringify([value, value]));
                expect(wholeOf(JSON.parse(JSON.stringify(sharedParts(json))))).toEqual(json);
            }),
        );
    });

    it('are one object afterwards, and stand once in what is written', () => {
        const vocabulary = { label: long, facts: [{ name: 'a', label: long }] };
        const shared = sharedParts({ one: { vocabulary }, other: { vocabulary: structuredClone(vocabulary), facts: vocabulary.facts } });
        const whole = wholeOf(shared) as { one: { vocabulary: object }; other: { vocabulary: object } };
        expect(whole.one.vocabulary).toBe(whole.other.vocabulary);
        expect(shared.parts).toHaveLength(3);
    });

    it('are refused where a key is that of places', () => expect(() => sharedParts({ $: 1 })).toThrow('taken'));
});
