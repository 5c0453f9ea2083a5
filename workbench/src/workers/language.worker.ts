import { exampleResults } from '@bareme/cli/examples';
import { parseAddress, startBaremeServer } from '@bareme/language/lsp';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { COMPILED, EXAMPLES, REVISION } from './language-protocol.js';
import { runExamples } from './run-examples.js';

// The language server of every editor, over the files that the page sends; besides, it tells the page what they mean as data.

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
/** Examples wait until no key comes, in milliseconds. */
const REST = 150;

let revision = -1;
let waiting: ReturnType<typeof setTimeout> | undefined;
connection.onNotification(REVISION, (number) => {
    revision = number;
    tell();
});
const { shared, files } = startBaremeServer(connection, { examples: exampleResults });
const { WorkspaceCompiler: compiler, DocumentPaths: paths } = shared.bareme;
compiler.onPush(tell);

/** Tells the last compilation, when it is of the files as they are. */
function tell(): void {
    const [last] = compiler.latest;
    if (last === undefined || !isOfPresentFiles(last.compilation.sources)) return;
    const { project, diagnostics } = last.compilation;
    void connection.sendNotification(COMPILED, { revision, diagnostics, ...(last.complete ? { project } : {}) });
    clearTimeout(waiting);
    if (last.complete) waiting = setTimeout(() => void connection.sendNotification(EXAMPLES, { revision, ...runExamples(project) }), REST);
}

function isOfPresentFiles(sources: readonly { readonly path: string; readonly text: string }[]): boolean {
    const sent = new Map(files.sent().map((uri) => [paths.pathOf(parseAddress(uri)), files.readFileSync(parseAddress(uri))]));
    return sent.size === sources.length && sources.every(({ path, text }) => sent.get(path) === text);
}
