import { BLANKS } from '@bareme/language/lsp';
import { commands, TextEditorSelectionChangeKind, window, type Disposable } from 'vscode';

/** Shows what may be written as soon as the Tab key reaches a blank of a clause: VS Code itself waits for a key. */
export function suggestInBlanks(): Disposable {
    return window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection], kind }) => {
        if (selection === undefined || selection.isEmpty || document.languageId !== 'bareme' || kind === TextEditorSelectionChangeKind.Mouse) return;
        if (BLANKS.has(document.getText(selection))) void commands.executeCommand('editor.action.triggerSuggest');
    });
}
