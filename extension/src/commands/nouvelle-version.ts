import type { Session } from '../client/session.js';
import { newVersionRequest, ruleSetsRequest } from '../protocol.js';
import { askText, askVersion, refuseDay } from './ask.js';
import { writeDrafts } from './write-drafts.js';

/** Writes the next version of a policy beside the one it succeeds. */
export async function newVersion({ client }: Session): Promise<void> {
    const chosen = await askVersion('À quelle version la nouvelle succède-t-elle ?', await client.sendRequest(ruleSetsRequest));
    if (chosen === undefined) return;
    const year = new Date().getFullYear() + 1;
    const newVersion = await askText('Numéro de la nouvelle version', { value: `${year}.1` });
    if (newVersion === undefined) return;
    const from = await askText('Entrée en vigueur', { value: `01/01/${year}`, refuse: refuseDay });
    if (from === undefined) return;
    await writeDrafts(await client.sendRequest(newVersionRequest, { ...chosen, newVersion, from }));
}
