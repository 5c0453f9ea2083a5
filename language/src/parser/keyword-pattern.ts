/**
 * The pattern of a keyword: each accented letter also matches without its accent (and decomposed, as some editors write it),
 * either apostrophe is accepted, words may be separated by any white space, and a word never continues past the keyword.
 */
export function keywordPattern(keyword: string): RegExp {
    const words = keyword.split(' ').map((word) => [...word].map(characterPattern).join(''));
    return new RegExp(words.join('[ \\t\\u00A0\\u202F\\r\\n]+') + notBefore(keyword), 'y');
}

/** What must not follow a keyword: the rest of a longer name, or what would make of the sign of division the start of a comment. */
function notBefore(keyword: string): string {
    if (keyword === '/') return '(?![/*])';
    return LETTER.test(keyword.at(-1) ?? '') ? `(?!${NAME_CHARACTER})` : '';
}

/** A character that may continue a name; the same class as the terminal `ID`. */
export const NAME_CHARACTER = '[A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]';

const LETTER = /[A-Za-zÀ-ÖØ-öø-ÿŒœŸ]/;

/** Accented letters of the language's keywords, with the plain letter that may stand for each. */
const PLAIN_LETTERS = new Map([
    ['à', 'a'],
    ['â', 'a'],
    ['ç', 'c'],
    ['è', 'e'],
    ['é', 'e'],
    ['ê', 'e'],
    ['î', 'i'],
    ['ô', 'o'],
    ['û', 'u'],
]);

function characterPattern(character: string): string {
    const plain = PLAIN_LETTERS.get(character);
    if (plain !== undefined) return `(?:${character}|${plain})`;
    if (character === '’' || character === "'") return "['’]";
    return character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
