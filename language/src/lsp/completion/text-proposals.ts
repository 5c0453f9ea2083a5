import { CompletionItemKind } from 'vscode-languageserver';
import type { Compilation } from '../../compiler/compilation.js';
import { nameView } from '../names/name-view.js';
import { citedTimes } from '../words/completion-words.js';
import type { Proposal } from './proposal.js';

/** A text between quotation marks that the cursor is in: what stands before it on its line, and where it begins. */
export interface OpenText {
    readonly before: string;
    readonly start: number;
}

/** The text around an offset; nothing outside quotation marks. */
export function openText(text: string, offset: number): OpenText | undefined {
    const line = text.lastIndexOf('\n', offset - 1) + 1;
    const written = text.slice(line, offset);
    if ((written.match(/"/g) ?? []).length % 2 === 0) return undefined;
    const quote = written.lastIndexOf('"');
    return { before: written.slice(0, quote).trimEnd(), start: line + quote + 1 };
}

/** Whether an offset is in a comment. */
export function inComment(text: string, offset: number): boolean {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/"[^"]*"/g, '');
    return /\/\//.test(line) || text.lastIndexOf('/*', offset - 1) > text.lastIndexOf('*/', offset - 1);
}

/** What may stand in a text: after `réf` a text of law that the files cite, after `version` a version. */
export function textProposals({ sources, names }: Compilation, { before, start }: OpenText): readonly Proposal[] {
    if (/r[ée]f$/i.test(before)) return citations(sources.map(({ text }) => text)).map(([text, count], index) => citation(text, count, { index, start }));
    if (!/version$/i.test(before)) return [];
    const policy = /(?:de|politique|acte|reprend)\s+([\p{L}\p{N}_]+)/u.exec(before)?.[1];
    const versions = nameView(names).declared.filter(({ kind, owner }) => kind === 'version' && (policy === undefined || owner === policy));
    return versions.map(({ name, owner }) => ({ label: name, text: name, rank: '0', kind: CompletionItemKind.Constant, detail: owner, start }));
}

function citation(text: string, count: number, { index, start }: { readonly index: number; readonly start: number }): Proposal {
    return { label: text, text, rank: `0${String(index).padStart(4, '0')}`, kind: CompletionItemKind.Reference, detail: citedTimes(count), start };
}

/** The texts of law cited, the most cited first. */
function citations(texts: readonly string[]): readonly (readonly [text: string, count: number])[] {
    const counts = new Map<string, number>();
    for (const text of texts) for (const [, cited = ''] of text.matchAll(/r[ée]f\s+"([^"\n]+)"/gi)) counts.set(cited, (counts.get(cited) ?? 0) + 1);
    return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
