import { Uri, ViewColumn, window, type TextEditor, type WebviewPanel } from 'vscode';
import type { Session } from '../client/session.js';
import { annexRequest } from '../protocol.js';

let shown: WebviewPanel | undefined;

/** Shows the annex of the policy beside its text: it follows what is written and where the cursor is. */
export async function previewAnnex(session: Session): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'bareme') return void window.showInformationMessage('Barème : ouvrez d’abord un fichier de la politique.');
    if (shown === undefined) openPanel(session);
    await refresh(session, editor);
}

function openPanel(session: Session): void {
    const { context, onCompiled } = session;
    const media = Uri.joinPath(context.extensionUri, 'media');
    const panel = window.createWebviewPanel(
        'bareme.annexe',
        'Annexe',
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        {
            enableScripts: true,
            localResourceRoots: [media],
        },
    );
    shown = panel;
    const refreshShown = (): void => {
        const editor = baremeEditor();
        if (editor !== undefined) void refresh(session, editor);
    };
    const listeners = [
        onCompiled(refreshShown),
        window.onDidChangeActiveTextEditor(refreshShown),
        // The script of the page may be read long after the panel is open.
        panel.webview.onDidReceiveMessage(refreshShown),
        window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    ];
    panel.onDidDispose(() => {
        shown = undefined;
        for (const listener of listeners) listener.dispose();
    });
    panel.webview.html = page(panel, media);
}

function baremeEditor(): TextEditor | undefined {
    return window.activeTextEditor?.document.languageId === 'bareme' ? window.activeTextEditor : undefined;
}

async function refresh({ client }: Session, editor: TextEditor): Promise<void> {
    const annex = await client.sendRequest(annexRequest, { uri: editor.document.uri.toString() });
    if (shown === undefined) return;
    shown.title = annex === null ? 'Annexe' : `Annexe : ${annex.title}`;
    await shown.webview.postMessage({ html: annex?.html ?? '<p>Ce dossier ne contient encore aucune politique.</p>' });
    follow(editor);
}

function follow({ document, selection }: TextEditor): void {
    if (document.languageId === 'bareme') void shown?.webview.postMessage({ uri: document.uri.toString(), line: selection.active.line });
}

/** The page is ours; what the policy says arrives as elements without script, built from escaped text. */
function page({ webview }: WebviewPanel, media: Uri): string {
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
    return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('annexe.css')}"><title>Annexe</title></head>
<body><main></main><script src="${file('annexe.js')}"></script></body></html>`;
}
