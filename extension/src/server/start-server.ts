import { TextDocumentSyncKind, TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
    annexRequest,
    checkRequest,
    compiledNotification,
    examplesRequest,
    explainFormRequest,
    explainRequest,
    fileChangesNotification,
    newPolicyRequest,
    newVariantRequest,
    newVersionRequest,
    outlineRequest,
    ruleSetsRequest,
    runExamplesRequest,
    workspaceFilesNotification,
    type CompiledSummary,
} from '../protocol.js';
import { createPrograms, type Programs } from './programs.js';
import { diagnosticsByUri, fixesAt } from './publish.js';
import { annexOf } from './requests/annex.js';
import { draftPolicy, draftVariant, draftVersion } from './requests/drafts.js';
import { exampleItems, runExamples } from './requests/examples.js';
import { explain, explainForm } from './requests/explain.js';
import { outlineOf } from './requests/outline.js';
import { ruleSetsOf } from './requests/rule-sets.js';
import { summaryOf } from './requests/summary.js';

/** Between the last key and the compilation. */
const PAUSE_MILLISECONDS = 120;

/** Serves a client: findings are pushed after each pause, the extension's own requests are answered on what was last written. */
export function startServer(connection: Connection): void {
    const programs = createPrograms();
    const documents = new TextDocuments(TextDocument);
    const compile = compilerFor(connection, programs);
    connection.onInitialize(() => ({
        capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, codeActionProvider: { codeActionKinds: ['quickfix'] } },
        serverInfo: { name: 'barème' },
    }));
    documents.onDidChangeContent(({ document }) => {
        programs.setBuffer(document.uri, document.getText());
        compile.soon();
    });
    documents.onDidClose(({ document }) => {
        programs.setBuffer(document.uri, undefined);
        compile.soon();
    });
    connection.onNotification(workspaceFilesNotification, (files) => {
        programs.replaceFiles(files);
        compile.now();
    });
    connection.onNotification(fileChangesNotification, (changes) => {
        programs.changeFiles(changes);
        compile.soon();
    });
    connection.onCodeAction(({ textDocument, context }) => {
        const program = programs.programOf(textDocument.uri);
        return program === undefined ? [] : [...fixesAt(program, textDocument.uri, context.diagnostics)];
    });
    answerRequests(connection, programs, compile.now);
    documents.listen(connection);
    connection.listen();
}

function answerRequests(connection: Connection, programs: Programs, check: () => CompiledSummary): void {
    connection.onRequest(checkRequest, check);
    connection.onRequest(examplesRequest, () => exampleItems(programs.compiled()));
    connection.onRequest(runExamplesRequest, ({ ids }) => runExamples(programs.compiled(), ids));
    connection.onRequest(outlineRequest, () => outlineOf(programs.compiled()));
    connection.onRequest(ruleSetsRequest, () => ruleSetsOf(programs.compiled()));
    connection.onRequest(annexRequest, ({ uri }) => {
        const program = programs.programOf(uri);
        return (program && annexOf(program, uri)) ?? null;
    });
    const inFolder = (folder: string) => programs.compiled().find((program) => program.folder === folder.replace(/\/$/, ''));
    connection.onRequest(newPolicyRequest, (asked) => draftPolicy(inFolder(asked.folder), asked));
    connection.onRequest(newVersionRequest, (asked) => draftVersion(inFolder(asked.folder), asked));
    connection.onRequest(explainFormRequest, (asked) => {
        const program = inFolder(asked.folder);
        return (program && explainForm(program, asked)) ?? null;
    });
    connection.onRequest(explainRequest, (asked) => {
        const program = inFolder(asked.folder);
        return program === undefined ? { kind: 'refused', findings: ['Ce dossier n’est plus ouvert.'] } : explain(program, asked);
    });
    connection.onRequest(newVariantRequest, (asked) => draftVariant(inFolder(asked.folder), asked));
}

/** Compiles and pushes what changed; a file without program any more has its findings taken back. */
function compilerFor(connection: Connection, programs: Programs): { readonly now: () => CompiledSummary; readonly soon: () => void } {
    let pushed = new Map<string, string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const now = (): CompiledSummary => {
        clearTimeout(waiting);
        const compiled = programs.compiled();
        const current = new Map(
            compiled.flatMap((program) => [...diagnosticsByUri(program)]).map(([uri, found]) => [uri, { found, key: JSON.stringify(found) }]),
        );
        for (const [uri, { found, key }] of current) {
            if ((pushed.get(uri) ?? '[]') !== key) void connection.sendDiagnostics({ uri, diagnostics: [...found] });
        }
        for (const uri of pushed.keys()) if (!current.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
        pushed = new Map([...current].map(([uri, { key }]) => [uri, key]));
        const summary = summaryOf(compiled);
        void connection.sendNotification(compiledNotification, summary);
        return summary;
    };
    return {
        now,
        soon: () => {
            clearTimeout(waiting);
            waiting = setTimeout(now, PAUSE_MILLISECONDS);
        },
    };
}
