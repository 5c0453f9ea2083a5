import { Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import type { Session } from '../client/session.js';
import { explainFormRequest, explainRequest, ruleSetsRequest, type ExplainForm, type ExplainRequest } from '../protocol.js';
import { askVersion, type ChosenVersion } from './ask.js';

/** What the form says: a demand to explain, or an example to keep. */
type FormMessage = { readonly explain: Pick<ExplainRequest, 'label' | 'day' | 'facts'> } | { readonly keep: string };

/** A form made from the vocabulary: the facts of a demand in, its note line by line out. A lens says which version. */
export async function explainDemand(session: Session, lens?: { readonly policy: string; readonly version: string }): Promise<void> {
    const { client, context } = session;
    const known = await client.sendRequest(ruleSetsRequest);
    const here = lens && known.find(({ policy, versions }) => policy === lens.policy && versions.includes(lens.version));
    const chosen = here ? { folder: here.folder, ...lens } : await askVersion('Sous quelle version expliquer la demande ?', known);
    if (chosen === undefined) return;
    const form = await client.sendRequest(explainFormRequest, chosen);
    if (form === null) return;
    const media = Uri.joinPath(context.extensionUri, 'media');
    const panel = window.createWebviewPanel('bareme.explication', 'Expliquer une demande', ViewColumn.Active, {
        enableScripts: true,
        retainContextWhenHidden: true,
        localResourceRoots: [media],
    });
    panel.webview.onDidReceiveMessage((message: FormMessage) => void answerForm(session, panel, chosen, message));
    panel.webview.html = page(panel, media, form);
}

async function answerForm({ client }: Session, { webview }: WebviewPanel, chosen: ChosenVersion, message: FormMessage): Promise<void> {
    if ('keep' in message) {
        const document = await workspace.openTextDocument({ language: 'bareme', content: message.keep });
        await window.showTextDocument(document, ViewColumn.Beside);
        return;
    }
    await webview.postMessage(await client.sendRequest(explainRequest, { ...chosen, ...message.explain }));
}

/** The page is ours; the form travels as data in an attribute, and the script makes elements of it. */
function page({ webview }: WebviewPanel, media: Uri, form: ExplainForm): string {
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
    const data = JSON.stringify(form).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('annexe.css')}"><title>Expliquer une demande</title></head>
<body data-form="${data}"><main></main><script src="${file('explication.js')}"></script></body></html>`;
}
