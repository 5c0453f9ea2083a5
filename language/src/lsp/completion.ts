import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import { CompletionItemKind, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import type { SourceParser } from '../parser/source-parser.js';
import { policyNear } from './completion/near-policy.js';
import { completionPlace, VALUES, type EarlierPlace, type GrammarReader } from './completion/completion-place.js';
import { conditionProposals } from './completion/condition-items.js';
import { eventsAround } from './completion/events-around.js';
import { operandBefore } from './completion/operand.js';
import { phraseProposal, phraseProposals, type PhrasePlace } from './completion/phrase-items.js';
import type { Proposal } from './completion/proposal.js';
import { itemOf, nearRankOf } from './completion/ranked-item.js';
import { Speculation } from './completion/speculation.js';
import { symbolProposals } from './completion/symbol-items.js';
import { inComment, openText, textProposals } from './completion/text-proposals.js';
import { nameView } from './names/name-view.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { writtenScope } from './names/written-scope.js';
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
        const items = proposals.flatMap((proposal) => itemOf(document, { offset, ...proposal }) ?? []);
        const near = items.length > 0 ? [] : proposals.flatMap((proposal) => itemOf(document, { offset, ...proposal }, nearRankOf) ?? []);
        return { isIncomplete: true, items: [...items, ...near] };
    }

    private proposalsAt(compilation: Compilation, document: LangiumDocument, offset: number): readonly Proposal[] {
        const place = completionPlace(document, offset, this.services.reader());
        const text = document.textDocument.getText();
        const before = (end: number): string => text.slice(Math.max(0, end - MOST_READ_BEFORE), end);
        const phrasePlace = (end: number): PhrasePlace => ({
            before: before(end),
            operand: operandBefore(compilation, this.scopeAt(compilation, document, end), before(end)),
            policy: policyNear(compilation, this.view.pathOf(document)),
        });
        const here = [
            ...this.namedAt(compilation, document, { ...place, offset, isHere: true }),
            ...phraseProposals(place.allowed.phrases, phrasePlace(place.start)),
        ];
        const begun = place.begun.flatMap((each) =>
            phraseProposal(each.phrase, phrasePlace(each.start)).map((found) => ({ ...found, start: each.start, rank: '0' })),
        );
        const earlier = place.earlier.filter(({ start }) => !this.isName(compilation, document, start));
        return [
            ...here.map((proposal) => ({ start: place.start, ...proposal })),
            ...begun,
            // Several words of the field are no name yet: what they look for comes before what might follow the last of them.
            ...earlier.flatMap((each) =>
                this.namedAt(compilation, document, { ...each, offset, isHere: false }).map((found) => ({
                    ...found,
                    start: each.start,
                    isFirst: true as const,
                })),
            ),
        ];
    }

    /** The names, values and whole conditions that may stand at a place; under the cursor, how a value is written too. */
    private namedAt(
        compilation: Compilation,
        document: LangiumDocument,
        place: EarlierPlace & { readonly offset: number; readonly isHere: boolean },
    ): readonly Proposal[] {
        const { start, allowed } = place;
        const expected = allowed.names.some((property) => VALUES.has(property)) ? this.expectedAt(compilation, document, place) : undefined;
        const before = document.textDocument.getText().slice(Math.max(0, start - MOST_READ_BEFORE), start);
        const owner = /\b(logement|candidature|demande)\.$/.exec(before)?.[1];
        const events = eventsAround(before);
        const scope = this.scopeAt(compilation, document, start);
        const block = scope.id.startsWith('exemple') ? blockBefore(before) : undefined;
        const wanted = {
            compilation,
            scope,
            ...(block === undefined ? {} : { block }),
            properties: allowed.names,
            ...(events && { events }),
            ...(expected && { expected }),
            ...(owner === undefined ? {} : { owner }),
        };
        return [
            ...symbolProposals(wanted),
            ...(owner === undefined && expected !== undefined && place.isHere ? literalForms(expected).map(literalProposal) : []),
            ...(owner === undefined && expected?.kind === 'boolean' ? conditionProposals(compilation, scope) : []),
        ];
    }

    private scopeAt(compilation: Compilation, document: LangiumDocument, offset: number): ReturnType<typeof writtenScope> {
        return writtenScope(compilation, { document, path: this.view.pathOf(document), offset });
    }

    /** Whether the word that begins there names something already. */
    private isName(compilation: Compilation, document: LangiumDocument, start: number): boolean {
        const word = /^[\p{L}\p{N}_]+/u.exec(document.textDocument.getText().slice(start, start + LONGEST_NAME))?.[0];
        return nameView(compilation.names)
            .visible(this.scopeAt(compilation, document, start))
            .some(({ name }) => name === word);
    }

    private expectedAt(compilation: Compilation, document: LangiumDocument, { start, offset }: { readonly start: number; readonly offset: number }) {
        const path = this.view.pathOf(document);
        return this.speculation.expectedType(compilation, { path, text: document.textDocument.getText(), start, end: offset });
    }
}

/** How much of the text before the cursor tells what stands there. */
const MOST_READ_BEFORE = 2000;

/** Of an example, the block of a dwelling or of dated facts that is open; its own facts where there is none. */
function blockBefore(text: string): string {
    const [, of, name] = /((?:variante|de)\s+)?([\p{L}_][\p{L}\p{N}_]*)\s*:?\s*\{[^{}]*$/u.exec(text) ?? [];
    return of === undefined && name !== undefined ? name : DEMAND;
}

const DEMAND = 'demande';
const LONGEST_NAME = 100;

function literalProposal({ label, body, detail }: ReturnType<typeof literalForms>[number]): Proposal {
    return { label, text: body, isSnippet: true, rank: '2', kind: CompletionItemKind.Value, detail };
}
