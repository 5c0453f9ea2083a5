import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_MARK, linkOf, LONGEST_LINK, readLink, type SharedWork } from '../../../workbench/src/reading/share-link.js';

const packed = (content: string | Uint8Array): string => LINK_MARK + deflateRawSync(content).toString('base64url');
const ofJson = (value: unknown): Promise<unknown> => readLink(packed(JSON.stringify(value)));
const REFUSED = { kind: 'refused', reason: 'damaged' };
const FILE = ['policies/valmont/politique.bareme', 'barème 1\n'] as const;
const SETTINGS = { mode: 'vivier', seed: 7, replications: 5 } as const;

const name = fc.stringMatching(/^[a-zé0-9-]{1,12}$/);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.bareme`);
const work: fc.Arbitrary<SharedWork> = fc.record(
    {
        files: fc.array(fc.tuple(path, fc.string({ unit: 'grapheme', maxLength: 300 })), { maxLength: 6 }),
        replay: fc.record({
            variants: fc.array(name, { maxLength: 4 }),
            settings: fc.record({
                mode: fc.constantFrom('vivier', 'constants', 'constat'),
                seed: fc.nat(0xffff_ffff),
                replications: fc.integer({ min: 1, max: 100 }),
            }),
        }),
    },
    { requiredKeys: ['files'] },
);

describe('a link that carries policies', () => {
    it('gives back the same texts and settings', async () => {
        await fc.assert(
            fc.asyncProperty(work, async (given) => {
                const link = await linkOf(given);
                expect(link).toMatch(/^\/ouvrir=[A-Za-z0-9_-]+$/);
                expect(await readLink(`#${link}`)).toEqual({ kind: 'work', work: given });
            }),
            { numRuns: 30 },
        );
    });

    it('is not one where the address names a screen', async () => {
        expect(await readLink('#/comparer')).toBeUndefined();
    });

    it('is not made where it would be too long for an address', async () => {
        let state = 1;
        const noise = Array.from({ length: LONGEST_LINK }, () => String.fromCharCode(33 + ((state = (state * 48_271) % 0x7fff_ffff) % 90))).join('');
        expect(await linkOf({ files: [['a.bareme', noise]] })).toBeUndefined();
    });

    it('never throws, whatever stands after its mark', async () => {
        await fc.assert(
            fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
                expect(await readLink(`#${LINK_MARK}${text}`)).toMatchObject({ kind: 'refused' });
            }),
            { numRuns: 30 },
        );
    });

    it('is let go before it unfolds beyond the limit', async () => {
        expect(await readLink(packed(new Uint8Array(40_000_000)))).toEqual({ kind: 'refused', reason: 'too-large' });
        expect(await readLink(`#${LINK_MARK}${'A'.repeat(LONGEST_LINK)}`)).toEqual({ kind: 'refused', reason: 'too-large' });
    });

    it.each([
        '../x.bareme',
        '/x.bareme',
        'a//x.bareme',
        'a/../x.bareme',
        'C:\\x.bareme',
        'territoire.json',
        'demandes.csv',
        `${'a'.repeat(200)}.bareme`,
        '',
        3,
    ])('with a file at %j is refused', async (where) => {
        expect(await ofJson({ version: 1, files: [[where, 'texte']] })).toEqual(REFUSED);
    });

    it.each([
        { version: 2, files: [FILE] },
        { version: 1 },
        { version: 1, files: [['a.bareme', 3]] },
        { version: 1, files: [FILE], demo: 'x' },
        { version: 1, files: [FILE], removed: ['a.bareme'] },
        { version: 1, files: [FILE], replay: { variants: [], settings: { ...SETTINGS, mode: 'tout' } } },
        { version: 1, files: [FILE], replay: { variants: [], settings: { ...SETTINGS, replications: 1e9 } } },
        { version: 1, files: [FILE], replay: { variants: [3], settings: SETTINGS } },
        [],
        null,
    ])('that says %j is refused', async (said) => {
        expect(await ofJson(said)).toEqual(REFUSED);
    });

    it('keeps nothing but what it knows, and the names of objects are no trap', async () => {
        const text = `{"version":1,"files":[${JSON.stringify(FILE)}],"__proto__":{"demo":"x"},"territory":"demandes"}`;
        expect(await readLink(packed(text))).toEqual({ kind: 'work', work: { files: [FILE] } });
        expect(({} as { demo?: string }).demo).toBeUndefined();
    });
});
