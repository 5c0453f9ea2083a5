import { AstUtils, GrammarUtils, type AstNode, type CstNode, type Properties } from 'langium';
import type { DiagnosticCode, ParamsOf } from '../../diagnostics/codes.js';
import type { Diagnostic, Location } from '../../diagnostics/diagnostic.js';
import { report } from '../../diagnostics/report.js';
import type { LegalReference, Places, Span } from '../../ir/span.js';
import type { ValueType } from '../../ir/value-type.js';
import type { Mention, NameRecord } from '../../references/occurrences.js';
import { sureName } from '../../kit/nearest-name.js';
import { insideQuotes, unquoted } from '../../parser/typography.js';
import { wordNodes } from '../../references/word-nodes.js';
import type { LegalReference as LegalReferenceNode } from '../../generated/ast.js';
import { onOneLine } from '../../parser/one-line.js';

/** One file being lowered: where its nodes stand, and where what is wrong with them is reported. */
export interface FileContext {
    readonly path: string;
    readonly text: string;
    readonly diagnostics: Diagnostic[];
    /** The names met, and what they may name. */
    readonly names: NameRecord;
    /** The root being lowered (`scopeOf`): where its names are looked for. */
    readonly root: string;
    /** The version that reads it, where it is borrowed. */
    readonly reader?: string;
}

/** Writes down that a word names something of these kinds, where only lowering can tell. */
export function refer(context: FileContext, place: Location, name: string, kinds: Mention['kinds']): void {
    const { path, start, end } = withoutQuotes(context, place);
    context.names.mentions.push({ path, start, end, role: 'reference', kinds, name, scope: context.root, ...optional('reader', context.reader) });
}

/** Writes down the type that the words of a node should be of. */
export function expect(context: FileContext, node: AstNode, type: ValueType | undefined): void {
    if (type !== undefined) context.names.expected.push({ ...locationOf(context, node), type });
}

/** The span of a node. */
export function spanOf(context: FileContext, node: AstNode): Span {
    return spanOfSyntax(context, node.$cstNode);
}

function spanOfSyntax({ path }: FileContext, cst: CstNode | undefined): Span {
    return cst === undefined ? [path, 0, 0] : [path, cst.offset, cst.end];
}

/**
 * The span of the words that gave a node its property, by the syntax tree: a name that another word of the sentence repeats is not taken
 * for it. `index` counts the items of a list. The whole node where the property is not written.
 */
export function wordSpan<Node extends AstNode>(context: FileContext, node: Node, property: Properties<Node>, index = 0): Span {
    return spanOfSyntax(context, wordNodes(node, property)[index] ?? node.$cstNode);
}

/** Same, for a finding. */
export function placeOf<Node extends AstNode>(context: FileContext, node: Node, property: Properties<Node>, index = 0): Location {
    return locationAt(wordSpan(context, node, property, index));
}

/** The span of a keyword of a node's own; the whole node where it is not written. */
export function keywordSpan(context: FileContext, node: AstNode, keyword: string): Span {
    return spanOfSyntax(context, GrammarUtils.findNodeForKeyword(node.$cstNode, keyword) ?? node.$cstNode);
}

/** A span as findings carry it. */
export function locationAt([path, start, end]: Span): Location {
    return { path, start, end };
}

/** The words that open a period: from the node's own first word to its last date. */
export function headSpan<Node extends AstNode>(context: FileContext, node: Node, dates: readonly Properties<Node>[]): Span {
    const [path, start, whole] = spanOf(context, node);
    const ends = dates.flatMap((date) => wordNodes(node, date).map(({ end }) => end));
    return [path, start, ends.length === 0 ? whole : Math.max(...ends)];
}

/** The place of a node's name, as the representation carries it. */
export function nameIn<Node extends AstNode & { readonly name?: string }>(context: FileContext, node: Node): Required<Places<'name'>> {
    return { places: { name: wordSpan(context, node, 'name' as Properties<Node>) } };
}

/** The spans of a list property's items. */
export function wordSpans<Node extends AstNode>(context: FileContext, node: Node, property: Properties<Node>): readonly Span[] {
    return wordNodes(node, property).map((cst) => spanOfSyntax(context, cst));
}

export function locationOf(context: FileContext, node: AstNode): Location {
    return locationAt(spanOf(context, node));
}

/** The node's text as written, on one line. */
export function textOf(context: FileContext, node: AstNode): string {
    const [, start, end] = spanOf(context, node);
    return onOneLine(context.text.slice(start, end));
}

/** Reports a finding about a node and gives `undefined`, so that a caller may return it as the absence of a result. */
export function fail<Code extends DiagnosticCode>(context: FileContext, code: Code, params: ParamsOf<Code>, node: AstNode | Location): undefined {
    const location = '$type' in node ? locationOf(context, node) : node;
    context.diagnostics.push(report(code, params, location));
    return undefined;
}

/** Reports a name that another of the same kind has, with the place of the first. */
export function failTaken<Node extends AstNode & { readonly name?: string }>(context: FileContext, node: Node, kind: string): undefined {
    const place = placeOf(context, node, 'name' as Properties<Node>);
    const isFirst = (other: AstNode): other is Node => other.$type === node.$type && other !== node && (other as Node).name === node.name;
    const first = AstUtils.streamAst(topOf(node)).find(isFirst);
    const related = first === undefined ? [] : [{ message: 'le premier', location: placeOf(context, first, 'name' as Properties<Node>) }];
    context.diagnostics.push(report('BAR204', { name: node.name ?? '', kind }, place, { related }));
    return undefined;
}

/** The root around a node: a policy, a vocabulary, a variant. */
function topOf(node: AstNode): AstNode {
    let top = node;
    while (top.$container?.$container !== undefined) top = top.$container;
    return top;
}

/** Same, for a finding whose mend is mechanical: another text in the place of the node. */
export function failWithReplacement<Code extends DiagnosticCode>(
    context: FileContext,
    diagnostic: { readonly code: Code; readonly params: ParamsOf<Code>; readonly node: AstNode },
    replacement: { readonly title: string; readonly newText: string },
): undefined {
    const location = locationOf(context, diagnostic.node);
    const fix = { title: replacement.title, edits: [{ location, newText: replacement.newText }] };
    context.diagnostics.push(report(diagnostic.code, diagnostic.params, location, { fix }));
    return undefined;
}

/** The finding that a name is unknown: the name underlined, the nearest known one as its mend. */
export function failUnknown<Code extends 'BAR201' | 'BAR202' | 'BAR203' | 'BAR205' | 'BAR212' | 'BAR440' | 'BAR450' | 'BAR507'>(
    context: FileContext,
    code: Code,
    params: ParamsOf<Code>,
    place: Location,
): undefined {
    const { name, nearest } = params as { readonly name: string; readonly nearest: readonly string[] };
    const location = withoutQuotes(context, place);
    const lastPart = (each: string): string => each.slice(each.lastIndexOf('.') + 1);
    const best = sureName(lastPart(name), nearest.map(lastPart)) === undefined ? undefined : nearest[0];
    const isName = context.text.slice(location.start, location.end) === name;
    const fix = best === undefined || !isName ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
    context.diagnostics.push(report(code, params, location, { fix }));
    return undefined;
}

/** The place of a text, its quotation marks apart. */
function withoutQuotes({ text }: FileContext, place: Location): Location {
    const [start, end] = insideQuotes(text, place.start, place.end);
    return { ...place, start, end };
}

/** A text without its quotation marks. */
export function unquote(text: string | undefined): string | undefined {
    return text === undefined ? undefined : unquoted(text);
}

export function lowerReferences(context: FileContext, nodes: readonly LegalReferenceNode[]): LegalReference[] {
    return nodes.map((node) => ({ text: unquote(node.text) ?? '', at: spanOf(context, node) }));
}

/** An optional property: nothing when the value is absent, so that the JSON does not carry it. */
export function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
    return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
