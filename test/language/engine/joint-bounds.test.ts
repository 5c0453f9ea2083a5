import { compileSources } from '@bareme/language';
import { evaluateDemand, loadPolicy, type NoteResult } from '@bareme/language/engine';
import type { FactValue } from '@bareme/language/ir';
import { describe, expect, it } from 'vitest';
import { formatFrench } from '../../../language/src/kit/exact-number.js';
import { civilDay } from '../../../language/src/kit/civil-date.js';
import { readerOf } from '../properties/random-facts.js';

/** The note of a household of which nothing is known but these facts, on 15/03/2024. */
function noteOf(facts: string, grid: string, known: Readonly<Record<string, FactValue>> = {}): string {
    const text = `barème 1
vocabulaire v { ${facts} }
politique p version "1" en vigueur du 01/01/2020 utilise v
cotation c, cumulables {
${grid}
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }`;
    const { project, diagnostics } = compileSources([{ path: 'a.bareme', text }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    const [policy] = project.policies;
    if (policy === undefined) throw new Error('no policy');
    const demand = readerOf({ facts: new Map(Object.entries(known)), proved: new Set() });
    return shown(evaluateDemand(loadPolicy(policy), { demand, day: civilDay(2024, 3, 15) ?? 0 }).declared);
}

function shown(note: NoteResult): string {
    if (note.kind === 'note') return formatFrench(note.note);
    if (note.kind === 'unscored') return note.clauses.join();
    const large = note.kind === 'incomplete' && note.large === true ? ' large' : '';
    return `${formatFrench(note.low)} à ${formatFrench(note.high)}${large}`;
}

const values = (prefix: string, count: number): string => Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ; ');

describe('the size of a linked set', () => {
    // Each enumeration has its values and « sans objet ». Both criteria hold for no household: 1 point at most, 2 when bounded alone.
    const grid = 'critère k : 1 point si x est x0 et y est y0\ncritère l : 1 point si x est x1 et y est y0';
    const twoFacts = (x: number, y: number): string =>
        noteOf(`énumération X { ${values('x', x)} } énumération Y { ${values('y', y)} } demande { x : X ; y : Y }`, grid);

    it.each([
        ['63 × 65 = 4 095 cells: together', 62, 64, '0 à 1'],
        ['64 × 64 = 4 096 cells: together', 63, 63, '0 à 1'],
        ['17 × 241 = 4 097 cells: criterion by criterion, and said so', 16, 240, '0 à 2 large'],
    ])('%s', (_, x, y, expected) => {
        expect(twoFacts(x, y)).toBe(expected);
    });

    it('does not count facts of other sets', () => {
        const facts = `énumération X { ${values('x', 62)} } énumération Y { ${values('y', 64)} } demande { x : X ; y : Y ; m : oui/non ; n : oui/non }`;
        expect(noteOf(facts, `${grid}\ncritère o : 4 points si m\ncritère q : -4 points si m`)).toBe('0 à 1');
    });
});

describe('criteria that read one missing fact are bounded together', () => {
    it.each([
        // Less than 3: 8; from 3: 5; sans objet: 0.
        ['two conditions that exclude each other', 'n : entier', 'critère k : 8 points si n moins de 3\ncritère l : 5 points si n au moins 3', '0 à 8'],
        // 2 is the one number that is both: 5 - 2.
        ['a bonus and a malus that meet at one value', 'n : entier', "critère k : 5 points si n jusqu'à 2\ncritère l : -2 points si n au moins 2", '-2 à 5'],
        // Between 2 and 3 there is no integer: nobody has both.
        ['nothing between two integers', 'n : entier', 'critère k : 5 points si n plus de 2\ncritère l : 7 points si n moins de 3', '0 à 7'],
        // There are ratios between 33 % and 34 %.
        ['a value between two ratios', 'r : ratio', 'critère k : 5 points si r plus de 33 %\ncritère l : 7 points si r moins de 34 %', '0 à 12'],
        // A year of 12 × the month: 1 000 € a month is 12 000 € a year.
        [
            'a monthly amount read by the year',
            'm : montant par mois',
            'critère k : 5 points si m par an au moins 12 000 € par an\ncritère l : 7 points si m moins de 1 000 € par mois',
            '0 à 7',
        ],
        // Born on 15/03/2006 or before: 18 years at least.
        [
            'an age read from a date',
            'naissance : date',
            'critère k : 5 points si (depuis naissance) au moins 18 ans\ncritère l : 7 points si (depuis naissance) moins de 18 ans',
            '0 à 7',
        ],
        // On the anniversary itself, neither more nor less.
        [
            'a strict anniversary',
            'naissance : date',
            'critère k : 5 points si (depuis naissance) plus de 18 ans\ncritère l : 7 points si (depuis naissance) moins de 18 ans',
            '0 à 7',
        ],
        // Capped at 12 from 12 months on; the malus from 24 months takes 20: 12 - 20.
        [
            'months, their cap and a condition on the same date',
            'naissance : date',
            'critère k : 1 point par mois révolu depuis naissance, plafonné à 12 points\ncritère l : -20 points si (depuis naissance) au moins 24 mois',
            '-8 à 12',
        ],
        // Ten years at most between the first day declared and the day of the note; none after it.
        ['days that a date may be', 'naissance : date du 15/03/2014 au 31/12/2026', 'critère k : 1 point par an révolu depuis naissance', '0 à 10'],
        ['no day that a date may not be', 'naissance : date du 16/03/2006 au 31/12/2026', 'critère k : 5 points si (depuis naissance) au moins 18 ans', '0'],
        ['no ratio outside its bounds', 'r : ratio de 10 à 50 %', 'critère k : 5 points si r plus de 50 %\ncritère l : 3 points si r moins de 10 %', '0'],
        [
            'every word but those that are named',
            'lieu : code',
            'critère k : 5 points si lieu est 99001\ncritère l : 7 points si lieu parmi (99001 ; 99002)',
            '0 à 12',
        ],
    ])('%s', (_, fact, grid, expected) => {
        expect(noteOf(`demande { ${fact} }`, grid)).toBe(expected);
    });

    it('through deduced facts', () => {
        const facts = 'demande { n : entier } déduit grand : oui/non = n au moins 3';
        expect(noteOf(facts, 'critère k : 8 points si grand\ncritère l : 5 points si non grand')).toBe('5 à 8');
    });

    it('in a rubrique, with its cap', () => {
        const grid = 'rubrique r, cumulables, plafonnée à 10 points { critère k : 8 points si m\ncritère l : 5 points si m }\ncritère o : -6 points si m';
        // m: 10 - 6 = 4; without: 0.
        expect(noteOf('demande { m : oui/non }', grid)).toBe('0 à 4');
    });

    it('apart from criteria that read other facts, whose bounds are added', () => {
        const grid = 'critère k : 8 points si m\ncritère l : -8 points si m\ncritère o : 3 points si n\ncritère q : 2 points si non n';
        expect(noteOf('demande { m : oui/non ; n : oui/non }', grid)).toBe('2 à 3');
    });

    it('with the most favourable of several sets', () => {
        const grid = 'rubrique r, le plus favorable { critère k : 8 points si m\ncritère l : 5 points si non m\ncritère o : 6 points si n }';
        // m: 8; not m: the better of 5 and, perhaps, 6.
        expect(noteOf('demande { m : oui/non ; n : oui/non }', grid)).toBe('5 à 8');
    });

    it('in order, whichever comes first', () => {
        const grid = "rubrique r, dans l'ordre { critère k : 3 points si m\ncritère l : 9 points si n\ncritère o : 4 points si non m }";
        // m: 3; not m: 9 with n, else 4.
        expect(noteOf('demande { m : oui/non ; n : oui/non }', grid)).toBe('3 à 9');
    });

    it('a date that is missing has the points of any day that can be written', () => {
        // From year 1 to 15/03/2024: 2 023 years and 2 months.
        expect(noteOf('demande { naissance : date }', 'critère k : 1 point par mois révolu depuis naissance')).toBe(
            `0 à ${formatFrench({ n: 24_278n, d: 1n })}`,
        );
    });
});
