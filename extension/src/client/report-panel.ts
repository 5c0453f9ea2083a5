import { ViewColumn, window, workspace, type Uri } from 'vscode';

/** No script, no address, no font: whatever the report becomes, it can only be read. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Shows a written report beside the text, as it is, in a panel that can run and fetch nothing. */
export async function showReport(file: Uri): Promise<void> {
    const html = new TextDecoder().decode(await workspace.fs.readFile(file));
    const panel = window.createWebviewPanel('bareme.rapport', 'Rapport du rejeu', ViewColumn.Beside, {
        enableScripts: false,
        enableFindWidget: true,
        localResourceRoots: [],
    });
    panel.webview.html = underPolicy(html);
}

/** The page with our policy before anything else that it says. */
export function underPolicy(html: string): string {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
    const head = /<head[^>]*>/i.exec(html);
    return head === null
        ? `<!doctype html><head>${meta}</head>${html}`
        : html.slice(0, head.index + head[0].length) + meta + html.slice(head.index + head[0].length);
}
