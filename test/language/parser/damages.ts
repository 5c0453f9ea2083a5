/** A kind of mechanical damage: where it strikes in a text whose texts and comments are blanked, and what it writes there. */
export interface Damage {
    readonly kind: string;
    readonly at: RegExp;
    readonly by: string | ((match: RegExpExecArray) => string);
    /** Whether it strikes in the whole text, quotation marks and comments included. */
    readonly raw?: boolean;
}

const swapped = (word: string): string => `${word.slice(0, 1)}${word.charAt(2)}${word.charAt(1)}${word.slice(3)}`;
const KEYWORDS =
    'critère|rubrique|cotation|classement|plafonné à|plafonnée à|plancher|points|révolu|depuis|contient|parmi|moins de|plus de|au moins|à partir de|selon|renseigné|cumulables|le plus favorable|justificatif exigé|énumération|demande|déduit|date|montant|entier|objectif|convention|exemple|attendu|variante|politique|version|utilise|réf|motif|sans objet';
const keyword = new RegExp(`(?<![\\p{L}_])(?:${KEYWORDS})(?![\\p{L}_])`, 'gu');
const NAME = /(?<![\p{L}\p{N}_])[\p{Ll}_]{3,}_[\p{L}\p{N}_]{2,}(?![\p{L}\p{N}_])/gu;
const TEXT = /"[^"\n]+"/g;
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_’'])(?:${pattern})(?![\\p{L}\\p{N}_])`, 'gu');

/** What a hand, a keyboard, a word processor or a habit of another language does to a policy. */
export const DAMAGES: readonly Damage[] = [
    { kind: 'a semicolon lost', at: /;/g, by: '' },
    { kind: 'a comma for a semicolon', at: /;/g, by: ',' },
    { kind: 'a semicolon for a comma', at: /,(?= )/g, by: ' ;' },
    { kind: 'a semicolon twice', at: /;/g, by: '; ;' },
    { kind: 'a colon lost', at: / :/g, by: '' },
    { kind: 'an equals sign for a colon', at: / :/g, by: ' =' },
    { kind: 'a comma lost', at: /,(?= )/g, by: '' },
    { kind: 'a brace never opened', at: /\{/g, by: '' },
    { kind: 'a brace never closed', at: /\}/g, by: '' },
    { kind: 'a brace closed twice', at: /\}/g, by: '}}' },
    { kind: 'a parenthesis never opened', at: /\(/g, by: '' },
    { kind: 'a parenthesis never closed', at: /\)/g, by: '' },
    { kind: 'a parenthesis closed twice', at: /\)/g, by: '))' },
    { kind: 'brackets for parentheses', at: /\(/g, by: '[' },
    { kind: 'a text never opened', at: TEXT, by: ([text]) => text.slice(1), raw: true },
    { kind: 'a text never closed', at: TEXT, by: ([text]) => text.slice(0, -1), raw: true },
    { kind: 'a text closed by another mark', at: TEXT, by: ([text]) => `${text.slice(0, -1)}\u201D`, raw: true },
    { kind: 'a text between apostrophes', at: TEXT, by: ([text]) => `'${text.slice(1, -1)}'`, raw: true },
    { kind: 'a text between curly marks', at: TEXT, by: ([text]) => `\u201C${text.slice(1, -1)}\u201D`, raw: true },
    { kind: 'a text between French marks', at: TEXT, by: ([text]) => `\u00AB\u00A0${text.slice(1, -1)}\u00A0\u00BB`, raw: true },
    { kind: 'a text over two lines', at: /"[^"\n]+ [^"\n]+"/g, by: ([text]) => text.replace(' ', '\n'), raw: true },
    { kind: 'a text without marks', at: TEXT, by: ([text]) => text.slice(1, -1), raw: true },
    { kind: 'an en dash for a minus', at: /-(?=[0-9])/g, by: '\u2013' },
    { kind: 'a true minus', at: /-(?=[0-9])/g, by: '\u2212' },
    { kind: 'an em dash for a minus', at: /-(?=[0-9])/g, by: '\u2014' },
    { kind: 'capitals', at: keyword, by: ([found]) => found.toUpperCase() },
    { kind: 'a capital letter first', at: keyword, by: ([found]) => found.charAt(0).toUpperCase() + found.slice(1) },
    { kind: 'a letter of a keyword lost', at: keyword, by: ([found]) => found.slice(0, 2) + found.slice(3) },
    { kind: 'a letter of a keyword twice', at: keyword, by: ([found]) => found.slice(0, 2) + found.charAt(1) + found.slice(2) },
    { kind: 'two letters of a keyword swapped', at: keyword, by: ([found]) => swapped(found) },
    { kind: 'a keyword lost', at: keyword, by: '' },
    { kind: 'a keyword twice', at: keyword, by: ([found]) => `${found} ${found}` },
    { kind: 'a letter of a name lost', at: NAME, by: ([found]) => found.slice(0, 2) + found.slice(3) },
    { kind: 'the last letter of a name lost', at: NAME, by: ([found]) => found.slice(0, -1) },
    { kind: 'two letters of a name swapped', at: NAME, by: ([found]) => swapped(found) },
    { kind: 'a hyphen in a name', at: NAME, by: ([found]) => found.replace('_', '-') },
    { kind: 'a space in a name', at: NAME, by: ([found]) => found.replace('_', ' ') },
    { kind: 'an article before a name', at: NAME, by: ([found]) => `l’${found}` },
    { kind: 'a number of a value lost', at: /(?<![\p{L}\p{N}_])T[1-9](?![\p{L}\p{N}_])/gu, by: 'T' },
    { kind: 'a decimal point', at: /(?<=[0-9]),(?=[0-9])/g, by: '.' },
    { kind: 'a point for thousands', at: /(?<=[0-9]) (?=[0-9]{3}(?![0-9]))/g, by: '.' },
    { kind: 'a comma for thousands', at: /(?<=[0-9]) (?=[0-9]{3}(?![0-9]))/g, by: ',' },
    { kind: 'a year of two digits', at: /(?<=[0-9]{2}\/[0-9]{2}\/)20(?=[0-9]{2})/g, by: '' },
    { kind: 'a date with points', at: /[0-9]{2}\/[0-9]{2}\/[0-9]{4}/g, by: ([found]) => found.replaceAll('/', '.') },
    { kind: 'a day that is none', at: /(?<![0-9])[0-9]{2}(?=\/[0-9]{2}\/[0-9]{4})/g, by: '32' },
    { kind: 'a sign for less', at: word('moins de'), by: '<' },
    { kind: 'a sign for more', at: word('plus de'), by: '>' },
    { kind: 'a sign for at least', at: word('au moins|à partir de'), by: '>=' },
    { kind: 'a sign for at most', at: word('au plus|jusqu’à'), by: '≤' },
    { kind: 'greater than, as one says', at: word('plus de'), by: 'supérieur à' },
    { kind: 'at least, as one says', at: word('au moins'), by: 'supérieur ou égal à' },
    { kind: 'a double equals sign', at: word('est'), by: '==' },
    { kind: 'is for contains', at: word('contient'), by: 'est' },
    { kind: 'contains for is', at: word('est'), by: 'contient' },
    { kind: 'an ampersand', at: word('et'), by: '&' },
    { kind: 'no percent', at: / ?%/g, by: '' },
    { kind: 'no euro', at: / ?€/g, by: '' },
    { kind: 'the euro first', at: /([0-9][0-9 ]*[0-9]) €/g, by: (match) => `€${match[1] ?? ''}` },
    { kind: 'no period', at: / par (?:mois|an)(?! révolu| commencé)/g, by: '' },
    { kind: 'no condition', at: word('si'), by: '' },
    { kind: 'a comment sign before a line', at: /^(?=\s*\S)/gm, by: '# ' },
    { kind: 'a comment sign before a word', at: / (?=[\p{L}"])/gu, by: ' # ' },
    { kind: 'a comment of another language', at: /\/\//g, by: '#', raw: true },
    { kind: 'a bullet before a line', at: /^(?=\s*\S)/gm, by: '• ' },
    { kind: 'a mark that does not show, in a word', at: keyword, by: ([found]) => `${found.slice(0, 2)}\u200B${found.slice(2)}` },
    { kind: 'a sign of no word', at: / (?=\p{L})/gu, by: ' @ ' },
    { kind: 'a line lost', at: /^[^\n]*\S[^\n]*\n/gm, by: '' },
    { kind: 'a line twice', at: /^[^\n]*\S[^\n]*\n/gm, by: ([line]) => line + line, raw: true },
];

/** A text after one damage, by a number that chooses where; nothing where it strikes nowhere. */
export function damaged(text: string, { at, by, raw }: Damage, choice: number): string | undefined {
    const sight = raw === true ? text : text.replace(/"[^"\n]*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (hidden) => hidden.replace(/[^\n]/g, '\u0001'));
    const places = [...sight.matchAll(at)];
    const place = places[choice % Math.max(1, places.length)];
    if (place === undefined) return undefined;
    const end = place.index + place[0].length;
    const written = typeof by === 'string' ? by : by(new RegExp(at.source, at.flags.replace('g', '')).exec(text.slice(place.index, end)) ?? place);
    return text.slice(0, place.index) + written + text.slice(end);
}
