import { AstUtils, CstUtils } from 'langium';
import { isAct, isPolicy, isSocle, isValueSet } from '../../generated/ast.js';
import { containersOf } from '../names/containers.js';
import type { FixProvider } from './fix.js';
import { declareList as title } from '../words/fix-words.js';

/**
 * A list that the policy does not have, written before the clause that reads it. It is empty: which words it holds is for the author to say,
 * and the checker says of the clause that nothing meets it until then.
 */
export const declareList: FixProvider = ({ document, path, text }, { location }) => {
    const root = document.parseResult.value.$cstNode;
    const leaf = location && root && CstUtils.findLeafNodeAtOffset(root, location.start);
    const set = leaf && AstUtils.getContainerOfType(leaf.astNode, isValueSet);
    if (set?.list === undefined) return [];
    // The list belongs to the policy: a variant only replaces those that are there.
    const item = containersOf(set).find(({ $container }) => isPolicy($container) || isAct($container) || isSocle($container));
    const start = item?.$cstNode?.offset;
    if (start === undefined) return [];
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
    const newText = `liste ${set.list} { }${indent === undefined ? ' ' : `\n\n${indent}`}`;
    return [{ title: title(set.list), edits: [{ location: { path, start, end: start }, newText }] }];
};
