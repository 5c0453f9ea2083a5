import type { Session } from '../client/session.js';
import { newVariantRequest, ruleSetsRequest } from '../protocol.js';
import { askText, askVersion, nameFromWords, refuseName } from './ask.js';
import { writeDrafts } from './write-drafts.js';

/** Writes a variant to be debated, which changes nothing yet. */
export async function newVariant({ client }: Session): Promise<void> {
    const chosen = await askVersion('Quelle version la variante modifie-t-elle ?', await client.sendRequest(ruleSetsRequest));
    if (chosen === undefined) return;
    const label = await askText('Intitulé de la variante', { example: 'Ancienneté renforcée' });
    if (label === undefined) return;
    const name = await askText('Nom court, pour la citer', { value: nameFromWords(label), refuse: refuseName });
    if (name === undefined) return;
    await writeDrafts(await client.sendRequest(newVariantRequest, { ...chosen, name, label }));
}
