import {
    DocumentState,
    Emitter,
    interruptAndCheck,
    type Cancellation,
    type DocumentBuilder,
    type Event,
    type LangiumDocument,
    type LangiumDocuments,
    type ParseResult,
} from 'langium';
import type { Compilation, CompilationSteps, FileChange } from '../compiler/compilation.js';
import type { Compiler } from '../compiler/compiler.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BaremeParseResult } from '../parser/bareme-parser.js';
import { parsedSource } from '../parser/source-parser.js';
import { documentDiagnostic, type DocumentDiagnostic } from './document-findings.js';
import type { DocumentPaths } from './document-paths.js';

type CancellationToken = Cancellation.CancellationToken;

/** What is known of the workspace after a change. */
export interface WorkspacePush {
    readonly compilation: Compilation;
    /** False for the first of two: syntax, names and types are known, the findings of meaning are still looked for. */
    readonly complete: boolean;
}

/** The services that a compilation of documents needs. */
export interface WorkspaceCompilerServices {
    readonly compiler: Compiler;
    readonly paths: DocumentPaths;
    readonly documents: LangiumDocuments;
    readonly builder: DocumentBuilder;
}

/** One compilation for each build of the framework, over all its documents, pushed twice. */
export class WorkspaceCompiler {
    private readonly seen = new Map<string, ParseResult>();
    private readonly pushes = new Emitter<WorkspacePush>();
    private steps: CompilationSteps | undefined;
    private findings: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
    private last: WorkspacePush | undefined;

    constructor(private readonly services: WorkspaceCompilerServices) {
        services.builder.onBuildPhase(DocumentState.IndexedReferences, (_, token) => this.compileNames(token));
        services.builder.onBuildPhase(DocumentState.Validated, (_, token) => this.compileMeaning(token));
    }

    /** Told of each push; at that moment `diagnosticsOf` and the documents' own diagnostics are those of the push. */
    get onPush(): Event<WorkspacePush> {
        return this.pushes.event;
    }

    /** The last push; nothing before the first build. */
    get latest(): WorkspacePush | undefined {
        return this.last;
    }

    /** The findings of the last push in a document. */
    diagnosticsOf(document: LangiumDocument): readonly DocumentDiagnostic[] {
        const { paths, documents } = this.services;
        const documentOf = (path: string): LangiumDocument | undefined => documents.getDocument(paths.uriOf(path));
        return (this.findings.get(paths.pathOf(document.uri)) ?? []).map((finding) => documentDiagnostic(finding, { document, documentOf }));
    }

    /** Whether the last compilation read the document as it is now. */
    isCurrent({ uri, textDocument, parseResult }: LangiumDocument): boolean {
        const path = this.services.paths.pathOf(uri);
        if (this.seen.get(path) !== parseResult) return false;
        return this.last?.compilation.sources.find((source) => source.path === path)?.text === textDocument.getText();
    }

    /** Both pushes at once, for a build that has no document to go through: files went, and no other reads them. */
    async compileWithoutDocument(token: CancellationToken): Promise<void> {
        await this.compileNames(token);
        await this.compileMeaning(token);
    }

    private async compileNames(token: CancellationToken): Promise<void> {
        const steps = this.services.compiler.update(this.changes());
        this.steps = steps;
        for (;;) {
            await interruptAndCheck(token);
            const step = steps.next();
            if (step.done === true) return this.push({ compilation: step.value, complete: true });
            if (step.value.kind === 'push') return this.push({ compilation: step.value.compilation, complete: false });
        }
    }

    private async compileMeaning(token: CancellationToken): Promise<void> {
        if (this.last?.complete === true || this.steps === undefined) return;
        for (;;) {
            await interruptAndCheck(token);
            const step = this.steps.next();
            if (step.done === true) return this.push({ compilation: step.value, complete: true });
        }
    }

    /** The documents whose tree is not the one compiled last, and the files that went. */
    private changes(): readonly FileChange[] {
        const { documents, paths } = this.services;
        const present = new Map(documents.all.map((document) => [paths.pathOf(document.uri), document]));
        const removed = [...this.seen.keys()].filter((path) => !present.has(path));
        for (const path of removed) this.seen.delete(path);
        const changed = [...present].filter(([path, { parseResult }]) => this.seen.get(path) !== parseResult);
        for (const [path, { parseResult }] of changed) this.seen.set(path, parseResult);
        return [
            ...removed.map((path): FileChange => ({ path, removed: true })),
            ...changed.map(([path, { textDocument, parseResult }]) => parsedSource({ path, text: textDocument.getText() }, parseResult as BaremeParseResult)),
        ];
    }

    private push(push: WorkspacePush): void {
        this.last = push;
        this.findings = byFile(push.compilation.diagnostics);
        for (const document of this.services.documents.all) document.diagnostics = [...this.diagnosticsOf(document)];
        this.pushes.fire(push);
    }
}

function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
    const files = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
        const path = diagnostic.location?.path ?? '';
        const found = files.get(path);
        if (found === undefined) files.set(path, [diagnostic]);
        else found.push(diagnostic);
    }
    return files;
}
