import { window } from 'vscode';
import type { Session } from '../client/session.js';

/** Stops the language server and starts it again. */
export async function restart({ client }: Session): Promise<void> {
    if (client.isRunning()) await client.stop();
    await client.start();
    void window.showInformationMessage('Barème : le service de langue a redémarré.');
}
