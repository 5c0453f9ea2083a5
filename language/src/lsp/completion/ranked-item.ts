import type { LangiumDocument } from 'langium';
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver';
import { rangeOf } from '../../workspace/document-findings.js';
import { folded } from '../names/written-text.js';
import { BLANKS } from './clause-snippets.js';
import type { Proposal } from './proposal.js';

/** Letters from which whole conditions are proposed. */
const LEAST_BEGUN = 3;

/** An item of the protocol, where what is typed looks for it: accents and capitals count for nothing. A blank of a clause is nothing typed. */
export function itemOf(document: LangiumDocument, { start, offset, ...proposal }: Proposal & { readonly offset: number }): CompletionItem | undefined {
    const from = start ?? offset;
    const typed = document.textDocument.getText().slice(from, offset);
    const rank = rankOf(proposal, BLANKS.has(typed) ? '' : typed);
    if (rank === undefined) return undefined;
    return {
        label: proposal.label,
        kind: proposal.kind,
        detail: proposal.detail,
        ...(proposal.title === undefined ? {} : { labelDetails: { description: proposal.title } }),
        sortText: `${proposal.isFirst === true ? '!' : ''}${rank}${folded(proposal.label)}`,
        filterText: typed === '' ? proposal.label : typed,
        insertTextFormat: proposal.isSnippet === true ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeOf(document, { start: from, end: offset }), newText: proposal.text },
        ...(proposal.code === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: `\`\`\`bareme\n${proposal.code}\n\`\`\`` } }),
    };
}

/** What begins with the words typed comes first, then what has a word that does, then what has all of them in its title; nothing for the rest. */
export function rankOf({ label, title = '', rank, kind, onlyBegun }: Omit<Proposal, 'start'>, typed: string): string | undefined {
    const asked = folded(typed);
    if (onlyBegun === true && asked.trim().length < LEAST_BEGUN) return undefined;
    if (folded(label).startsWith(asked)) return rank;
    if (kind === CompletionItemKind.Keyword) return undefined;
    const inside = [...folded(label).split(' '), ...folded(label).split(/[ _.]/)].some((word) => word.startsWith(asked));
    if (inside) return `~${rank}`;
    const words = wordsIn(`${label.replaceAll('_', ' ')} ${title}`);
    const wanted = wordsIn(asked).filter((word, index, all) => !SMALL.has(word) || index === all.length - 1);
    return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each))) ? `~~${rank}` : undefined;
}

/** Words that tell nothing apart. */
const SMALL: ReadonlySet<string> = new Set('a au aux d de des du en et l la le les ou par pour sur un une'.split(' '));

function wordsIn(text: string): readonly string[] {
    return folded(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}
