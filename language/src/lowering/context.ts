import type { AstNode } from 'langium';
import type { DiagnosticCode, ParamsOf } from '../diagnostics/codes.js';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { wordLocationIn } from '../diagnostics/word-location.js';
import type { LegalReference, Span } from '../ir/span.js';
import type { LegalReference as LegalReferenceNode } from '../generated/ast.js';

/** One file being lowered: where its nodes stand, and where what is wrong with them is reported. */
export interface FileContext {
    readonly file: number;
    readonly path: string;
    readonly text: string;
    readonly diagnostics: Diagnostic[];
}

/** The span of a node, or of one of its properties' text when `node` has it. */
export function spanOf(context: FileContext, node: AstNode): Span {
    const cst = node.$cstNode;
    return cst === undefined ? [context.file, 0, 0] : [context.file, cst.offset, cst.end];
}

export function locationOf(context: FileContext, node: AstNode): Location {
    const [, start, end] = spanOf(context, node);
    return { path: context.path, start, end };
}

/** The node's text as written, each run of white space made one space. */
export function textOf(context: FileContext, node: AstNode): string {
    const [, start, end] = spanOf(context, node);
    return context.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** Reports a finding about a node and gives `undefined`, so that a caller may return it as the absence of a result. */
export function fail<Code extends DiagnosticCode>(context: FileContext, code: Code, params: ParamsOf<Code>, node: AstNode | Location): undefined {
    const location = '$type' in node ? locationOf(context, node) : node;
    context.diagnostics.push(report(code, params, location));
    return undefined;
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

/** The finding that a name is unknown: the name itself underlined, the nearest known one as its mend. */
export function failUnknown<Code extends 'BAR201' | 'BAR202' | 'BAR203' | 'BAR205' | 'BAR212' | 'BAR440' | 'BAR450' | 'BAR507'>(
    context: FileContext,
    code: Code,
    params: ParamsOf<Code>,
    node: AstNode,
): undefined {
    const { name, nearest } = params as { readonly name: string; readonly nearest: readonly string[] };
    const location = wordLocation(context, node, name);
    const [best] = nearest;
    const found = context.text.slice(location.start, location.end) === name;
    const fix = best === undefined || !found ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
    context.diagnostics.push(report(code, params, location, { fix }));
    return undefined;
}

/** Where a word first stands in a node: the name itself rather than the whole sentence. */
export function wordLocation(context: FileContext, node: AstNode, word: string): Location {
    return wordLocationIn({ ...locationOf(context, node), text: context.text }, word);
}

/** A text without its quotation marks. */
export function unquote(text: string | undefined): string | undefined {
    return text === undefined ? undefined : text.replace(/^"|"$/g, '');
}

export function lowerReferences(context: FileContext, nodes: readonly LegalReferenceNode[]): LegalReference[] {
    return nodes.map((node) => ({ text: unquote(node.text) ?? '', at: spanOf(context, node) }));
}

/** An optional property: nothing when the value is absent, so that the JSON does not carry it. */
export function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
    return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
