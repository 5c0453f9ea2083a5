import { AstUtils, CstUtils, GrammarAST, GrammarUtils, isAstNode, isCompositeCstNode, type CstNode } from 'langium';
import type { SourceFile } from '../../../language/src/generated/ast.js';

/** Something written in a file that must count: what is read into a property of a node, and texts in which it is not there or is another. */
export interface WrittenPart {
    /** `Criterion.limits`: the type of the node and its property. */
    readonly property: string;
    readonly start: number;
    readonly end: number;
    /** Texts without it, the likeliest to be read first; and texts with another value in its place. */
    readonly without: readonly string[];
    readonly altered: readonly string[];
    /** Texts with values of other forms in its place: no two of them may say the same, unless something is found. */
    readonly forms: readonly string[];
}

interface Token {
    readonly start: number;
    readonly end: number;
}

/** Every part of a file that the grammar reads into a property, clauses before what they hold. */
export function writtenParts(root: SourceFile, text: string): readonly WrittenPart[] {
    if (root.$cstNode === undefined || !isCompositeCstNode(root.$cstNode)) return [];
    const tokens = CstUtils.flattenCst(root.$cstNode)
        .map(({ offset, end }) => ({ start: offset, end }))
        .toArray();
    const parts: WrittenPart[] = [];
    const visit = (cst: CstNode): void => {
        const part = partOf(cst, text, tokens);
        if (part !== undefined) parts.push(part);
        if (isCompositeCstNode(cst)) cst.content.forEach(visit);
    };
    root.$cstNode.content.forEach(visit);
    return parts;
}

function partOf(cst: CstNode, text: string, tokens: readonly Token[]): WrittenPart | undefined {
    const assignment = AstUtils.getContainerOfType(cst.grammarSource, GrammarAST.isAssignment);
    if (assignment === undefined || cst.end === cst.offset) return undefined;
    const property = `${(isNode(cst) ? (cst.astNode.$container ?? cst.astNode) : cst.astNode).$type}.${assignment.feature}`;
    return {
        property,
        start: cst.offset,
        end: cst.end,
        without: textsWithout(cst, text, tokens),
        altered: textsAltered(cst, text, assignment),
        forms: formsOf(cst, text),
    };
}

/** Whether the words make a node of their own, which the property holds; else they are words of the node that has it. */
function isNode({ grammarSource }: CstNode): boolean {
    const rule = GrammarAST.isRuleCall(grammarSource) ? grammarSource.rule.ref : undefined;
    return GrammarAST.isParserRule(rule) && !GrammarUtils.isDataTypeRule(rule);
}

/** How many tokens go with a part that is taken away: `si` before a condition, `;` after an item. */
const WITH: readonly (readonly [before: number, after: number])[] = [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 0],
    [1, 1],
    [2, 1],
    [3, 0],
];

function textsWithout({ offset, end }: CstNode, text: string, tokens: readonly Token[]): readonly string[] {
    const first = tokens.findIndex(({ start }) => start >= offset);
    const last = tokens.findLastIndex((token) => token.end <= end);
    return WITH.flatMap(([before, after]) => {
        const from = tokens[first - before];
        const to = tokens[last + after];
        return from === undefined || to === undefined ? [] : [`${text.slice(0, from.start)} ${text.slice(to.end)}`];
    });
}

function textsAltered(cst: CstNode, text: string, assignment: GrammarAST.Assignment): readonly string[] {
    if (isCompositeCstNode(cst) && cst.content.length > 1) return [];
    return otherWords(cst, assignment).map((word) => text.slice(0, cst.offset) + word + text.slice(cst.end));
}

/** Values that differ by what is easily forgotten: a sign, a unit, a period, decimals. */
const FORMS = ['5', '-5', '5,5', '5 %', '5 % par mois', '5 par mois', '5 € par mois', '5 € par an', '5 personnes par an', '5 mois', '5 ans', '5 ans par an'];

function formsOf(cst: CstNode, text: string): readonly string[] {
    const rule = GrammarAST.isRuleCall(cst.grammarSource) ? cst.grammarSource.rule.ref?.name : undefined;
    return rule === 'Literal' || rule === 'TableCell' ? FORMS.map((form) => text.slice(0, cst.offset) + form + text.slice(cst.end)) : [];
}

/** Words that say the same: taking one for another changes nothing. */
const SYNONYMS: readonly (readonly string[])[] = [
    ['plafonnée à', 'plafonné à'],
    ['majorée de', 'majoré de'],
    ['sauf', 'hors'],
    ['de', 'avec'],
    ['à partir de', 'à partir du', 'au moins', 'après le', 'plus de'],
    ['jusqu’à', 'jusqu’au', 'au plus', 'avant le', 'moins de'],
    ['est', '='],
    ['*', '×'],
    ['/', 'par'],
    ['point', 'points'],
    ['an', 'ans', 'années'],
    ['jour', 'jours'],
    ['épci', 'territoire'],
    ['signé le', 'signée le'],
    ['la plus longue', 'le plus grand', 'la plus grande', 'la plus récente'],
    ['la plus courte', 'le plus petit', 'la plus petite', 'la plus ancienne'],
];

/** Other words of the same kind: a number, a day, a text, or the keywords that the grammar allows in that place. */
function otherWords(cst: CstNode, { terminal }: GrammarAST.Assignment): readonly string[] {
    const rule = GrammarAST.isRuleCall(cst.grammarSource) ? cst.grammarSource.rule.ref?.name : undefined;
    if (rule === 'NOMBRE') return [otherNumber(cst.text), ...(cst.text.includes(',') ? [] : [`${cst.text},5`])];
    if (rule === 'DATE_CIVILE') return ['13/10/2024', '14/11/2019'].filter((day) => day !== cst.text);
    if (rule === 'TEXTE') return [cst.text.replace(/"$/, 'x"')];
    const word = cst.text.replace(/'/g, '’').toLowerCase();
    const same = SYNONYMS.find((group) => group.includes(word)) ?? [word];
    return keywordsIn(terminal).filter((keyword) => !same.includes(keyword));
}

/** The number with another first digit: of the same length, and never 0. */
function otherNumber(text: string): string {
    return text.replace(/[0-9]/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
}

function keywordsIn(element: unknown): readonly string[] {
    if (!isAstNode(element)) return [];
    if (GrammarAST.isKeyword(element)) return [element.value];
    return GrammarAST.isAlternatives(element) ? element.elements.flatMap(keywordsIn) : [];
}
