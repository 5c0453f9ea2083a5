import { window, workspace, WorkspaceEdit, commands, languages, DiagnosticSeverity, type TextEdit, type Uri } from 'vscode';

/** Lays the file shown out; says so when there is nothing to do, or when the file cannot be read whole and is left as it is. */
export async function formatShown(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'bareme') return void window.showInformationMessage('Barème : ouvrez d’abord un fichier de la politique.');
    const { document, options } = editor;
    const edits = (await commands.executeCommand<readonly TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, options)) ?? [];
    if (edits.length === 0) return void window.showInformationMessage(`Barème : ${unchanged(document.uri)}.`);
    const change = new WorkspaceEdit();
    change.set(document.uri, [...edits]);
    await workspace.applyEdit(change);
}

function unchanged(uri: Uri): string {
    const errors = languages.getDiagnostics(uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    return errors.length === 0
        ? 'ce fichier est déjà mis en forme'
        : 'ce fichier est laissé tel quel : corrigez d’abord ce qui ne peut pas être lu, souligné en rouge';
}
