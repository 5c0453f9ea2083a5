import { describe, expect, it } from 'vitest';
import { compileSources, createSourceParser } from '@bareme/language';
import { edited } from '../diagnostics/pages.js';
import { VOCABULARY } from '../diagnostics/pages.js';
import { withoutPlaces } from '../printing/without-places.js';

const parser = createSourceParser();
const WRITTEN = `barème 1
politique bourg "Bourg" version "1"
  délibérée le 05/10/2023
  en vigueur du 01/01/2024
  utilise mots
liste villages "Villages" { 99001 ; 99002 }
cotation grille "Grille", cumulables, plafonnée à 100 points {
  rubrique toit "Toit", le plus favorable {
    critère rue "À la rue" : 40 points si situations contient sans_abri
    critère abri "Chez un tiers" : 20 points si situations contient parmi (chez_particulier ; chez_parents)
  }
  critère effort "Effort" selon taux_effort {
    moins de 30 %           : 0 point
    de 30 % à moins de 45 % : 6 points
    à partir de 45 %        : 12 points
    non renseigné           : à compléter
  }
  critère modeste "Modeste" : 5 points si ressources moins de 950 € par mois
  critère durable "Attente" : 15 points si ancienneté plus de 24 mois
  critère emploi_local "Emploi" : 3 points si commune_emploi parmi villages
  critère attente "Ancienneté" : 1 point par mois révolu depuis dépôt, plafonné à 60 points
  critère rejet "Refus" : -10 points par refus sur les 24 derniers mois avec (adapté), plancher -30 points
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
exemple "Chez ses parents" de bourg version "1" {
  situations : chez_parents ; dépôt : 01/06/2022 ; ressources : 1 100 € par mois ; loyer : 440 € par mois ; commune_emploi : 99002
  date d’examen : 15/03/2024
  attendu : note 59 dont abri 20, attente 21
}
`;

const compiled = (text: string): ReturnType<typeof compileSources> =>
    compileSources(
        [
            { path: 'page.bareme', text },
            { path: 'vocabulaire.bareme', text: VOCABULARY },
        ],
        parser,
    );

const REFERENCE = compiled(WRITTEN);
const meaningOf = ({ project }: ReturnType<typeof compileSources>): unknown => withoutPlaces([project.policies, project.examples]);

/** A slip: what is written, what an author writes instead, the code of the finding, the text underlined, and whether it mends itself. */
type Row = readonly [kind: string, right: string, wrong: string, code: string, underlined: string, mended: boolean, says: string];

const ROWS: readonly Row[] = [
    ['a colon of another alphabet', 'abri "Chez un tiers" : 20', 'abri "Chez un tiers" ∶ 20', 'BAR128', '∶', true, '« : »'],
    [
        'a bar of full width',
        'situations contient parmi (chez_particulier ; chez',
        'situations contient parmi (chez_particulier ； chez',
        'BAR128',
        '；',
        true,
        '« ; »',
    ],
    ['a digit of full width', '15 points si', '1５ points si', 'BAR128', '５', true, '« 5 »'],
    ['a unit that lost a letter, read as a name', '1 point par mois révolu', '1 point par moi révolu', 'BAR118', 'moi', true, '« mois »'],
    ['a name that begins with a digit', 'critère rue "À la rue"', 'critère 2e_rue "À la rue"', 'BAR124', '2e_rue', false, '« n2e_rue »'],
    [
        'a word of the language for a name, before another word',
        'critère effort "Effort" selon',
        'critère et selon',
        'BAR101',
        'et',
        false,
        '« et » est un mot de la langue',
    ],
    ['a decimal point', 'attente "Ancienneté" : 1 point', 'attente "Ancienneté" : 1.5 point', 'BAR123', '1.5', false, '« 1,5 »'],
    ['a point that may mark thousands', '1 100 € par mois ; loyer', '1.100 € par mois ; loyer', 'BAR123', '1.100', false, '« 1 100 » ou « 1,100 »'],
    ['a comma that marks thousands', '1 100 € par mois ; loyer', '1,100 € par mois ; loyer', 'BAR127', '1,100 € par mois', false, '« 1 100 € par mois »'],
    ['thousands and decimals of another country', '950 € par mois\n', '1.950,00 € par mois\n', 'BAR123', '1.950,00', false, '« 1 950,00 »'],
    ['a number in letters', '15 points si', 'quinze points si', 'BAR123', 'quinze', true, '« 15 »'],
    ['the euro before the number', 'moins de 950 € par', 'moins de €950 par', 'BAR126', '€950', true, '« 950 € »'],
    ['a sign below', 'ressources moins de 950', 'ressources < 950', 'BAR117', '<', true, '« moins de »'],
    ['a sign at least, without spaces', 'ancienneté plus de 24', 'ancienneté>24', 'BAR117', '>', true, '« plus de »'],
    ['a sign of a spreadsheet', 'commune_emploi parmi villages', 'commune_emploi <> 99001', 'BAR117', '<>', false, '« n’est pas »'],
    ['a sign for « et »', 'par mois\n  critère durable', 'par mois & ancienneté plus de 3 mois\n  critère durable', 'BAR117', '&', false, '« et »'],
    ['capitals at the beginning of a line', '    moins de 30 %', '    Moins de 30 %', 'BAR118', 'Moins de', true, '« moins de »'],
    ['capitals of a keyword', '  critère durable', '  CRITÈRE durable', 'BAR118', 'CRITÈRE', true, '« critère »'],
    ['a letter too many', 'rubrique toit', 'rubriquue toit', 'BAR118', 'rubriquue', true, '« rubrique »'],
    ['a letter missing', '"Grille", cumulables', '"Grille", cumulabes', 'BAR118', 'cumulabes', true, '« cumulables »'],
    ['greater than, as one says', 'plus de 24 mois', 'supérieure à 24 mois', 'BAR119', 'supérieure à', true, '« plus de »'],
    ['at least, as one says', 'plus de 24 mois', 'supérieure ou égale à 24 mois', 'BAR119', 'supérieure ou égale à', false, '« au moins »'],
    ['more than', 'plus de 24 mois', 'plus que 24 mois', 'BAR119', 'plus que', true, '« plus de »'],
    ['between, whose ends are not told', 'moins de 950 € par mois', 'entre 400 et 950 € par mois', 'BAR119', 'entre', false, '« de … à moins de … »'],
    ['months begun or whole', 'par mois révolu depuis', 'par mois depuis', 'BAR119', 'par mois depuis', false, '« par mois commencé depuis »'],
    ['a window without its words', 'sur les 24 derniers mois', 'sur 24 mois', 'BAR119', 'sur 24 mois', true, '« sur les 24 derniers mois »'],
    ['the day of an example', 'date d’examen', 'date de l’examen', 'BAR119', 'date de l’examen', true, '« date d’examen »'],
    ['abbreviated points', '15 points si', '15 pts si', 'BAR119', 'pts', true, '« points »'],
    ['a comma in a list', '{ 99001 ; 99002 }', '{ 99001, 99002 }', 'BAR121', ',', true, '« ; »'],
    ['a comma between values', '(chez_particulier ; chez_parents)', '(chez_particulier, chez_parents)', 'BAR121', ',', true, '« ; »'],
    ['no colon', 'situations : chez_parents', 'situations chez_parents', 'BAR121', 'chez_parents', true, '« : »'],
    ['no points', '15 points si', '15 si', 'BAR121', 'si', true, '« points »'],
    [
        'a brace too many',
        '24 derniers mois avec (adapté), plancher -30 points\n}',
        '24 derniers mois avec (adapté), plancher -30 points\n}}',
        'BAR122',
        '}',
        false,
        '« } »',
    ],
    ['a parenthesis missing', 'avec (adapté), plancher', 'avec (adapté, plancher', 'BAR122', ',', false, '« ) »'],
    ['a hyphen in the name of a criterion', 'critère durable "', 'critère longue-attente "', 'BAR124', 'longue-attente', false, '« longue_attente »'],
    ['a name in several words', 'critère emploi_local "', 'critère emploi local "', 'BAR124', 'emploi local', true, '« emploi_local »'],
    ['a name that begins by a word of the language', 'critère durable "', 'critère sans abri "', 'BAR124', 'sans abri', false, '« sans_abri »'],
    ['an article before a name', 'si ancienneté plus', 'si l’ancienneté plus', 'BAR124', 'l’ancienneté', false, '« l_ancienneté »'],
    ['a comment of another language', '\nliste villages', '\n# villages du sud\nliste villages', 'BAR125', '#', false, '« // »'],
    [
        'the condition first',
        '15 points si ancienneté plus de 24 mois',
        'si ancienneté plus de 24 mois alors 15 points',
        'BAR126',
        'si ancienneté plus de 24 mois alors 15 points',
        true,
        '« 15 points si',
    ],
    ['marks of two kinds', 'durable "Attente"', 'durable "Attente”', 'BAR120', '"Attente”', true, 'le même guillemet'],
    ['a mark never closed', 'durable "Attente" :', 'durable "Attente :', 'BAR120', '"', false, 'à la même ligne'],
    ['apostrophes around a text', 'durable "Attente"', "durable 'Attente'", 'BAR120', "'Attente'", true, 'guillemets droits'],
    ['a label without marks', 'durable "Attente" :', 'durable Longue attente :', 'BAR120', 'Longue attente', false, 'guillemets droits'],
    ['a year of two digits', 'd’examen : 15/03/2024', 'd’examen : 15/03/24', 'BAR109', '15/03/24', false, '31/01/2024'],
    ['a date with points', 'd’examen : 15/03/2024', 'd’examen : 15.03.2024', 'BAR109', '15.03.2024', true, '31/01/2024'],
    ['a day that is none, in the head of a version', 'en vigueur du 01/01/2024', 'en vigueur du 31/06/2024', 'BAR109', '31/06/2024', false, 'Corrigez le jour'],
    ['a ratio as a number', 'situations : chez_parents', 'taux_effort : 0,4 ; situations : chez_parents', 'BAR303', '0,4', false, '« 40 % »'],
    ['a value after « ou »', 'contient sans_abri\n', 'contient sans_abri ou squat\n', 'BAR201', 'squat', false, 'contient parmi (sans_abri ; squat)'],
    ['an amount without its period', '950 € par mois\n', '950\n', 'BAR301', 'ressources moins de 950', false, '« 950 € par mois »'],
    ['a name twice', 'critère durable', 'critère modeste', 'BAR204', 'modeste', false, 'autre nom'],
];

describe('a slip of the pen', () => {
    it('is not found in what is well written', () => {
        expect(REFERENCE.diagnostics).toEqual([]);
    });

    it.each(ROWS)('%s', (_, right, wrong, code, underlined, mended, says) => {
        expect(WRITTEN.split(right).length, 'the sentence stands once').toBe(2);
        const text = WRITTEN.replace(right, wrong);
        const { diagnostics } = compiled(text);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.map((found) => [found.code, text.slice(found.location?.start, found.location?.end)])).toEqual([[code, underlined]]);
        expect(errors[0]?.remedy).toContain(says);
        const after = compiled(edited(text, errors[0]?.fix?.edits ?? []));
        if (mended) expect(meaningOf(after)).toEqual(meaningOf(REFERENCE));
    });
});

describe('typography that people paste is read', () => {
    it.each([
        ['a true minus sign', ': -10 points', ': \u221210 points'],
        ['a dash before a number', ': -10 points', ': \u201310 points'],
        ['a dash and a space before a number', 'plancher -30', 'plancher \u2013 30'],
        ['a hyphen that never breaks', 'plancher -30', 'plancher \u201130'],
        ['curly quotes', '"À la rue"', '\u201CÀ la rue\u201D'],
        ['low quotes', '"À la rue"', '\u201EÀ la rue\u201C'],
        ['French quotes and their spaces', '"À la rue"', '\u00AB\u00A0À la rue\u00A0\u00BB'],
        ['French quotes without spaces', 'version "1"\n', 'version \u00AB1\u00BB\n'],
    ])('%s', (_, right, wrong) => {
        const found = compiled(WRITTEN.replace(right, wrong));
        expect(found.diagnostics).toEqual([]);
        expect(meaningOf(found)).toEqual(meaningOf(REFERENCE));
    });

    it.each([
        ['a dash between two numbers', 'moins de 950', 'moins de 400\u2013950'],
        ['a bullet that looks like a minus', '  critère durable "Attente" : 15', '  critère durable "Attente" :\n\u2013 15'],
    ])('but not %s, which may be read otherwise', (_, right, wrong) => {
        expect(compiled(WRITTEN.replace(right, wrong)).diagnostics.map(({ code }) => code)).toContain('BAR102');
    });
});

const lineOf = (sentence: string): number => WRITTEN.slice(0, WRITTEN.indexOf(sentence) + sentence.length).split('\n').length;

it('values on lines of their own without « ; »: told at each, and nothing else', () => {
    const text = `barème 1\nvocabulaire mots {\n  énumération Toit { rue "Rue" = RU\n    tiers "Tiers" = TI\n    ami "Ami" = AM }\n  demande { toit : Toit }\n}\n`;
    const { diagnostics } = compileSources([{ path: 'page.bareme', text }], parser);
    const told = diagnostics.map(({ code, remedy, location }) => [code, text.slice(location?.start, location?.end), remedy?.includes('« ; »')]);
    expect(told).toEqual([
        ['BAR121', 'tiers', true],
        ['BAR121', 'ami', true],
    ]);
});

it('one slip in each of eight sentences is told eight times, each at its place', () => {
    const taken: Row[] = [];
    let text = WRITTEN;
    for (const row of ROWS) {
        const [, right, wrong, , , mended] = row;
        // One slip a line: two of one line may be told as one.
        const apart = taken.every(([, other]) => lineOf(other) !== lineOf(right));
        if (!mended || !apart || taken.length === 8 || text.split(right).length !== 2) continue;
        taken.push(row);
        text = text.replace(right, wrong);
    }
    expect(taken.length).toBe(8);
    const codes = compiled(text)
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    expect([...codes].sort()).toEqual(taken.map(([, , , code]) => code).sort());
});
