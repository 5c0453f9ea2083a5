import { describe, expect, test } from 'vitest';
import { compileSources } from '../../../language/src/compile.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { createSourceParser } from '../../../language/src/compile.js';
import { LIMITS } from '../../../language/src/parser/source-text.js';
import { withoutPlaces } from '../printing/without-places.js';
import { VALID_FILES } from './valid-files.js';

const parser = createSourceParser();
const codes = (text: string): readonly string[] => parser.parse({ path: 'a', text }).diagnostics.map(({ code }) => code);
/** The generous limit, in milliseconds of processor, of a test that shares its machine; REQ-1 asks for two seconds of a quiet one. */
const SLOWEST = 8_000;

const VOCABULARY = 'vocabulaire v { demande { dép : date rôle dépôt ; b : oui/non ; n : entier } }';
const criteria = (...texts: readonly string[]): string =>
    `barème 1\n${VOCABULARY}\npolitique p version "1" en vigueur du 01/01/2024 utilise v\ncotation c cumulables {\n${texts.join('\n')}\n}\nclassement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const condition = (text: string): string => criteria(`critère x : 1 point si ${text}`);
const VALID = criteria('critère x : 1 point si b');

/** A policy compiled alone, and the codes of its errors. */
function compiled(text: string): { readonly policy: Policy | undefined; readonly errors: readonly string[] } {
    const { project, diagnostics } = compileSources([{ path: 'a', text }], parser);
    return { policy: project.policies[0], errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code) };
}

describe('texts that are not files of the language', () => {
    test.each([
        ['empty', '', ['BAR105']],
        ['blank', ' \n\t ', ['BAR105']],
        ['a byte-order mark alone', '\uFEFF', ['BAR105']],
        ['NUL', 'barème 1\n\u0000', ['BAR106']],
        ['bytes that form no character', 'barème 1 \uFFFD', ['BAR106']],
        ['a merge that nobody resolved', 'barème 1\n<<<<<<< HEAD\n// un\n=======\n// deux\n>>>>>>> autre', ['BAR610']],
        ['the same, with the feeds of Windows', 'barème 1\r\n<<<<<<< HEAD\r\n=======\r\n>>>>>>> autre\r\n', ['BAR610']],
        ['marks of a merge by the thousand', `barème 1\n${'<<<<<<< a\n=======\n'.repeat(40_000)}>>>>>>> b`, ['BAR610']],
        ['a document of an office suite', 'PK\u0003\u0004\u0014\u0000\u0006', ['BAR106']],
        ['5 MB', `barème 1\n${'// rien\n'.repeat(625_000)}`, ['BAR103']],
        ['one character more than 1 MB', `barème 1\n${' '.repeat(LIMITS.characters - 8)}`, ['BAR103']],
        ['a lone surrogate', 'barème 1\n\uD800', ['BAR102']],
        ['a reversed pair of surrogates', 'barème 1\n\uDC00\uD800', ['BAR102']],
        ['an emoji', 'barème 1\n😀', ['BAR102']],
        ['an unclosed text', 'barème 1\npolitique p "sans fin', ['BAR120', 'BAR101']],
        ['an unclosed comment', 'barème 1 /* sans fin', ['BAR102', 'BAR101']],
        ['accents apart from their letters', VALID.normalize('NFD'), ['BAR107']],
    ])('%s', (_, text, expected) => {
        expect(codes(text)).toEqual(expected);
    });

    test('exactly 1 MB is read', () => {
        const text = `${VALID}\n${' '.repeat(LIMITS.characters - VALID.length - 1)}`;
        expect(text.length).toBe(LIMITS.characters);
        expect(codes(text)).toEqual([]);
    });

    test('a byte-order mark, Windows line ends and both kinds of spaces change nothing', () => {
        const expected = withoutPlaces(compiled(VALID).policy);
        expect(expected).toBeDefined();
        for (const text of [
            `\uFEFF${VALID}`,
            VALID.replace(/\n/g, '\r\n'),
            VALID.replace(/\n/g, '\r'),
            VALID.replace(/ /g, '\u00A0'),
            VALID.replace(/ /g, '  '),
        ]) {
            expect(withoutPlaces(compiled(text).policy)).toEqual(expected);
        }
    });

    test('the mend of decomposed accents gives the file back', () => {
        const [finding] = parser.parse({ path: 'a', text: VALID.normalize('NFD') }).diagnostics;
        const mended = (finding?.fix?.edits ?? []).reduceRight(
            (text, { location, newText }) => text.slice(0, location.start) + newText + text.slice(location.end),
            VALID.normalize('NFD'),
        );
        expect(mended).toBe(VALID);
    });
});

describe('nesting and chains', () => {
    test.each([
        ['300 parentheses', condition(`${'('.repeat(300)}b${')'.repeat(300)}`)],
        ['300 parentheses never closed', condition('('.repeat(300))],
        ['« non » 5 000 times', condition(`${'non '.repeat(5_000)}b`)],
        ['« - » 5 000 times', condition(`${'-'.repeat(5_000)}n = 1`)],
        ['« sinon si » 5 000 times', condition(`${'si b alors b sinon '.repeat(5_000)}b`)],
        ['99 000 terms joined by « et »', condition(Array(99_000).fill('b').join(' et '))],
        ['99 000 terms joined by « + »', condition(`${Array(99_000).fill('n').join(' + ')} = 1`)],
        ['rubriques 200 deep', criteria('rubrique r cumulables {'.repeat(200) + '}'.repeat(200))],
        [
            'one operation more than the limit',
            condition(
                `${Array(LIMITS.operations + 2)
                    .fill('n')
                    .join(' + ')} = 1`,
            ),
        ],
    ])('%s: refused, then a valid file is read', (_, text) => {
        expect(codes(text)).toEqual(['BAR104']);
        expect(compiled(VALID)).toEqual({ policy: compiled(VALID).policy, errors: [] });
        expect(withoutPlaces(compiled(VALID).policy)).toEqual(withoutPlaces(compileSources([{ path: 'a', text: VALID }]).project.policies[0]));
    });

    test('100 000 terms are too many words or too long a chain, never a crash', () => {
        for (const operator of [' et ', ' ou ', ' + ', ' - ', ' * ', ' / ']) {
            expect(['BAR104', 'BAR111']).toContain(codes(condition(Array(100_000).fill('b').join(operator)))[0]);
        }
    });

    test.each([
        ['55 parentheses', condition(`${'('.repeat(55)}b${')'.repeat(55)}`)],
        ['« non » 55 times', condition(`${'non '.repeat(55)}b`)],
        ['« sinon si » 55 times', condition(`${'si b alors b sinon '.repeat(55)}b`)],
        ['500 terms joined by « et »', condition(Array(LIMITS.operations).fill('b').join(' et '))],
        ['500 terms joined by « ou »', condition(Array(LIMITS.operations).fill('b').join(' ou '))],
        ['500 terms joined by « + »', condition(`${Array(LIMITS.operations).fill('n').join(' + ')} = 1`)],
        ['500 terms of products', condition(`${Array(LIMITS.operations).fill('n').join(' * ')} = 1`)],
        [
            'rubriques 55 deep',
            criteria(`${Array.from({ length: 55 }, (_, depth) => `rubrique r${depth} cumulables {`).join('')}critère y : 1 point${'}'.repeat(55)}`),
        ],
    ])('%s: read to the end', (_, text) => {
        expect(compiled(text).errors).toEqual([]);
    });
});

describe('one megabyte of anything is answered', () => {
    const many = (count: number, text: string): string => `barème 1\n${text.repeat(count)}`;
    const faultyCriteria = (text: string): string => criteria(...Array.from({ length: 8_000 }, (_, index) => `critère c${index} ${text}`));

    test.each([
        ['a valid policy of 8 000 critères', faultyCriteria(': 3 points si b et non (b ou n plus de 12) réf "CCH L.441-1"')],
        ['8 000 critères with a fault each', faultyCriteria(': 3 points si b zut et non (b ou n plus de 12) réf "CCH L.441-1"')],
        ['8 000 critères without points', faultyCriteria(': si b')],
        ['characters of no word', many(400_000, '@ ')],
        ['apostrophes', many(300_000, "l'o")],
        ['quotation marks', many(450_000, '"\n')],
        ['comments never closed', many(450_000, '/*')],
        ['a comment of asterisks', `barème 1 /*${'* '.repeat(450_000)}`],
        ['one number', many(900_000, '1')],
        ['numbers of thirty digits', many(29_000, `${'1'.repeat(30)} `)],
        ['thousands', many(190_000, '111 ')],
        ['one name', many(900_000, 'é')],
        ['names', many(190_000, 'mot ')],
        ['closing braces', many(190_000, '}')],
        ['semicolons', many(190_000, '; ')],
        ['openings of policies', many(15_000, 'politique p version "1" en vigueur du utilise v \n')],
        ['openings of critères', many(20_000, 'critère x : ')],
        ['facts without type', `barème 1\nvocabulaire v { demande { ${'a1 : entier ; b ; '.repeat(15_000)} } }`],
        ['rows of a table that is none', `barème 1\ntable t(n) : entier { à partir du 01/01/2024 { ${'a1 | b | c d \n'.repeat(15_000)} } }`],
        ['spaces between the words of a keyword', many(490, `au${' '.repeat(2_000)}`)],
        ['the files of the other tests, end to end', many(90, VALID_FILES.map((file) => file.replace('barème 1', '')).join('\n'))],
    ])('%s', (_, text) => {
        const started = process.cpuUsage();
        const { diagnostics } = parser.parse({ path: 'a', text: text.slice(0, LIMITS.characters) });
        const { user, system } = process.cpuUsage(started);
        expect((user + system) / 1000).toBeLessThan(SLOWEST);
        expect(diagnostics.length).toBeLessThanOrEqual(60);
        expect(diagnostics.every(({ message }) => message.length < 400)).toBe(true);
    });
});

describe('what is not of the language is told apart from what is', () => {
    test.each([
        ["critère x : 1 point si n jusqu'à 3", []],
        ['critère x : 1 point si n jusqu’à 3', []],
        ["critère x : 1 point si n n'est pas 3", []],
        ['critère x "l\'école @ # 😀" : 1 point // l\'été @', []],
        ['critère x : 1 point /* @ \' " */ si b', []],
        ["critère x : 1 point si l'n", ["l'n"]],
        ['critère x : 1 point # rien', ['#']],
        ['critère x : 1 point si n = 3²', ['²']],
        ['critère x : 1 point si b "', ['"']],
        ['critère x @@ : 1 point', ['@@']],
        [`critère x : ${'9'.repeat(31)} points`, ['9'.repeat(31)]],
    ])('%s', (text, unknown) => {
        const source = criteria(text);
        const found = parser.parse({ path: 'a', text: source }).diagnostics.filter(({ code }) => ['BAR102', 'BAR120', 'BAR124'].includes(code));
        expect(found.map(({ location }) => source.slice(location?.start, location?.end))).toEqual(unknown);
    });

    test('a file of ten thousand faults tells the first ones', () => {
        const found = parser.parse({ path: 'a', text: `barème 1\n${'@ '.repeat(10_000)}` }).diagnostics;
        expect(found.length).toBe(20);
        expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['BAR102']));
    });
});
