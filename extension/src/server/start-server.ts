import { exampleResults } from '@bareme/cli/examples';
import { startBaremeServer } from '@bareme/language/lsp';
import type { Connection } from 'vscode-languageserver';
import {
    annexRequest,
    checkRequest,
    compiledNotification,
    examplesRequest,
    explainFormRequest,
    explainRequest,
    newExampleRequest,
    newFactRequest,
    newPolicyRequest,
    newVariantRequest,
    newVersionRequest,
    outlineRequest,
    ruleSetsRequest,
    runExamplesRequest,
} from '../protocol.js';
import { programsOf, type Program, type Programs } from './programs.js';
import { annexOf } from './requests/annex.js';
import { draftPolicy, draftVariant, draftVersion } from './requests/drafts.js';
import { exampleItems, runExamples } from './requests/examples.js';
import { explain, explainForm } from './requests/explain.js';
import { draftFact } from './requests/new-fact.js';
import { draftExample } from './requests/new-example.js';
import { outlineOf } from './requests/outline.js';
import { ruleSetsOf } from './requests/rule-sets.js';
import { summaryOf } from './requests/summary.js';

/** Serves a client: the language server, and the extension's own requests, answered on what was last written. It reads no disk. */
export function startServer(connection: Connection): void {
    const services = startBaremeServer(connection, { examples: exampleResults });
    const programs = programsOf(services);
    services.shared.bareme.WorkspaceCompiler.onBuilt(() => void connection.sendNotification(compiledNotification, summaryOf(programs.compiled())));
    // What is asked is answered once nothing that was sent before is left to compile.
    const settled = <Answer>(answer: () => Answer): Promise<Answer> => services.shared.workspace.WorkspaceLock.read(answer);
    answerRequests(connection, programs, settled);
}

type Settled = <Answer>(answer: () => Answer) => Promise<Answer>;

function answerRequests(connection: Connection, programs: Programs, settled: Settled): void {
    const inFolder = (folder: string): Program | undefined => programs.compiled().find((program) => program.folder === folder.replace(/\/$/, ''));
    connection.onRequest(checkRequest, () => settled(() => summaryOf(programs.compiled())));
    connection.onRequest(examplesRequest, () => settled(() => exampleItems(programs.compiled())));
    connection.onRequest(runExamplesRequest, ({ ids }) => settled(() => runExamples(programs.compiled(), ids)));
    connection.onRequest(outlineRequest, () => settled(() => outlineOf(programs.compiled())));
    connection.onRequest(ruleSetsRequest, () => settled(() => ruleSetsOf(programs.compiled())));
    connection.onRequest(annexRequest, ({ uri }) =>
        settled(() => {
            const program = programs.programOf(uri);
            return (program && annexOf(program, uri)) ?? null;
        }),
    );
    connection.onRequest(newPolicyRequest, (asked) => settled(() => draftPolicy(inFolder(asked.folder), asked)));
    connection.onRequest(newExampleRequest, (asked) => settled(() => draftExample(programs.compiled(), asked)));
    connection.onRequest(newVersionRequest, (asked) => settled(() => draftVersion(inFolder(asked.folder), asked)));
    connection.onRequest(newFactRequest, (asked) => settled(() => draftFact(inFolder(asked.folder), asked)));
    connection.onRequest(newVariantRequest, (asked) => settled(() => draftVariant(inFolder(asked.folder), asked)));
    connection.onRequest(explainFormRequest, (asked) =>
        settled(() => {
            const program = inFolder(asked.folder);
            return (program && explainForm(program, asked)) ?? null;
        }),
    );
    connection.onRequest(explainRequest, (asked) =>
        settled(() => {
            const program = inFolder(asked.folder);
            return program === undefined ? { kind: 'refused' as const, findings: ['Ce dossier n’est plus ouvert.'] } : explain(program, asked);
        }),
    );
}
