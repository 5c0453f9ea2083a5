import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import { disjointFixes } from '../diagnostics/disjoint-fixes.js';
import { rangeOf, type FindingData } from '../workspace/document-findings.js';
import type { DocumentPaths } from '../workspace/document-paths.js';
import { confirmParameter } from './fixes/confirm-parameter.js';
import { closeHole } from './fixes/close-hole.js';
import { declareFact } from './fixes/declare-fact.js';
import { declareList } from './fixes/declare-list.js';
import type { Fix, FixGround, FixProvider, SnippetEdit } from './fixes/fix.js';
import { nameMeant } from './fixes/name-meant.js';
import { foundExclusion } from './fixes/found-exclusion.js';
import { splitOverlap } from './fixes/split-overlap.js';
import { completeExample } from './refactorings/complete-example.js';
import { clientDrafts, type DraftCommands } from './refactorings/client-drafts.js';
import { extractRubric } from './refactorings/extract-rubric.js';
import type { ExampleResult } from './host.js';
import type { Refactoring } from './refactorings/refactoring.js';
import { ADD_NATIONAL } from './words/fix-words.js';

/** What the mends of findings need to know of the workspace. */
export interface CodeActionServices {
    readonly paths: DocumentPaths;
    readonly documents: LangiumDocuments;
    readonly compilation: (document: LangiumDocument) => Compilation | undefined;
    /** The command of the client that writes the national vocabulary; nothing where it has none. */
    readonly nationalCommand: () => string | undefined;
    /** The commands of the client that write files. */
    readonly draftCommands: () => DraftCommands;
    /** What the examples of a compilation give. */
    readonly examples: (compilation: Compilation) => readonly ExampleResult[];
    /** Whether the client lets the author fill in what an action writes. */
    readonly fillsIn: () => boolean;
}

/** The findings that may be mended in several ways, of which the author chooses. */
const CHOICES: Readonly<Record<string, FixProvider>> = {
    BAR201: (ground, finding) => [...nameMeant(ground, finding), ...declareFact(ground, finding)],
    BAR203: declareList,
    BAR314: confirmParameter,
    BAR401: closeHole,
    BAR402: splitOverlap,
    BAR427: foundExclusion,
};

/** The name of the vocabulary that a client may have at hand. */
const NATIONAL = 'national';

/** All that mends itself in a document, at once: on saving, where the client asks for it. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.bareme`;

/** What every code action of this server is of. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL];

/** The mends that findings carry, one by one or all at once, and the changes that may be made of what is selected. */
export class BaremeCodeActions implements CodeActionProvider {
    constructor(private readonly services: CodeActionServices) {}

    /** The findings of the document that the client shows in the range; their own mends, whatever text the client sent along. */
    getCodeActions(document: LangiumDocument, { context, range }: CodeActionParams): CodeAction[] {
        const isAsked = (kind: string): boolean => context.only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? true;
        const all = document.diagnostics ?? [];
        const here = all
            .filter((diagnostic) => touches(diagnostic.range, range))
            .flatMap((diagnostic) => [...this.mendOf(document, diagnostic), ...this.choicesOf(document, diagnostic), ...this.national(document, diagnostic)]);
        const together = context.only !== undefined && isAsked(FIX_ALL) ? this.mendAll(document, all) : [];
        const changes = this.refactorings(document, range).filter(({ kind }) => isAsked(kind ?? ''));
        return [...(isAsked(CodeActionKind.QuickFix) ? here : []), ...changes, ...together];
    }

    /** What may be made of the selection, whatever is found there. */
    private refactorings(document: LangiumDocument, { start, end }: CodeActionParams['range']): readonly CodeAction[] {
        const ground = this.groundOf(document);
        if (ground === undefined) return [];
        const selected = { start: document.textDocument.offsetAt(start), end: document.textDocument.offsetAt(end) };
        const found: readonly Refactoring[] = [
            ...completeExample(ground, selected, () => this.services.examples(ground.compilation)),
            ...extractRubric(ground, selected),
            ...clientDrafts(ground, selected, this.services.draftCommands()),
        ];
        return found.flatMap((change): readonly CodeAction[] => {
            const { title, kind } = change;
            if ('command' in change) return [{ title, kind, command: { title, command: change.command, arguments: [change.argument] } }];
            const edit = this.editOf(document, change.edits);
            return edit === undefined ? [] : [{ title, kind, edit }];
        });
    }

    /** With places to fill in where the client has them and all is written in the document. */
    private editOf(document: LangiumDocument, edits: readonly SnippetEdit[]): CodeAction['edit'] | undefined {
        const snippets = edits.flatMap(({ location, snippet: value }) => (value === undefined ? [] : [{ location, value }]));
        if (snippets.length < edits.length || !this.services.fillsIn()) {
            const changes = this.changesOf(edits);
            return changes && { changes };
        }
        const written = snippets.map(({ location, value }) => ({ range: rangeOf(document, location), snippet: { kind: 'snippet' as const, value } }));
        return { documentChanges: [{ textDocument: { uri: document.uri.toString(), version: null }, edits: written }] };
    }

    private groundOf(document: LangiumDocument): FixGround | undefined {
        const compilation = this.services.compilation(document);
        return compilation && { document, path: this.services.paths.pathOf(document.uri), text: document.textDocument.getText(), compilation };
    }

    /** The mends of a document that touch no other, none of its places twice. */
    private mendAll(document: LangiumDocument, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
        const path = this.services.paths.pathOf(document.uri);
        const findings = diagnostics.flatMap((diagnostic) => (diagnostic.data as FindingData | undefined)?.finding ?? []);
        const own = findings.filter(({ fix }) => fix?.edits.every(({ location }) => location.path === path) === true);
        const edits = disjointFixes(own).flatMap((fix) => fix.map(({ location, newText }) => ({ range: rangeOf(document, location), newText })));
        if (edits.length === 0) return [];
        return [{ title: 'Corriger tout ce qui se corrige seul', kind: FIX_ALL, edit: { changes: { [document.uri.toString()]: edits } } }];
    }

    private mendOf(document: LangiumDocument, diagnostic: Diagnostic): readonly CodeAction[] {
        const fix = (diagnostic.data as FindingData | undefined)?.finding.fix;
        return fix === undefined ? [] : this.action(document, diagnostic, { ...fix, isPreferred: true });
    }

    /** Each changes what the policy says in its own way: none is preferred, nor made with all the others. */
    private choicesOf(document: LangiumDocument, diagnostic: Diagnostic): readonly CodeAction[] {
        const finding = (diagnostic.data as FindingData | undefined)?.finding;
        const choices = finding && CHOICES[finding.code];
        const ground = choices && this.groundOf(document);
        if (finding === undefined || choices === undefined || ground === undefined) return [];
        return choices(ground, finding).flatMap((fix) => this.action(document, diagnostic, fix));
    }

    /** The vocabulary that most policies use, which the client has at hand. */
    private national(document: LangiumDocument, diagnostic: Diagnostic): readonly CodeAction[] {
        const command = this.services.nationalCommand();
        if (command === undefined || diagnostic.code !== 'BAR205' || document.textDocument.getText(diagnostic.range) !== NATIONAL) return [];
        const action = { title: ADD_NATIONAL, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true };
        return [{ ...action, command: { title: ADD_NATIONAL, command, arguments: [] } }];
    }

    private action(
        document: LangiumDocument,
        diagnostic: Diagnostic,
        { title, edits, isPreferred }: Fix & { readonly isPreferred?: true },
    ): readonly CodeAction[] {
        const edit = this.editOf(document, edits);
        if (edit === undefined) return [];
        return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...(isPreferred === undefined ? {} : { isPreferred }), edit }];
    }

    /** The edits by address; nothing when one is in a file that is no more. */
    private changesOf(edits: Fix['edits']): Record<string, TextEdit[]> | undefined {
        const changes: Record<string, TextEdit[]> = {};
        for (const { location, newText } of edits) {
            const document = this.services.documents.getDocument(this.services.paths.uriOf(location.path));
            if (document === undefined) return undefined;
            (changes[document.uri.toString()] ??= []).push({ range: rangeOf(document, location), newText });
        }
        return changes;
    }
}

function touches(a: CodeActionParams['range'], b: CodeActionParams['range']): boolean {
    const before = (first: typeof a.start, second: typeof a.start): boolean =>
        first.line < second.line || (first.line === second.line && first.character < second.character);
    return !before(a.end, b.start) && !before(b.end, a.start);
}
