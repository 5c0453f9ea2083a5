import { Uri } from 'vscode';
import type { Session } from '../client/session.js';
import { newPolicyRequest } from '../protocol.js';
import { askText, refuseDay, refuseName } from './ask.js';
import { copyNational } from './ajouter-vocabulaire-national.js';
import { chooseFolder } from './choose-folder.js';
import { writeDrafts } from './write-drafts.js';

/** Writes the first version of a policy, with the national vocabulary when the folder has none. */
export async function newPolicy({ client, context, summary }: Session): Promise<void> {
    const folder = await chooseFolder('Dans quel dossier écrire la politique ?');
    if (folder === undefined) return;
    const label = await askText('Intitulé de la politique', { example: 'Communauté du Bourg' });
    if (label === undefined) return;
    const name = await askText('Nom court, pour la citer', { value: nameFrom(label), refuse: refuseName });
    if (name === undefined) return;
    const from = await askText('Entrée en vigueur', { value: `01/01/${new Date().getFullYear() + 1}`, refuse: refuseDay });
    if (from === undefined) return;
    if (summary()?.vocabularies === 0) await copyNational(context, Uri.joinPath(folder, 'policies/national'), client);
    await writeDrafts(await client.sendRequest(newPolicyRequest, { folder: folder.toString(), name, label, from }));
}

/** Words of many labels, which tell none from another. */
const COMMON: ReadonlySet<string> = new Set(
    'de du des la le les d l et communauté communautés commune communes urbaine agglomération métropole établissement public territorial'.split(' '),
);

/** The words of a label that may make its name. */
function nameFrom(label: string): string {
    const words = label.toLowerCase().match(/[a-z0-9à-öø-ÿœ]+/g) ?? [];
    return words.filter((word) => !COMMON.has(word)).join('_');
}
