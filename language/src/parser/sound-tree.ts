import { type AstNode, AstUtils, CstUtils } from 'langium';
import type { IRecognitionException } from 'chevrotain';
import { reflection, type SourceFile } from '../generated/ast.js';

/** What an author writes and repairs as one piece: a syntax error inside one leaves the others readable. */
const STATEMENTS: ReadonlySet<string> = new Set([
    'Enumeration',
    'FactDeclaration',
    'DerivedFact',
    'Parameter',
    'Table',
    'TablePeriod',
    'TableRow',
    'NamedList',
    'TableSupplement',
    'ParameterConfirmation',
    'Scoring',
    'Rubric',
    'Criterion',
    'Ranking',
    'Unscored',
    'Exclusion',
    'Adequacy',
    'Signal',
    'Objective',
    'AnalogousDemands',
    'RefusalEffect',
    'Guarantee',
    'Commission',
    'SingleCandidate',
    'AllotmentGround',
    'Route',
    'Reservee',
    'Contingent',
    'Convention',
    'SignatureHeader',
    'TitleHeader',
    'PerimeterHeader',
    'ShareClause',
    'OutsideClause',
    'ReturnClause',
    'RoundingClause',
    'BalanceClause',
    'DelegationClause',
    'PooledShares',
    'SubtractionForecast',
    'Imputation',
    'ImputationLine',
    'Orientation',
    'TerritoryHeader',
    'CommunesHeader',
    'DateHeader',
    'OpinionHeader',
    'ForceHeader',
    'SuccessionHeader',
    'SourceHeader',
    'NoticeHeader',
    'UseHeader',
    'ApplyHeader',
    'InheritHeader',
    'SetPoints',
    'RemoveItem',
    'AddItem',
    'ReplaceCriterion',
    'CombineItem',
    'ReplaceRanking',
    'ReplaceList',
    'ReplaceRoute',
    'ReplaceConvention',
    'ReplaceOrientation',
    'AddRefusalEffect',
    'RemoveRefusalEffects',
    'ExampleDate',
    'ExampleProofs',
    'ExampleExpectation',
    'ExampleBlock',
    'ExampleField',
    'MappedField',
    'SourceTable',
    'Vocabulary',
    'Policy',
    'Act',
    'Variant',
    'Example',
    'Mapping',
]);

/** Whether a node is a statement. */
export function isStatement(node: AstNode): boolean {
    return STATEMENTS.has(node.$type);
}

/** A tree of sound statements, and what of the text is not in it. */
export interface SoundTree {
    readonly tree: SourceFile;
    readonly leftOut: readonly Stretch[];
}

/** A stretch of text, from an offset to another. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}

/**
 * The tree without the statements in which the parser stumbled, and without any that it left incomplete: a recovered statement may lack
 * what its type promises, and nothing after the parser should have to doubt it. The statement is the smallest one around the unexpected
 * word and the word before it.
 *
 * The whole tree stays as it is, for what reads unfinished text: only the nodes around what is left out are copied, the others are shared
 * and still name their first container.
 */
export function soundTree(root: SourceFile, errors: readonly IRecognitionException[]): SoundTree {
    const damaged = new Set<AstNode>();
    for (const error of errors) {
        for (const offset of offsetsOf(root, error)) {
            const statement = statementAt(root, offset);
            if (statement !== undefined) damaged.add(statement);
        }
    }
    const incomplete = errors.length === 0 ? [] : AstUtils.streamAst(root).filter(isIncomplete);
    for (const node of incomplete) damaged.add(statementOf(node) ?? node);
    const left = new Set([...damaged].flatMap((statement) => listItemAround(statement) ?? []));
    const tree = left.size === 0 ? root : withoutItems(root, left, containersOf(left));
    const end = root.$cstNode?.root.fullText.length ?? 0;
    return { tree, leftOut: [...[...left].flatMap(stretchOf), ...errors.map((error) => unread(error, end))] };
}

function stretchOf({ $cstNode }: AstNode): readonly Stretch[] {
    return $cstNode === undefined ? [] : [{ start: $cstNode.offset, end: $cstNode.end }];
}

/** The words that the parser passed over; all that follows what stands after the last root. */
function unread({ name, token, resyncedTokens }: IRecognitionException, end: number): Stretch {
    const start = token.startOffset >= 0 ? token.startOffset : end;
    const last = resyncedTokens.at(-1) ?? token;
    return { start, end: name === 'NotAllInputParsedException' || !(last.startOffset >= 0) ? end : last.startOffset + last.image.length };
}

/** Whether the parser gave up on a node: it has no kind of its own yet, or lacks what its type promises. */
function isIncomplete(node: AstNode): boolean {
    if (!reflection.isComplete(node) || reflection.getAllSubTypes(node.$type).some((type) => type !== node.$type)) return true;
    const held = propertiesOf(node);
    const { properties } = reflection.getTypeMetaData(node.$type);
    return Object.values(properties).some(({ name, optional, defaultValue }) => {
        const value = held[name];
        return optional !== true && Array.isArray(defaultValue) && Array.isArray(value) && value.length === 0;
    });
}

function offsetsOf(root: SourceFile, error: IRecognitionException): readonly number[] {
    const cst = root.$cstNode;
    if (cst === undefined) return [];
    const start = Number.isNaN(error.token.startOffset) ? cst.end : error.token.startOffset;
    const before = CstUtils.findLeafNodeBeforeOffset(cst, start - 1);
    const skipped = error.resyncedTokens.map((token) => token.startOffset);
    return [start, ...(before === undefined ? [] : [before.offset]), ...skipped].filter((offset) => !Number.isNaN(offset));
}

function statementAt(root: SourceFile, offset: number): AstNode | undefined {
    const cst = root.$cstNode;
    return statementOf(cst === undefined ? undefined : CstUtils.findLeafNodeAtOffset(cst, offset)?.astNode);
}

/** The smallest statement around a node, itself included. */
function statementOf(start: AstNode | undefined): AstNode | undefined {
    let node = start;
    while (node !== undefined && !(STATEMENTS.has(node.$type) && node.$container !== undefined)) node = node.$container;
    return node;
}

/** A statement is an item of a list of its container, or the container's only one of its kind: then the container is left out. */
function listItemAround(statement: AstNode): AstNode | undefined {
    const container = statement.$container;
    const property = statement.$containerProperty;
    if (container === undefined || property === undefined) return undefined;
    return Array.isArray(propertiesOf(container)[property]) ? statement : listItemAround(container);
}

function containersOf(items: ReadonlySet<AstNode>): ReadonlySet<AstNode> {
    const containers = new Set<AstNode>();
    for (const item of items) {
        for (let node = item.$container; node !== undefined && !containers.has(node); node = node.$container) containers.add(node);
    }
    return containers;
}

/** A copy of a container without the items left out, down to the containers of any of them. */
function withoutItems<Node extends AstNode>(node: Node, left: ReadonlySet<AstNode>, containers: ReadonlySet<AstNode>): Node {
    const copy = (value: unknown): unknown => (containers.has(value as AstNode) ? withoutItems(value as AstNode, left, containers) : value);
    const entries = Object.entries(propertiesOf(node)).map(([name, value]): [string, unknown] => {
        if (name.startsWith('$')) return [name, value];
        return [name, Array.isArray(value) ? value.filter((item) => !left.has(item as AstNode)).map(copy) : copy(value)];
    });
    return Object.fromEntries(entries) as unknown as Node;
}

function propertiesOf(node: AstNode): Readonly<Record<string, unknown>> {
    return node as unknown as Record<string, unknown>;
}
