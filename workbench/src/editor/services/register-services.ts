import { editor } from 'monaco-editor/editor';
import { languageCapabilities } from '../../state/workspace.js';
import { openFile } from '../../state/navigation.js';
import { pathOf } from '../models.js';
import { registerCompletion } from './completion.js';
import { registerReading } from './reading.js';
import { registerShowing } from './showing.js';
import { registerWriting } from './writing.js';

/** Gives the editor every service of the language server, in the server's own terms: what triggers them, the names of colours. */
export async function registerServices(): Promise<void> {
    editor.registerEditorOpener({
        openCodeEditor(_source, resource, at) {
            const model = editor.getModel(resource);
            if (model === null) return false;
            const range =
                at === undefined
                    ? undefined
                    : 'startColumn' in at
                      ? at
                      : { startLineNumber: at.lineNumber, startColumn: at.column, endLineNumber: at.lineNumber, endColumn: at.column };
            const path = pathOf(resource);
            if (range === undefined) openFile(path);
            else {
                const start = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn });
                openFile(path, { path, start, end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }) });
            }
            return true;
        },
    });
    const { completionProvider, signatureHelpProvider, semanticTokensProvider } = await languageCapabilities();
    registerCompletion(completionProvider?.triggerCharacters ?? []);
    registerReading(signatureHelpProvider?.triggerCharacters ?? []);
    registerWriting();
    if (semanticTokensProvider !== undefined) registerShowing(semanticTokensProvider.legend);
}
