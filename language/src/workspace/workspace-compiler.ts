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
import { createCompiler, type Compiler } from '../compiler/compiler.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BaremeParseResult } from '../parser/bareme-parser.js';
import { compareText } from '../kit/text-order.js';
import { parsedSource, type SourceParser } from '../parser/source-parser.js';
import { documentDiagnostic, type DocumentDiagnostic } from './document-findings.js';
import type { DocumentPaths } from './document-paths.js';

type CancellationToken = Cancellation.CancellationToken;

/** What is known of the workspace after a change. */
export interface WorkspacePush {
    /** Address of the folder whose files were compiled, without a final slash. */
    readonly folder: string;
    readonly compilation: Compilation;
    /** False for the first of two: syntax, names and types are known, the findings of meaning are still looked for. */
    readonly complete: boolean;
}

/** The services that a compilation of documents needs. */
export interface WorkspaceCompilerServices {
    readonly parser: SourceParser;
    readonly paths: DocumentPaths;
    readonly documents: LangiumDocuments;
    readonly builder: DocumentBuilder;
}

/** The files of one folder of the workspace, compiled together; nothing of one is seen from another. */
interface Program {
    readonly folder: string;
    readonly compiler: Compiler;
    /** What was compiled last of each document, by path. */
    readonly seen: Map<string, ParseResult>;
    /** What is left to compile of the files as they are; nothing once all is said of them. A build that is stopped leaves some. */
    steps: CompilationSteps | undefined;
    findings: ReadonlyMap<string, readonly Diagnostic[]>;
    last?: WorkspacePush;
}

/** One compilation of each program for each build of the framework, over all its documents, pushed twice. */
export class WorkspaceCompiler {
    private readonly programs = new Map<string, Program>();
    private readonly pushes = new Emitter<WorkspacePush>();
    private readonly builds = new Emitter<void>();

    constructor(private readonly services: WorkspaceCompilerServices) {
        services.builder.onBuildPhase(DocumentState.IndexedReferences, (_, token) => this.compileNames(token));
        services.builder.onBuildPhase(DocumentState.Validated, (_, token) => this.compileMeaning(token));
    }

    /** Told of each push; at that moment `diagnosticsOf` and the documents' own diagnostics are those of the push. */
    get onPush(): Event<WorkspacePush> {
        return this.pushes.event;
    }

    /** Told when a build has said all it has to say, be there any program or not. */
    get onBuilt(): Event<void> {
        return this.builds.event;
    }

    /** The last push of each program that has files, in the order of their folders. */
    get latest(): readonly WorkspacePush[] {
        return [...this.programs.values()].flatMap(({ last }) => last ?? []).sort((a, b) => compareText(a.folder, b.folder));
    }

    /** The last push of the program of a document; nothing before its first build. */
    latestOf({ uri }: Pick<LangiumDocument, 'uri'>): WorkspacePush | undefined {
        return this.programs.get(this.services.paths.rootOf(uri))?.last;
    }

    /** The findings of the last push in a document. */
    diagnosticsOf(document: LangiumDocument): readonly DocumentDiagnostic[] {
        const { paths, documents } = this.services;
        const documentOf = (path: string): LangiumDocument | undefined => documents.getDocument(paths.uriOf(path));
        const findings = this.programs.get(paths.rootOf(document.uri))?.findings.get(paths.pathOf(document.uri)) ?? [];
        return findings.map((finding) => documentDiagnostic(finding, { document, documentOf }));
    }

    /** Whether the last compilation read the document as it is now. */
    isCurrent({ uri, textDocument, parseResult }: LangiumDocument): boolean {
        const path = this.services.paths.pathOf(uri);
        const program = this.programs.get(this.services.paths.rootOf(uri));
        if (program?.seen.get(path) !== parseResult) return false;
        return program.last?.compilation.sources.find((source) => source.path === path)?.text === textDocument.getText();
    }

    /** Both pushes at once, for a build that has no document to go through: files went, and no other reads them. */
    async compileWithoutDocument(token: CancellationToken): Promise<void> {
        await this.compileNames(token);
        await this.compileMeaning(token);
    }

    private async compileNames(token: CancellationToken): Promise<void> {
        const present = this.documentsByFolder();
        for (const program of [...this.programs.values()]) if (!present.has(program.folder)) this.forget(program);
        for (const [folder, documents] of present) {
            const program = this.programOf(folder);
            const changes = this.changes(program, documents);
            if (changes.length > 0 || program.steps !== undefined || program.last === undefined) await this.compileNamesOf(program, changes, token);
            // Whoever waits for this build is told that it has ended, though nothing has changed; the framework may have emptied documents meanwhile.
            else this.push(program, program.last.compilation, program.last.complete);
        }
    }

    private async compileNamesOf(program: Program, changes: readonly FileChange[], token: CancellationToken): Promise<void> {
        program.steps = program.compiler.update(changes);
        for (;;) {
            await interruptAndCheck(token);
            const step = program.steps.next();
            if (step.done === true) return this.push(program, step.value, true);
            if (step.value.kind === 'push') return this.push(program, step.value.compilation, false);
        }
    }

    private async compileMeaning(token: CancellationToken): Promise<void> {
        for (const program of [...this.programs.values()]) {
            while (program.steps !== undefined) {
                await interruptAndCheck(token);
                const step = program.steps.next();
                if (step.done === true) this.push(program, step.value, true);
            }
        }
        this.builds.fire();
    }

    private documentsByFolder(): ReadonlyMap<string, readonly LangiumDocument[]> {
        const byFolder = new Map<string, LangiumDocument[]>();
        for (const document of this.services.documents.all) {
            const folder = this.services.paths.rootOf(document.uri);
            const found = byFolder.get(folder);
            if (found === undefined) byFolder.set(folder, [document]);
            else found.push(document);
        }
        return byFolder;
    }

    private programOf(folder: string): Program {
        const known = this.programs.get(folder);
        if (known !== undefined) return known;
        const program: Program = { folder, compiler: createCompiler(this.services.parser), seen: new Map(), steps: undefined, findings: new Map() };
        this.programs.set(folder, program);
        return program;
    }

    /** A folder without any file left has nothing to say any more. */
    private forget(program: Program): void {
        this.programs.delete(program.folder);
        this.push(program, { ...EMPTY, work: { parses: 0, lowerings: 0, checks: 0 } }, true);
    }

    /** The documents whose tree is not the one compiled last, and the files that went. */
    private changes({ seen }: Program, documents: readonly LangiumDocument[]): readonly FileChange[] {
        const { paths } = this.services;
        const present = new Map(documents.map((document) => [paths.pathOf(document.uri), document]));
        const removed = [...seen.keys()].filter((path) => !present.has(path));
        for (const path of removed) seen.delete(path);
        const changed = [...present].filter(([path, { parseResult }]) => seen.get(path) !== parseResult);
        for (const [path, { parseResult }] of changed) seen.set(path, parseResult);
        return [
            ...removed.map((path): FileChange => ({ path, removed: true })),
            ...changed.map(([path, { textDocument, parseResult }]) => parsedSource({ path, text: textDocument.getText() }, parseResult as BaremeParseResult)),
        ];
    }

    private push(program: Program, compilation: Compilation, complete: boolean): void {
        const { paths, documents } = this.services;
        program.last = { folder: program.folder, compilation, complete };
        if (complete) program.steps = undefined;
        program.findings = byFile(compilation.diagnostics);
        for (const document of documents.all) if (paths.rootOf(document.uri) === program.folder) document.diagnostics = [...this.diagnosticsOf(document)];
        this.pushes.fire(program.last);
    }
}

const EMPTY: Omit<Compilation, 'work'> = {
    project: { vocabularies: [], policies: [], variants: [], examples: [], mappings: [] },
    diagnostics: [],
    sources: [],
    names: { occurrences: [], scopes: [], expected: [] },
};

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
