import type { AstNode } from 'langium';
import { DefaultFoldingRangeProvider } from 'langium/lsp';
import { isStatement } from '../parser/sound-tree.js';

/** Statements and comments fold; an expression over several lines does not. */
export class BaremeFoldingRanges extends DefaultFoldingRangeProvider {
    protected override shouldProcess(node: AstNode): boolean {
        return isStatement(node);
    }
}
