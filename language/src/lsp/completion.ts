import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import type { ValueType } from '../ir/value-type.js';
import type { SourceParser } from '../parser/source-parser.js';
import { rangeOf } from '../workspace/document-findings.js';
import { BLANKS } from './completion/clause-snippets.js';
import { policyNear } from './completion/near-policy.js';
import { completionPlace, type CompletionPlace, type GrammarReader } from './completion/completion-place.js';
import { conditionProposals } from './completion/condition-items.js';
import { operandBefore } from './completion/operand.js';
import { phraseProposal, phraseProposals, type PhrasePlace } from './completion/phrase-items.js';
import type { Proposal } from './completion/proposal.js';
import { Speculation } from './completion/speculation.js';
import { symbolProposals } from './completion/symbol-items.js';
import { inComment, openText, textProposals } from './completion/text-proposals.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { writtenScope } from './names/written-scope.js';
import { folded } from './names/written-text.js';
import { literalForms } from './words/completion-words.js';

/** The parsers that completion reads with. */
export interface CompletionServices {
    readonly reader: () => GrammarReader;
    readonly parser: SourceParser;
}

/** What may be written at the cursor: phrases of the grammar, names and values that fit, whole clauses, texts of law. */
export class BaremeCompletion implements CompletionProvider {
    readonly completionOptions = { triggerCharacters: ['.', '"', ' '] };
    private readonly speculation: Speculation;

    constructor(
        private readonly view: WorkspaceView,
        private readonly services: CompletionServices,
    ) {
        this.speculation = new Speculation(services.parser);
    }

    getCompletion(document: LangiumDocument, { position }: CompletionParams): CompletionList {
        const compilation = this.view.compilation(document);
        const text = document.textDocument.getText();
        const offset = document.textDocument.offsetAt(position);
        if (compilation === undefined || inComment(text, offset)) return { isIncomplete: false, items: [] };
        const quoted = openText(text, offset);
        const proposals = quoted === undefined ? this.proposalsAt(compilation, document, offset) : textProposals(compilation, quoted);
        // What is typed next changes what fits, and accents are compared here: the client asks again at each key.
        return { isIncomplete: true, items: proposals.flatMap((proposal) => itemOf(document, { offset, ...proposal }) ?? []) };
    }

    private proposalsAt(compilation: Compilation, document: LangiumDocument, offset: number): readonly Proposal[] {
        const place = completionPlace(document, offset, this.services.reader());
        const { start, begun } = place;
        const { phrases, names } = place.allowed;
        const expected = names.some((property) => TYPED.has(property)) ? this.expectedAt(compilation, document, place) : undefined;
        const before = (end: number): string => document.textDocument.getText().slice(Math.max(0, end - MOST_READ_BEFORE), end);
        const owner = /\b(logement|candidature|demande)\.$/.exec(before(start))?.[1];
        const scope = writtenScope(compilation, { document, path: this.view.pathOf(document), offset: start });
        const wanted = { compilation, scope, properties: names, ...(expected && { expected }), ...(owner === undefined ? {} : { owner }) };
        const isFree = owner === undefined;
        const phrasePlace = (end: number): PhrasePlace => ({
            before: before(end),
            operand: operandBefore(compilation, scope, before(end)),
            policy: policyNear(compilation, this.view.pathOf(document)),
        });
        const found = [
            ...symbolProposals(wanted),
            ...(isFree && expected !== undefined ? literalForms(expected).map(literalProposal) : []),
            ...(isFree && expected?.kind === 'boolean' ? conditionProposals(compilation, scope) : []),
            ...phraseProposals(phrases, phrasePlace(start)),
        ];
        return [
            ...found.map((proposal) => ({ start, ...proposal })),
            ...begun.flatMap((each) => phraseProposal(each.phrase, phrasePlace(each.start)).map((found) => ({ ...found, start: each.start, rank: '0' }))),
        ];
    }

    private expectedAt(compilation: Compilation, document: LangiumDocument, { start, offset }: CompletionPlace): ValueType | undefined {
        const path = this.view.pathOf(document);
        return this.speculation.expectedType(compilation, { path, text: document.textDocument.getText(), start, end: offset });
    }
}

/** How much of the text before the cursor tells what stands there. */
const MOST_READ_BEFORE = 2000;

/** Letters from which whole conditions are proposed. */
const LEAST_BEGUN = 3;

/** Properties that hold a value or a fact, whose type the sentence decides. */
const TYPED: ReadonlySet<string> = new Set(['word', 'value']);

function literalProposal({ label, body, detail }: ReturnType<typeof literalForms>[number]): Proposal {
    return { label, text: body, isSnippet: true, rank: '2', kind: CompletionItemKind.Value, detail };
}

/** An item of the protocol, where what is typed begins it: accents and capitals count for nothing. A blank of a clause is nothing typed. */
function itemOf(document: LangiumDocument, { start, offset, ...proposal }: Proposal & { readonly offset: number }): CompletionItem | undefined {
    const from = start ?? offset;
    const typed = document.textDocument.getText().slice(from, offset);
    const rank = rankOf(proposal, BLANKS.has(typed) ? '' : folded(typed));
    if (rank === undefined) return undefined;
    return {
        label: proposal.label,
        kind: proposal.kind,
        detail: proposal.detail,
        ...(proposal.title === undefined ? {} : { labelDetails: { description: proposal.title } }),
        sortText: `${rank}${folded(proposal.label)}`,
        filterText: typed === '' ? proposal.label : typed,
        insertTextFormat: proposal.isSnippet === true ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeOf(document, { start: from, end: offset }), newText: proposal.text },
        ...(proposal.code === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: `\`\`\`bareme\n${proposal.code}\n\`\`\`` } }),
    };
}

/** What begins with the words typed comes first, then what has a word that does; nothing for the rest. */
function rankOf({ label, title = '', rank, kind, onlyBegun }: Omit<Proposal, 'start'>, asked: string): string | undefined {
    if (onlyBegun === true && asked.length < LEAST_BEGUN) return undefined;
    if (folded(label).startsWith(asked)) return rank;
    if (kind === CompletionItemKind.Keyword) return undefined;
    const inside = [...folded(label).split(' '), ...folded(label).split(/[ _.]/)].some((word) => word.startsWith(asked));
    if (inside) return `~${rank}`;
    return folded(title)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(asked))
        ? `~~${rank}`
        : undefined;
}
