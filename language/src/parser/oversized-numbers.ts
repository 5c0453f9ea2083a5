import { GrammarUtils, type AstNode } from 'langium';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { SourceText } from './source-text.js';
import { treeNodes } from './tree-nodes.js';

/** Digits of a number of months, years or days, or of a count: more than any rule of this world has, fewer than would no longer be exact. */
const MOST_DIGITS = 6;
const TIME_UNITS = new Set(['mois', 'an', 'ans', 'jour', 'jours']);
const COUNTS = ['amount', 'days', 'count', 'rights', 'stock', 'year', 'places'] as const;

/** More digits than `MOST_DIGITS`, grouped or not: most texts hold none, and their trees are then not walked. */
const LONG_NUMBER = new RegExp(`[0-9](?:[ \\u00A0\\u202F]?[0-9]){${MOST_DIGITS}}`);

/** Durations and counts that nobody can mean: they would otherwise be cut to what a machine holds. */
export function oversizedNumbers(root: AstNode, { path, text }: SourceText): readonly Diagnostic[] {
    if (!LONG_NUMBER.test(text)) return [];
    return treeNodes(root).flatMap((node) => writtenCounts(node).flatMap((property) => oversized(node, property, path)));
}

function writtenCounts(node: AstNode): readonly string[] {
    if ('unit' in node && 'value' in node) return typeof node.unit === 'string' && TIME_UNITS.has(node.unit) ? ['value'] : [];
    return node.$type === 'Objective' || node.$type === 'TrajectoryStep' ? [] : COUNTS.filter((property) => property in node);
}

function oversized(node: AstNode, property: string, path: string): readonly Diagnostic[] {
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property);
    const digits = cst?.text.split(',')[0]?.replace(/\D/g, '').replace(/^0+/, '') ?? '';
    if (cst === undefined || digits.length <= MOST_DIGITS || !/^[0-9]/.test(cst.text)) return [];
    return [report('BAR116', { digits: String(digits.length), most: String(MOST_DIGITS) }, { path, start: cst.offset, end: cst.end })];
}
