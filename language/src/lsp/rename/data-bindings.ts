import { AstUtils, CstUtils, type AstNode } from 'langium';
import type { TextEdit } from '../../diagnostics/diagnostic.js';
import { isEnumerationValue, isFactDeclaration, type EnumerationValue, type FactDeclaration } from '../../generated/ast.js';
import type { ParsedSource } from '../../parser/source-text.js';
import { wordNodes } from '../../references/word-nodes.js';
import type { Occurrence } from '../../references/occurrences.js';
import type { RenameRefusal } from '../words/rename-words.js';

/** A declaration and the name that it is given. */
export interface NewName {
    readonly declaration: Occurrence;
    readonly source: ParsedSource;
    readonly name: string;
}

/**
 * Data name a fact by its own name where it has no `colonne`, and a value by its own name among its codes: the clause that keeps the former
 * name for the data, or takes it back where the new name says it by itself.
 */
export function dataBinding({ declaration, source, name }: NewName): readonly TextEdit[] | RenameRefusal {
    const node = declaredBy(declaration, source);
    if (node === undefined) return [];
    if (isFactDeclaration(node)) return factBinding(node, { declaration, source, name });
    if (isEnumerationValue(node)) return valueBinding(node, { declaration, source, name });
    return [];
}

function declaredBy({ start }: Occurrence, { tree }: ParsedSource): AstNode | undefined {
    const leaf = tree?.$cstNode && CstUtils.findLeafNodeAtOffset(tree.$cstNode, start);
    return (
        leaf &&
        AstUtils.getContainerOfType(leaf.astNode, (node): node is FactDeclaration | EnumerationValue => isFactDeclaration(node) || isEnumerationValue(node))
    );
}

function factBinding(node: FactDeclaration, { declaration, source, name }: NewName): readonly TextEdit[] | RenameRefusal {
    const { path } = source;
    if (node.type?.kind === 'événements') return { kind: 'events-table', name: declaration.symbol.name };
    const [column] = wordNodes(node, 'column');
    if (column === undefined) {
        const after = wordNodes(node, 'label')[0]?.end ?? node.type?.$cstNode?.end ?? declaration.end;
        return [{ location: { path, start: after, end: after }, newText: ` colonne "${declaration.symbol.name}"` }];
    }
    if (node.column !== `"${name}"`) return [];
    const start = source.text.slice(0, column.offset).search(/\s+colonne\s*$/i);
    return start < 0 ? [] : [{ location: { path, start, end: column.end }, newText: '' }];
}

function valueBinding(node: EnumerationValue, { declaration, source, name }: NewName): readonly TextEdit[] | RenameRefusal {
    const other = node.$container.values.find((value) => value !== node && [value.label, ...value.codes].some((word) => word === name || word === `"${name}"`));
    if (other !== undefined) return { kind: 'word-of-data', name, value: other.name };
    const { path } = source;
    const codes = wordNodes(node, 'codes');
    const last = codes.at(-1);
    const kept = `"${declaration.symbol.name}"`;
    if (last === undefined) {
        const after = wordNodes(node, 'label')[0]?.end ?? declaration.end;
        return [{ location: { path, start: after, end: after }, newText: ` = ${kept}` }];
    }
    const own = codes.findIndex(({ text }) => text === `"${name}"`);
    if (own < 0) return [{ location: { path, start: last.end, end: last.end }, newText: `, ${kept}` }];
    const before = codes[own - 1]?.end ?? wordNodes(node, 'label')[0]?.end ?? declaration.end;
    return [{ location: { path, start: before, end: codes[own]?.end ?? before }, newText: '' }];
}
