import { AstUtils, CstUtils } from 'langium';
import { isReference } from '../../generated/ast.js';
import { conditionProposals } from '../completion/condition-items.js';
import type { Proposal } from '../completion/proposal.js';
import { rankOf } from '../completion/ranked-item.js';
import { symbolProposals } from '../completion/symbol-items.js';
import { writtenScope } from '../names/written-scope.js';
import { replaceByMeant } from '../words/fix-words.js';
import { typeAskedOf } from './declare-fact.js';
import type { FixProvider } from './fix.js';

const MOST_MEANT = 5;

/** A word of the field for a fact that has another name: the facts, and where a condition stands the conditions, that it looks for. */
export const nameMeant: FixProvider = ({ document, path, compilation }, { location }) => {
    const root = document.parseResult.value.$cstNode;
    const leaf = location && root && CstUtils.findLeafNodeAtOffset(root, location.start);
    const reference = leaf && AstUtils.getContainerOfType(leaf.astNode, isReference);
    if (reference === undefined || reference.owner !== undefined || location === undefined) return [];
    const scope = writtenScope(compilation, { document, path, offset: location.start });
    const isCondition = typeAskedOf(reference) === 'oui/non';
    const expected = isCondition ? { expected: { kind: 'boolean' } as const } : {};
    const names = symbolProposals({ compilation, scope, properties: ['word'], ...expected }).filter(({ rank }) => rank === '1');
    const proposals: readonly Proposal[] = [...names, ...(isCondition ? conditionProposals(compilation, scope) : [])];
    const found = proposals.flatMap((proposal) => {
        const rank = rankOf(proposal, reference.word);
        return rank === undefined ? [] : [{ ...proposal, order: `${rank}${proposal.label}` }];
    });
    return found
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .slice(0, MOST_MEANT)
        .map(({ text, title }) => ({ title: replaceByMeant(text, title), edits: [{ location, newText: text }] }));
};
