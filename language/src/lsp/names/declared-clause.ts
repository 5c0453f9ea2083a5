import { CstUtils, type AstNode } from 'langium';
import type { Compilation } from '../../compiler/compilation.js';
import { unquoted } from '../../parser/typography.js';
import type { Occurrence } from '../../references/occurrences.js';

/** What declares a name: its node, and its clause as written. */
export interface DeclaredClause {
    readonly node: AstNode;
    readonly text: string;
    /** The label between quotation marks, where it has one. */
    readonly label?: string;
}

/** The clause around a declaration; nothing in a file that was refused whole. */
export function declaredClause({ sources }: Compilation, { path, start }: Occurrence): DeclaredClause | undefined {
    const source = sources.find((each) => each.path === path);
    const leaf = source?.tree?.$cstNode && CstUtils.findLeafNodeAtOffset(source.tree.$cstNode, start);
    const node = leaf?.astNode;
    const cst = node?.$cstNode;
    if (source === undefined || node === undefined || cst === undefined) return undefined;
    const { label } = node as AstNode & { readonly label?: unknown };
    return { node, text: source.text.slice(cst.offset, cst.end), ...(typeof label === 'string' ? { label: unquoted(label) } : {}) };
}
