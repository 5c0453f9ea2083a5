import { BLANKS } from '@bareme/language/lsp';
import { commands, Range, TextEditorSelectionChangeKind, window, type Disposable, type Position } from 'vscode';

/** Shows what may be written as soon as the Tab key reaches a blank of a clause: VS Code itself waits for a key. */
export function suggestInBlanks(): Disposable {
    let blank: Position | undefined;
    return window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection], kind }) => {
        if (selection === undefined || document.languageId !== 'bareme') return;
        const before = blank;
        blank = undefined;
        if (selection.isEmpty) {
            const typed = before && document.getText(new Range(before, selection.active));
            if (typed?.length === 1) void proposeAnew();
        } else if (kind !== TextEditorSelectionChangeKind.Mouse && BLANKS.has(document.getText(selection))) {
            blank = selection.start;
            void commands.executeCommand('editor.action.triggerSuggest');
        }
    });
}

/** VS Code keeps the former list until the next one comes: a key pressed meanwhile would write what was not looked for. */
async function proposeAnew(): Promise<void> {
    await commands.executeCommand('hideSuggestWidget');
    await commands.executeCommand('editor.action.triggerSuggest');
}
