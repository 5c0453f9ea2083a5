import type { FactDeclaration } from '../ir/value-type.js';
import { foldedText } from './words-of-enumeration.js';

/** A text as the column writes it, and the word of a correspondance that it means. */
export type ProposedCode = readonly [code: string, meaning: string];

const YES = ['o', 'y', 'yes', 'v', 't', 'x', 'ok'];
const NO = ['n', 'no', 'f'];
const UNKNOWN = [
    'nd',
    'nr',
    'nc',
    'nsp',
    'na',
    'n/a',
    '#n/a',
    'n.c.',
    'n.d.',
    'null',
    'none',
    'nan',
    '?',
    '-',
    '--',
    'inconnu',
    'inconnue',
    'non communique',
    'non precise',
];

const MEANINGS: ReadonlyMap<string, string> = new Map(UNKNOWN.map((word) => [word, 'non renseigné']));
const BOOLEAN_MEANINGS: ReadonlyMap<string, string> = new Map([
    ...MEANINGS,
    ...YES.map((word) => [word, 'oui'] as const),
    ...NO.map((word) => [word, 'non'] as const),
]);

/**
 * Of the texts that a column's fact refuses, those that people commonly write for yes, no and « unknown », with what they mean: lines to add to
 * a correspondance. The words are of lists of ours, so that showing them shows no content of a file.
 */
export function proposedCodes(refused: Iterable<string>, { type }: FactDeclaration): readonly ProposedCode[] {
    const known = type.kind === 'boolean' ? BOOLEAN_MEANINGS : MEANINGS;
    const proposed = [...refused].flatMap((text) => {
        const meaning = known.get(foldedText(text));
        return meaning === undefined ? [] : [[text, meaning] as const];
    });
    return proposed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
