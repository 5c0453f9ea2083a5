import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOneLine } from '../../../language/src/parser/one-line.js';

describe('a clause on one line', () => {
    it.each([
        ['selon x {\n  moins de 3 : 1 point\n  à partir de 3 : 2 points\n}', 'selon x { moins de 3 : 1 point ; à partir de 3 : 2 points }'],
        ['selon x {\n  moins de 3 : 1 point ;\n  à partir de 3 : 2 points ;\n}', 'selon x { moins de 3 : 1 point ; à partir de 3 : 2 points ; }'],
        ['10 points si a\n  et b', '10 points si a et b'],
        ['selon x {\n  moins de 3 :\n    1 point\n  sinon : 0 point // reste\n} si a\n  et b', 'selon x { moins de 3 : 1 point ; sinon : 0 point } si a et b'],
        ['selon x {\n  // dit par la délibération\n  oui : 1 point\n  // le reste\n  non : 0 point\n}', 'selon x { oui : 1 point ; non : 0 point }'],
        ['au moins 3 "https://a { b" réf "x"', 'au moins 3 "https://a { b" réf "x"'],
        ['selon x {\n  de 1 à 3 : 1 point\r\n  plus de 3 : 2 points }', 'selon x { de 1 à 3 : 1 point ; plus de 3 : 2 points }'],
    ])('%j', (written, read) => expect(onOneLine(written)).toBe(read));

    it('holds every character but comments, in order, and white space once', () => {
        const piece = fc.constantFrom('{', '}', '\n', ' ', ' : ', 'mot', '1 point', ';', '"un texte"', '/', '«', '"', 'é');
        fc.assert(
            fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
                const text = pieces.join('').replaceAll('//', '/');
                const bare = (each: string): string => each.replace(/[\s;]/g, '');
                expect(bare(onOneLine(text))).toBe(bare(text));
                expect(onOneLine(text)).not.toMatch(/\s\s|\n/);
            }),
        );
    });
});
