import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { printPolicy } from '@bareme/language/printing';
import { skeletonsOf } from '../../../language/src/parser/skeleton.js';

const POLICY = (label: string, comment = ''): string => `barème 1
vocabulaire v { demande { dépôt : date rôle dépôt } }
politique p "P" version "1" en vigueur du 01/01/2024 utilise v
cotation g, cumulables { rubrique r "R", cumulables { critère k "${label}" : 1 point par mois révolu depuis dépôt } } // ${comment}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const codes = (text: string): readonly string[] => compileSources([{ path: 'a.bareme', text }]).diagnostics.map(({ code }) => code);

const sharesSkeleton = (one: string, other: string): boolean => {
    const skeletons = skeletonsOf(other);
    return skeletonsOf(one).some((skeleton, way) => skeleton === skeletons[way]);
};

describe('characters that show nothing', () => {
    const hidden = ['\u200B', '\u200D', '\u202E', '\u2066', '\u00AD', '\u2060', '\u061C', '\u{E0041}'];

    test.each(hidden)('%j is told once, wherever it stands, and its fix gives the text without it', (mark) => {
        for (const text of [POLICY(`A${mark}B`), POLICY('AB', `x${mark}${mark}y${mark}`), POLICY('AB').replace('cumulables {', `${mark}cumulables {`)]) {
            const { diagnostics } = compileSources([{ path: 'a.bareme', text }]);
            expect(diagnostics.filter(({ code }) => code === 'BAR113')).toHaveLength(1);
            expect(diagnostics.filter(({ code }) => code === 'BAR102')).toEqual([]);
            const edits = [...(diagnostics.find(({ code }) => code === 'BAR113')?.fix?.edits ?? [])].reverse();
            const mended = edits.reduce((now, { location: { start, end }, newText }) => now.slice(0, start) + newText + now.slice(end), text);
            expect(mended).toBe(text.replaceAll(mark, ''));
            expect(codes(mended)).toEqual([]);
        }
    });

    test('none in a text of letters', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 '’«»œŒ–—€²]*$/), (label) => {
                expect(codes(POLICY(label))).not.toContain('BAR113');
            }),
            { numRuns: 25 },
        );
    });
});

describe('letters that pass for others', () => {
    test('a word that mixes alphabets is told, and mended', () => {
        const text = POLICY('Anciennet\u0435 d\u0435 la demande');
        const { diagnostics } = compileSources([{ path: 'a.bareme', text }]);
        expect(diagnostics.map(({ code, location }) => `${code} ${text.slice(location?.start, location?.end)}`)).toEqual([
            'BAR114 Anciennet\u0435',
            'BAR114 d\u0435',
        ]);
        expect(diagnostics.flatMap(({ fix }) => fix?.edits.map(({ newText }) => newText) ?? [])).toEqual(['e', 'e']);
    });

    test('a word of one alphabet is left alone', () => {
        expect(codes(POLICY('Маша, 1er étage, k2, Ωmega'.replace('Ωmega', 'Ω')))).toEqual([]);
    });

    test.each([
        ['dalo', 'DALO'],
        ['échéance', 'echeance'],
        ['t1', 'tl'],
        ['zone_0', 'zone_O'],
        ['cœur', 'coeur'],
        ['mame', 'marne'],
        ['a', '\u0430'],
    ])('%s and %s have one skeleton', (one, other) => {
        expect(sharesSkeleton(one, other)).toBe(true);
    });

    test.each([
        ['t1', 't2'],
        ['loyer', 'loyers'],
        ['a_b', 'ab'],
    ])('%s and %s have two', (one, other) => {
        expect(sharesSkeleton(one, other)).toBe(false);
    });

    test('the skeleton of a name is that of its capitals and of its plain letters', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-zàâçéèêëîïôùûü_]{1,12}$/), (name) => {
                expect(sharesSkeleton(name.toUpperCase(), name)).toBe(true);
                expect(sharesSkeleton(name.normalize('NFD').replace(/\p{M}/gu, ''), name)).toBe(true);
            }),
        );
    });
});

describe('labels and numbers of any content', () => {
    test.each(['\u2028', '\u2029', 'a\u2028b\u2029c'])('a label with %j prints and reads back', (label) => {
        const { project } = compileSources([{ path: 'a.bareme', text: POLICY(label) }]);
        const printed = project.policies.map((policy) => printPolicy(policy)).join();
        expect(printed).toContain(`"${label}"`);
    });

    test.each(['9999999', '12 345 678', '99999999999999999999'])('a duration of %s months is refused', (months) => {
        expect(codes(POLICY('L').replace('depuis dépôt }', `depuis dépôt si (depuis dépôt) plus de ${months} mois }`))).toContain('BAR116');
    });

    test.each(['36', '999999', '0000036'])('a duration of %s months is read', (months) => {
        expect(codes(POLICY('L').replace('depuis dépôt }', `depuis dépôt si (depuis dépôt) plus de ${months} mois }`))).not.toContain('BAR116');
    });
});
