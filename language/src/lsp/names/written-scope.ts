import type { LangiumDocument } from 'langium';
import type { Compilation } from '../../compiler/compilation.js';
import { isPolicy, isSourceFile } from '../../generated/ast.js';
import type { RootScope } from '../../references/occurrences.js';
import { rootScope } from '../../references/root-scopes.js';

/** A place of a document. */
export interface WrittenPlace {
    readonly document: LangiumDocument;
    readonly path: string;
    readonly offset: number;
}

/** The root around a place as it is written, even unfinished: one that is not sound is not compiled, and has no scope among the names. */
export function writtenScope({ sources }: Compilation, { document, path, offset }: WrittenPlace): Pick<RootScope, 'id' | 'parents'> {
    const tree = document.parseResult.value;
    if (!isSourceFile(tree)) return { id: '', parents: [] };
    const before = tree.roots.filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset);
    const root = before.at(-1);
    const versions = sources.flatMap(({ tree: each }) => each?.roots.filter(isPolicy) ?? []);
    return root === undefined ? { id: '', parents: [] } : rootScope(root, path, versions);
}
