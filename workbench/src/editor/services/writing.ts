import { languages } from 'monaco-editor/editor';
import {
    CodeActionRequest,
    DocumentFormattingRequest,
    DocumentRangeFormattingRequest,
    PrepareRenameRequest,
    RenameRequest,
} from 'vscode-languageserver-protocol';
import { askLanguage } from '../../state/workspace.js';
import { BAREME } from '../bareme-language.js';
import { ask } from './ask.js';
import { documentOf, editsFrom, placeIn, rangeFrom, rangeTo, workspaceEditFrom } from './positions.js';

/** What the server writes when it is asked to: mends, names changed everywhere, layout. */
export function registerWriting(): void {
    registerCodeActions();
    registerRename();
    languages.registerDocumentFormattingEditProvider(BAREME, {
        displayName: 'Barème',
        provideDocumentFormattingEdits: async (model, options, token) =>
            editsFrom(await ask(DocumentFormattingRequest.type, { ...documentOf(model), options: { ...options } }, token)),
    });
    languages.registerDocumentRangeFormattingEditProvider(BAREME, {
        displayName: 'Barème',
        provideDocumentRangeFormattingEdits: async (model, range, options, token) =>
            editsFrom(await ask(DocumentRangeFormattingRequest.type, { ...documentOf(model), range: rangeTo(range), options: { ...options } }, token)),
    });
}

function registerCodeActions(): void {
    languages.registerCodeActionProvider(BAREME, {
        async provideCodeActions(model, range, { only }, token) {
            const context = { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) };
            const answer = await ask(CodeActionRequest.type, { ...documentOf(model), range: rangeTo(range), context }, token);
            const actions = (answer ?? []).flatMap((action): readonly languages.CodeAction[] =>
                'edit' in action && action.edit !== undefined
                    ? [{ title: action.title, kind: action.kind, isPreferred: action.isPreferred, edit: workspaceEditFrom(action.edit) }]
                    : [],
            );
            return { actions: [...actions], dispose: () => undefined };
        },
    });
}

/** The server says in French why a name cannot be changed. */
function registerRename(): void {
    languages.registerRenameProvider(BAREME, {
        async provideRenameEdits(model, position, newName, token) {
            try {
                const edit = await askLanguage(RenameRequest.type, { ...placeIn(model, position), newName }, token);
                return edit === null ? { edits: [], rejectReason: 'Rien à renommer ici.' } : workspaceEditFrom(edit);
            } catch (error) {
                return { edits: [], rejectReason: reasonOf(error) };
            }
        },
        async resolveRenameLocation(model, position, token) {
            const nowhere = { range: rangeFrom(rangeTo({ startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 })), text: '' };
            try {
                const found = await askLanguage(PrepareRenameRequest.type, placeIn(model, position), token);
                if (found === null || 'defaultBehavior' in found) return { ...nowhere, rejectReason: 'Rien à renommer ici.' };
                const range = rangeFrom('range' in found ? found.range : found);
                return { range, text: 'placeholder' in found ? found.placeholder : model.getValueInRange(range) };
            } catch (error) {
                return { ...nowhere, rejectReason: reasonOf(error) };
            }
        },
    });
}

function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : '';
}
