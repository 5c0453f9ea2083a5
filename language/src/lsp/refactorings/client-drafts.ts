import { CodeActionKind } from 'vscode-languageserver';
import { isCriterion, isPolicy } from '../../generated/ast.js';
import { unquoted } from '../../parser/typography.js';
import type { FixGround } from '../fixes/fix.js';
import { draftExample, draftVersion } from '../words/fix-words.js';
import { nodeAround } from './node-around.js';
import type { Refactoring, Selected } from './refactoring.js';

/** The commands of the client that write files; nothing where it has none. */
export interface DraftCommands {
    readonly versionCommand?: string;
    readonly exampleCommand?: string;
}

/** What the client may write from the place of the cursor: the next version, from the header of a policy; an example, from a criterion. */
export function clientDrafts({ document }: FixGround, { start }: Selected, { versionCommand, exampleCommand }: DraftCommands): readonly Refactoring[] {
    const policy = nodeAround(document, start, isPolicy);
    if (policy === undefined) return [];
    const about = { policy: policy.name, version: unquoted(policy.version) };
    const criterion = nodeAround(document, start, isCriterion);
    if (criterion !== undefined && exampleCommand !== undefined) {
        const argument = { ...about, criterion: criterion.name };
        return [{ title: draftExample(criterion.name), kind: CodeActionKind.Refactor, command: exampleCommand, argument }];
    }
    const firstItem = policy.items[0]?.$cstNode?.offset ?? Number.POSITIVE_INFINITY;
    if (start >= firstItem || versionCommand === undefined) return [];
    return [{ title: draftVersion(about), kind: CodeActionKind.Refactor, command: versionCommand, argument: about }];
}
