import type { LangiumDocument } from 'langium';
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver';
import { rangeOf } from '../../workspace/document-findings.js';
import { folded } from '../names/written-text.js';
import { BLANKS } from './clause-snippets.js';
import type { Proposal } from './proposal.js';

/** Letters from which whole conditions are proposed. */
const LEAST_BEGUN = 3;

/** A proposal, and where the cursor is. */
type Placed = Proposal & { readonly offset: number };

/** The order of a proposal for what is typed; nothing where it does not look for that. */
type Match = (proposal: Omit<Proposal, 'start'>, typed: string) => string | undefined;

/** An item of the protocol, where what is typed looks for it: accents and capitals count for nothing. A blank of a clause is nothing typed. */
export function itemOf(document: LangiumDocument, { start, offset, ...proposal }: Placed, match: Match = rankOf): CompletionItem | undefined {
    const from = start ?? offset;
    const typed = document.textDocument.getText().slice(from, offset);
    const rank = match(proposal, BLANKS.has(typed) ? '' : typed);
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
    const wanted = wantedIn(asked);
    return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each))) ? `~~${rank}` : undefined;
}

/** Where nothing has all the words typed, what has one of them, those of the first word before: a list that closes tells nothing. */
export function nearRankOf({ label, title = '', rank, kind }: Omit<Proposal, 'start'>, typed: string): string | undefined {
    const wanted = wantedIn(folded(typed)).filter((word) => word.length > LEAST_BEGUN);
    // A name typed whole, even one that nothing declares, is never taken for another.
    if (kind === CompletionItemKind.Keyword || !/[ '’]/.test(typed)) return undefined;
    const words = wordsIn(`${label.replaceAll('_', ' ')} ${title}`);
    const found = wanted.findIndex((each) => words.some((word) => word.startsWith(each)));
    return found === -1 ? undefined : `~~~${found}${rank}`;
}

function wantedIn(asked: string): readonly string[] {
    return wordsIn(asked).filter((word, index, all) => !SMALL.has(word) || index === all.length - 1);
}

/** Words that tell nothing apart. */
const SMALL: ReadonlySet<string> = new Set('a au aux d de des du en et l la le les ou par pour sur un une'.split(' '));

function wordsIn(text: string): readonly string[] {
    return folded(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}
