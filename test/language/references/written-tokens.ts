import { AstUtils, CstUtils, GrammarAST, isAstNode, type AstNode, type CstNode } from 'langium';
import type { SourceFile } from '../../../language/src/generated/ast.js';

/** A token that the grammar reads as a name, and the property that it gives. */
export interface NameToken {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** `Criterion.exclusive`: the type of the node and its property. */
    readonly property: string;
    readonly node: AstNode;
}

/** The rules of the grammar that read names, and the property by which a version is named. */
const NAME_RULES: ReadonlySet<string> = new Set(['Nom', 'ID', 'UniteNommee', 'InheritedKind', 'SourceCode', 'UniteDeNombre']);

/** Every name of a file, by its place. */
export function nameTokens(root: SourceFile): readonly NameToken[] {
    if (root.$cstNode === undefined) return [];
    return CstUtils.streamCst(root.$cstNode)
        .flatMap((cst) => tokenOf(cst) ?? [])
        .toArray();
}

function tokenOf(cst: CstNode): NameToken[] | undefined {
    const source = cst.grammarSource;
    const assignment = AstUtils.getContainerOfType(source, GrammarAST.isAssignment);
    if (assignment === undefined || !isAstNode(source) || source.$container?.$type === undefined) return undefined;
    const isName = GrammarAST.isRuleCall(source) && NAME_RULES.has(source.rule.ref?.name ?? '');
    const isVersion = assignment.feature === 'version' && GrammarAST.isRuleCall(source) && source.rule.ref?.name === 'TEXTE';
    if (!isName && !isVersion) return undefined;
    const [start, end] = isVersion ? [cst.offset + 1, cst.end - 1] : [cst.offset, cst.end];
    return [{ start, end, text: isVersion ? cst.text.slice(1, -1) : cst.text, property: `${cst.astNode.$type}.${assignment.feature}`, node: cst.astNode }];
}
