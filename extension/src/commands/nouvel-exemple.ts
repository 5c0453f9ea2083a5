import { Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Session } from '../client/session.js';
import { newExampleRequest, type DraftExample, type NewExampleRequest } from '../protocol.js';
import { exists } from './write-drafts.js';

/** Adds an example of a criterion after the others of its policy, and shows it: what it expects is for the author to confirm. */
export async function newExample({ client }: Session, asked: NewExampleRequest): Promise<void> {
    const drafted = await client.sendRequest(newExampleRequest, asked);
    if ('refused' in drafted) return void window.showWarningMessage(`Barème : ${drafted.refused}`);
    const end = await addAtEnd(Uri.parse(drafted.uri), drafted);
    await window.showTextDocument(Uri.parse(drafted.uri), { selection: new Range(end, end) });
}

async function addAtEnd(uri: Uri, { header, text }: DraftExample): Promise<Position> {
    const edit = new WorkspaceEdit();
    if (!(await exists(uri))) {
        edit.createFile(uri, { contents: new TextEncoder().encode(`${header}\n${text}`) });
        await workspace.applyEdit(edit);
        return new Position(header.split('\n').length, 0);
    }
    const document = await workspace.openTextDocument(uri);
    const end = document.positionAt(document.getText().length);
    edit.insert(uri, end, `${end.character === 0 ? '' : '\n'}\n${text}`);
    await workspace.applyEdit(edit);
    return new Position(end.line + (end.character === 0 ? 1 : 2), 0);
}
