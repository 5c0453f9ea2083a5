// The TextMate grammar of VS Code, made from the one that `langium generate` writes: its list of keywords is right, but its word
// boundaries are those of ASCII, it reads accented spellings alone, and it knows neither texts, dates, numbers nor names.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RAW = new URL('../syntaxes/generated/bareme.tmLanguage.json', import.meta.url);
const WRITTEN = new URL('../syntaxes/bareme.tmLanguage.json', import.meta.url);

const LETTER = 'A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_';
const NAME = '[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*';
const SPACE = '[ \\t\\u00A0\\u202F]';

/** Roots and what they hold: words that begin a declaration, most often followed by a name. */
const DECLARATIONS = new Set(
    'acte adéquation barème classement commission convention correspondance cotation critère demande déduit exclusion exemple garantie imputation liste logement membre membres objectif paramètre politique public route rubrique réservataire signale socle table territoire titulaire variante vocabulaire énumération'.split(
        ' ',
    ),
);

/** Values that the language itself names. */
const CONSTANTS = new Set(['oui', 'non', 'sans objet', 'non renseigné', 'à compléter', 'à confirmer', 'éligible', 'inéligible', 'incomplète', 'vide']);

/** Types and units. */
const UNITS = new Set(
    'point points mois an ans jour jours année années personne personnes m² date durée entier décimal montant ratio texte code oui/non événements'.split(' '),
);

/** What joins and compares. */
const OPERATORS = new Set(
    'et ou si sinon alors selon parmi contient hors sauf est n’est pas depuis entre avec par de à|au moins|au plus|moins de|plus de|à partir de|à partir du|jusqu’à|jusqu’au|avant le|après le|au-delà de|n’est pas'
        .split('|')
        .flatMap((part, index) => (index === 0 ? part.split(' ').filter((word) => word !== 'n’est' && word !== 'pas') : [part])),
);

const SCOPES = [
    ['storage.type.declaration.bareme', DECLARATIONS],
    ['constant.language.bareme', CONSTANTS],
    ['support.type.bareme', UNITS],
    ['keyword.operator.word.bareme', OPERATORS],
];

/** Every keyword of the generated grammar, the longest first. */
export function keywordsOf(raw) {
    const { match } = raw.patterns.find(({ name }) => name?.startsWith('keyword.'));
    const groups = [...match.matchAll(/\(([^()]*)\)/g)].flatMap(([, words]) => words.split('|'));
    return [...new Set(groups)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The grammar that VS Code reads. */
export function textMateGrammar(raw) {
    const keywords = keywordsOf(raw);
    const scoped = new Set(SCOPES.flatMap(([, words]) => [...words]));
    const rest = keywords.filter((word) => !scoped.has(word));
    const groups = [
        ...SCOPES.map(([name, words]) => ({ name, words: keywords.filter((word) => words.has(word)) })),
        { name: 'keyword.other.bareme', words: rest },
    ];
    const rule = ({ name, words }) => ({ name, match: `(?<![${LETTER}])(${words.map((word) => guarded(word, keywords)).join('|')})(?![${LETTER}])` });
    return {
        name: 'Barème',
        scopeName: 'source.bareme',
        fileTypes: ['bareme'],
        patterns: ['comments', 'texts', 'dates', 'declared', 'keywords', 'numbers', 'names', 'punctuation'].map((name) => ({ include: `#${name}` })),
        repository: {
            comments: {
                patterns: [
                    { name: 'comment.block.bareme', begin: '/\\*', end: '\\*/' },
                    { name: 'comment.line.double-slash.bareme', match: '//.*$' },
                ],
            },
            texts: {
                patterns: [
                    { name: 'string.quoted.double.bareme', begin: '"', end: '"|$' },
                    { name: 'string.quoted.other.bareme', match: '[\u201C-\u201F][^"\u201C-\u201F]*["\u201C-\u201F]|\u00AB[^"\u00AB\u00BB]*\u00BB' },
                ],
            },
            dates: {
                name: 'constant.numeric.date.bareme',
                match: `(?<![${LETTER}])([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(er)?${SPACE}(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)${SPACE}[0-9]{4})(?![${LETTER}])`,
            },
            declared: {
                match: `(?<![${LETTER}])(${alternatives(keywords.filter((word) => NAMED.has(word)))})${SPACE}+(${NAME})(?=\\s*("|:|,|\\{|\\(|de|version|pour|selon|si|=|$))`,
                captures: { 1: { name: 'storage.type.declaration.bareme' }, 2: { name: 'entity.name.function.bareme' } },
            },
            keywords: { patterns: groups.map(rule) },
            numbers: { name: 'constant.numeric.bareme', match: `(?<![${LETTER}])([1-9][0-9]{0,2}([ \\u00A0\\u202F][0-9]{3})+|[0-9]+)(?![0-9])(,[0-9]+)?` },
            names: { name: 'variable.other.bareme', match: NAME },
            punctuation: { name: 'punctuation.bareme', match: '[:;,|{}()=≠×+*/%€<>≤≥-]' },
        },
    };
}

/** Declarations that a name follows. */
const NAMED = new Set(
    'vocabulaire socle politique variante cotation rubrique critère liste table énumération route objectif convention garantie exclusion adéquation paramètre déduit correspondance réservataire titulaire'.split(
        ' ',
    ),
);

/** A keyword, where no longer one begins: `au plus` is not the beginning of `au plus proche`, which has another colour. */
function guarded(word, keywords) {
    const longer = keywords.filter((other) => other.startsWith(word) && other !== word && !/[\p{L}\p{N}]/u.test(other[word.length]));
    return spelling(word) + longer.map((other) => `(?!${spelling(other.slice(word.length))}(?![${LETTER}]))`).join('');
}

function alternatives(words) {
    return words.map(spelling).join('|');
}

const PLAIN = { à: 'a', â: 'a', é: 'e', è: 'e', ê: 'e', î: 'i', ô: 'o', û: 'u', ù: 'u', ç: 'c' };

/** A keyword as the lexer reads it: accents are optional, either apostrophe, any white space between its words. */
export function spelling(word) {
    return [...word]
        .map((letter) => {
            if (letter === ' ') return `${SPACE}+`;
            if (letter === '’' || letter === "'") return "['’]";
            return PLAIN[letter] === undefined ? letter.replace(/[.*+?^${}()|[\]\\/]/, '\\$&') : `[${letter}${PLAIN[letter]}]`;
        })
        .join('');
}

/** What the file must hold today. */
export function writtenGrammar() {
    return `${JSON.stringify(textMateGrammar(JSON.parse(readFileSync(RAW, 'utf8'))), undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(WRITTEN, writtenGrammar());
