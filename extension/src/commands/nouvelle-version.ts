import type { Session } from '../client/session.js';
import { newVersionRequest, ruleSetsRequest } from '../protocol.js';
import { askText, askVersion, refuseDay } from './ask.js';
import { writeDrafts } from './write-drafts.js';

/** Writes the next version of a policy beside the one it succeeds; the text may say which. */
export async function newVersion({ client }: Session, said?: { readonly policy: string; readonly version: string }): Promise<void> {
    const known = await client.sendRequest(ruleSetsRequest);
    const there = known.find(({ policy, versions }) => policy === said?.policy && versions.includes(said.version));
    const chosen =
        said !== undefined && there !== undefined
            ? { folder: there.folder, ...said }
            : await askVersion('À quelle version la nouvelle succède-t-elle ?', known);
    if (chosen === undefined) return;
    const year = new Date().getFullYear() + 1;
    const newVersion = await askText('Numéro de la nouvelle version', { value: `${year}.1` });
    if (newVersion === undefined) return;
    const from = await askText('Entrée en vigueur', { value: `01/01/${year}`, refuse: refuseDay });
    if (from === undefined) return;
    await writeDrafts(await client.sendRequest(newVersionRequest, { ...chosen, newVersion, from }));
}
