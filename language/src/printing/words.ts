/** Words of the language that no name may be; accents count for nothing, since keywords are read without them too. */
export const RESERVED_WORDS: readonly string[] = (
    'acte adéquation ajoute alors années approximation arrondi arrondie attendu au avec avertissement barème classement combine commencé ' +
    'commencés confirme contient convention correspondance cotation critère cumulables de depuis derniers dernières des dont du décimal décimales ' +
    'déclarée déduit en entre est et exclusion exemple fixe garantie hors imputation incomplète inférieur inéligible justifié justifiés le liste manque ' +
    'non objectif ordonnée orientation ou oui où par paramètre parmi plancher plusieurs politique pour proposé remplace renseigné reprend retire route rubrique ' +
    'réf révolu révolus sans sauf selon si signale sinon socle supérieur table titulaire utilise variante vers vide vocabulaire vérifiée à énumération'
).split(' ');

/** Words of the language that may also be names, but not units. */
export const SOFT_WORDS: readonly string[] = (
    'an année ans appréciation attribution attribué avis bail baux candidature catégorie code codes colonne colonnes commission communes constante cours date dates décompte ' +
    'demande demandes durée décimale entier examen fichier grand jointes jour jours jusqu’au justificatif ligne lignes logement majoration membre milliers mois montant motif nombre ' +
    'note numéro objet ordre orienté part personne personnes petit plafond point points priorité public publication ratio rôle signés simulation source séparateur territoire texte ' +
    'tirage trajectoire valeur version éligible épci événements'
).split(' ');

/** Keywords made of several words that may begin where a name ends: `plus de`, after a fact named `plus`. */
export const KEYWORD_PAIRS: readonly string[] = [
    'ajoute à',
    'après le',
    'avant le',
    'bilan par',
    'délibérée le',
    'majoré de',
    'majorée de',
    'moins de',
    'multipliée par',
    'nombre de',
    'plafonné à',
    'plafonnée à',
    'plus de',
    'signé le',
    'signée le',
    'somme de',
    'séparée par',
    'évaluation le',
];

const RESERVED = new Set(RESERVED_WORDS.map(withoutAccents));
const SOFT = new Set(SOFT_WORDS.map(withoutAccents));
const PAIRS = new Set(KEYWORD_PAIRS.map(withoutAccents));
const NAME = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/;
const DIGITS = /^[0-9]{1,30}$/;
const LAST_WORD = /[A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]+$/;

function withoutAccents(word: string): string {
    return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a word can be written as a name. */
export function isName(word: string): boolean {
    return NAME.test(word) && !RESERVED.has(withoutAccents(word));
}

/** Whether a word can be written as a unit that the language does not know itself. */
export function isUnitName(word: string): boolean {
    return word === 'personne' || (isName(word) && !SOFT.has(withoutAccents(word)));
}

/** A text between straight double quotes, which it cannot itself contain. */
export function quoted(text: string): string {
    return `"${text.replace(/"/g, '”').replace(/[\r\n]+/g, ' ')}"`;
}

/** A word of a list or of a nomenclature: bare when it is a name or, with `digits`, when it is made of digits. */
export function wordOrText(word: string, digits: 'digits' | 'quoted'): string {
    return isName(word) || (digits === 'digits' && DIGITS.test(word)) ? word : quoted(word);
}

/** A word of a code: bare digits, or a text. */
export function codeText(word: string): string {
    return DIGITS.test(word) ? word : quoted(word);
}

/** What precedes a word of the language; between parentheses where the two together would read as another keyword. */
export function beforeWord(left: string, word: string): string {
    const last = LAST_WORD.exec(left)?.[0] ?? '';
    return PAIRS.has(withoutAccents(`${last} ${word.split(' ')[0] ?? ''}`)) ? `(${left})` : left;
}
