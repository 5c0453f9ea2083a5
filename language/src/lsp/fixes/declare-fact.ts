import { AstUtils, CstUtils, type AstNode } from 'langium';
import { isDateLiteral, isFactBlock, isNumberLiteral, isReference, isTest, isVocabulary, type NumberLiteral, type Reference } from '../../generated/ast.js';
import type { TextEdit } from '../../diagnostics/diagnostic.js';
import type { Fix, FixGround, FixProvider } from './fix.js';
import { declareFact as title } from '../words/fix-words.js';

/** A fact of the demand that no vocabulary declares, of the type that its place asks: among those of the same words, or in a part of its own. */
export const declareFact: FixProvider = (ground, { location }): readonly Fix[] => {
    const root = ground.document.parseResult.value.$cstNode;
    const leaf = location && root && CstUtils.findLeafNodeAtOffset(root, location.start);
    const reference = leaf && AstUtils.getContainerOfType(leaf.astNode, isReference);
    if (reference === undefined || reference.owner !== undefined) return [];
    const type = typeAskedOf(reference);
    const edit = type === undefined ? undefined : declaration(ground, `${reference.word} : ${type}`);
    return edit === undefined || type === undefined ? [] : [{ title: title(reference.word, type), edits: [edit] }];
};

/** Where a name alone is a condition, and where it is the day that a length is counted from. */
const CONDITIONS: ReadonlySet<string> = new Set([
    'Conjunction',
    'Disjunction',
    'Negation',
    'Criterion',
    'Unscored',
    'Exclusion',
    'Objective',
    'Route',
    'Signal',
]);
const DAYS: ReadonlySet<string> = new Set(['TimeRate', 'Since', 'ElapsedCount']);

/** What the words around the name say of its type; nothing where they say too little. */
export function typeAskedOf(reference: Reference): string | undefined {
    const { $container: parent } = reference as { readonly $container: AstNode };
    if (CONDITIONS.has(parent.$type)) return 'oui/non';
    if (DAYS.has(parent.$type)) return 'date';
    if (!isTest(parent) || parent.left !== reference) return undefined;
    if (isDateLiteral(parent.right)) return 'date';
    return isNumberLiteral(parent.right) ? typeOfNumber(parent.right) : undefined;
}

/** A number with a unit of its own has bounds, which only the author knows. */
function typeOfNumber({ unit, per }: NumberLiteral): string | undefined {
    switch (unit) {
        case '€':
            return per === undefined ? 'montant' : `montant par ${per}`;
        case '%':
            return 'ratio';
        case 'mois':
        case 'an':
        case 'ans':
        case 'jour':
        case 'jours':
            return 'durée';
        default:
            return unit === undefined ? 'entier' : undefined;
    }
}

/** In the first facts of the demand of a vocabulary that is written in this file; else in one more part of the vocabulary that it uses. */
function declaration({ document, path, text }: FixGround, words: string): TextEdit | undefined {
    const roots = AstUtils.streamAst(document.parseResult.value);
    const block = roots.filter(isFactBlock).find(({ owner, $container }) => owner === 'demande' && isVocabulary($container))?.$cstNode;
    if (block !== undefined) {
        const start = block.offset + block.text.indexOf('{') + 1;
        return { location: { path, start, end: start }, newText: ` ${words} ;` };
    }
    const used = usedIn(text);
    if (used === undefined) return undefined;
    const end = text.trimEnd().length;
    return { location: { path, start: end, end: text.length }, newText: `\n\nvocabulaire ${used} {\n  demande { ${words} }\n}\n` };
}

function usedIn(text: string): string | undefined {
    return /\butilise\s+([^\s,{]+)/.exec(text)?.[1];
}
