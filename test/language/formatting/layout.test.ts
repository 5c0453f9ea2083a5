import { describe, expect, test } from 'vitest';
import { createSourceParser } from '@bareme/language';
import { formatSource } from '@bareme/language/formatting';

const parser = createSourceParser();

function formatted(text: string): string {
    const result = formatSource({ path: 'f.bareme', text }, parser);
    if (result.kind !== 'formatted') throw new Error(`${result.kind}: ${text}`);
    return result.text;
}

/** What a text gives, and gives again once laid out; both begin with the version of the language. */
function expectLayout(text: string, expected: string): void {
    expect(formatted(`barème 1\n${text}`)).toBe(`barème 1\n${expected}`);
    expect(formatted(`barème 1\n${expected}`)).toBe(`barème 1\n${expected}`);
}

describe('what a file looks like once laid out', () => {
    test('one item a line where nothing separates them, single spaces between words', () => {
        expectLayout(
            'politique v version "1" utilise n cotation g"Grille" ,cumulables{critère k:10   points si (x   et non y) critère b : - 5 points}',
            'politique v version "1" utilise n\ncotation g "Grille", cumulables {\n  critère k : 10 points si (x et non y)\n  critère b : -5 points\n}\n',
        );
    });

    test('items that « ; » separates stay together where the author put them on one line', () => {
        expectLayout('vocabulaire v{énumération E{x;y ;z}}', 'vocabulaire v { énumération E { x ; y ; z } }\n');
        expectLayout('vocabulaire v{\nénumération E{\nx;y ;\nz}}', 'vocabulaire v {\n  énumération E {\n    x ; y ;\n    z\n  }\n}\n');
    });

    test('comments keep their place, at the end of a line or before an item', () => {
        expectLayout(
            'vocabulaire v{// un\n   // deux  \ndemande{k:oui/non}// trois\n/* quatre\n   cinq */énumération E{x;y}\n//six\n}\n//sept',
            'vocabulaire v { // un\n  // deux\n  demande { k : oui/non } // trois\n  /* quatre\n   cinq */ énumération E { x ; y }\n  //six\n}\n//sept\n',
        );
    });

    test('one empty line stays between items, none at the ends of a block or of the file', () => {
        expectLayout(
            '\n\n\nvocabulaire v {\n\n\n  énumération E { x }\n\n\n\n  énumération F { y }\n\n}\n\n\n',
            '\nvocabulaire v {\n  énumération E { x }\n\n  énumération F { y }\n}\n',
        );
    });

    test('tranches have their colons aligned, tables their bars, numbers on the right', () => {
        expectLayout(
            'vocabulaire v{table t(x;y):durée{à partir du 01/01/2020{x|y|valeur\nC|2|3 mois\nT1|20|30 mois}}déduit d:entier=selon x{\n1:2;à partir de 2:30}}',
            `vocabulaire v {
  table t(x ; y) : durée {
    à partir du 01/01/2020 {
      x  |  y | valeur
      C  |  2 | 3 mois
      T1 | 20 | 30 mois
    }
  }
  déduit d : entier = selon x {
    1             : 2 ;
    à partir de 2 : 30
  }
}
`,
        );
    });

    test('a line feed that the author put inside a sentence stays, one step further', () => {
        expectLayout(
            'politique v version "1"\nutilise n\nexclusion e "E" :\n\n      si x\nou y\n  réf "R"',
            'politique v version "1"\n  utilise n\nexclusion e "E" :\n  si x\n  ou y\n  réf "R"\n',
        );
    });

    test('a line feed never comes before « ; », « , », « : » or a closing parenthesis', () => {
        expectLayout(
            'vocabulaire v\n{\ndéduit d\n: oui/non = (x\n)\n, sans objet si y\n}',
            'vocabulaire v {\n  déduit d : oui/non = (x), sans objet si y\n}\n',
        );
    });

    test('a parenthesis that ends its line holds one step more', () => {
        expectLayout(
            'vocabulaire v { déduit d : oui/non = z parmi (\nx ;\ny\n) et w }',
            'vocabulaire v {\n  déduit d : oui/non = z parmi (\n    x ;\n    y\n  ) et w\n}\n',
        );
    });

    test('a line that is too long breaks at its outermost place, or opens its braces', () => {
        const label = 'm'.repeat(100);
        expectLayout(
            `politique v version "1" utilise n\nexclusion e "${label.slice(10)}" : si x ou (y et z) réf "R.441-1" réf "R.441-2"`,
            `politique v version "1" utilise n\nexclusion e "${label.slice(10)}" : si x ou (y et z) réf "R.441-1"\n  réf "R.441-2"\n`,
        );
        expectLayout(
            `politique v version "1" utilise n\nliste l { "${label}" ; "${label}" }`,
            `politique v version "1" utilise n\nliste l {\n  "${label}" ;\n  "${label}"\n}\n`,
        );
    });

    test('the braces of a statement stand alone under a head of several lines', () => {
        expectLayout(
            'vocabulaire v { table t(x) : durée\nréf "R" { à partir du 01/01/2020 { x | valeur ; C | 1 mois }\n } }',
            'vocabulaire v {\n  table t(x) : durée\n    réf "R"\n  {\n    à partir du 01/01/2020 { x | valeur ; C | 1 mois }\n  }\n}\n',
        );
    });

    test('line feeds stay those of the file', () => {
        expect(formatted('barème 1\r\nvocabulaire v{\r\nénumération E{x}}')).toBe('barème 1\r\nvocabulaire v {\r\n  énumération E { x }\r\n}\r\n');
    });

    test('numbers keep their spaces, texts theirs, and a keyword over two lines is one again', () => {
        expectLayout(
            'politique v version "1" utilise n\nsignale s : r plus\n   de 1\u00A0000 € par mois réf "deux  espaces"',
            'politique v version "1" utilise n\nsignale s : r plus de 1\u00A0000 € par mois réf "deux  espaces"\n',
        );
    });
});

describe('what is not laid out', () => {
    test('a file with a mistake is left alone, and its findings given', () => {
        const result = formatSource({ path: 'f.bareme', text: 'barème 1\npolitique' }, parser);
        expect(result.kind === 'unreadable' && result.diagnostics.map(({ code }) => code)).toEqual(['BAR101']);
    });

    test('a file whose layout is done is not changed', () => {
        expect(formatSource({ path: 'f.bareme', text: 'barème 1\nvocabulaire v { }\n' }, parser)).toMatchObject({ changed: false });
    });
});
