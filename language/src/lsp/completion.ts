import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import type { ValueType } from '../ir/value-type.js';
import type { SourceParser } from '../parser/source-parser.js';
import { rangeOf } from '../workspace/document-findings.js';
import { CLAUSE_SNIPPETS } from './completion/clause-snippets.js';
import { completionPlace, type CompletionPlace, type GrammarReader } from './completion/completion-place.js';
import type { Proposal } from './completion/proposal.js';
import { Speculation } from './completion/speculation.js';
import { symbolProposals } from './completion/symbol-items.js';
import { inComment, openText, textProposals } from './completion/text-proposals.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { writtenScope } from './names/written-scope.js';
import { folded } from './names/written-text.js';
import { literalForms, PHRASE, WHOLE_CLAUSE } from './words/completion-words.js';

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
        const start = place.start;
        const { phrases, names } = place.allowed;
        const expected = names.some((property) => TYPED.has(property)) ? this.expectedAt(compilation, document, place) : undefined;
        const owner = /\b(logement|candidature|demande)\.$/.exec(document.textDocument.getText().slice(Math.max(0, start - 12), start))?.[1];
        const scope = writtenScope(compilation, { document, path: this.view.pathOf(document), offset: start });
        const found = [
            ...symbolProposals({
                compilation,
                scope,
                properties: names,
                ...(expected === undefined ? {} : { expected }),
                ...(owner === undefined ? {} : { owner }),
            }),
            ...(expected === undefined || owner !== undefined ? [] : literalForms(expected).map(literalProposal)),
            ...phrases.flatMap(phraseProposals),
        ];
        return [
            ...found.map((proposal) => ({ start, ...proposal })),
            ...place.begun.map((begun) => ({ ...phraseProposal(begun.phrase), start: begun.start, rank: '0' })),
        ];
    }

    private expectedAt(compilation: Compilation, document: LangiumDocument, { start, offset }: CompletionPlace): ValueType | undefined {
        const path = this.view.pathOf(document);
        return this.speculation.expectedType(compilation, { path, text: document.textDocument.getText(), start, end: offset });
    }
}

/** Properties that hold a value or a fact, whose type the sentence decides. */
const TYPED: ReadonlySet<string> = new Set(['word', 'value']);

function literalProposal({ label, body, detail }: ReturnType<typeof literalForms>[number]): Proposal {
    return { label, text: body, isSnippet: true, rank: '2', kind: CompletionItemKind.Value, detail };
}

/** A phrase, and the whole clauses that it begins. */
function phraseProposals(phrase: string): readonly Proposal[] {
    const clauses = CLAUSE_SNIPPETS.filter(({ begins }) => begins === phrase).map(({ label, body }): Proposal => ({
        label,
        text: body,
        isSnippet: true,
        rank: '2',
        kind: CompletionItemKind.Snippet,
        detail: WHOLE_CLAUSE,
    }));
    return /^[\p{L}]/u.test(phrase) ? [phraseProposal(phrase), ...clauses] : clauses;
}

function phraseProposal(phrase: string): Proposal {
    return { label: phrase, text: phrase, rank: '3', kind: CompletionItemKind.Keyword, detail: PHRASE };
}

/** An item of the protocol, where what is typed begins it: accents and capitals count for nothing. */
function itemOf(document: LangiumDocument, { start, offset, ...proposal }: Proposal & { readonly offset: number }): CompletionItem | undefined {
    const from = start ?? offset;
    const typed = document.textDocument.getText().slice(from, offset);
    const words = folded(proposal.label).split(/[ _]/);
    const asked = folded(typed);
    const begins = folded(proposal.label).startsWith(asked);
    const isPhrase = proposal.kind === CompletionItemKind.Keyword;
    if (!begins && (isPhrase || !words.some((word) => word.startsWith(asked)))) return undefined;
    return {
        label: proposal.label,
        kind: proposal.kind,
        detail: proposal.detail,
        sortText: `${begins ? '' : '~'}${proposal.rank}${folded(proposal.label)}`,
        filterText: typed === '' ? proposal.label : typed,
        insertTextFormat: proposal.isSnippet === true ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeOf(document, { start: from, end: offset }), newText: proposal.text },
        ...(proposal.code === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: `\`\`\`bareme\n${proposal.code}\n\`\`\`` } }),
    };
}
