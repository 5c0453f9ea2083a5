import { Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Session } from '../client/session.js';
import { fileChangesNotification, newFactRequest, ruleSetsRequest, type DraftChange, type NewFactRequest } from '../protocol.js';
import { askText, askVersion, nameFromWords, refuseName } from './ask.js';

/** Declares a fact that the territory alone knows, and shows it. */
export async function addLocalFact({ client }: Session): Promise<void> {
    const chosen = await askVersion('Quelle version lira ce fait ?', await client.sendRequest(ruleSetsRequest));
    if (chosen === undefined) return;
    const label = await askText('Quel fait de la demande ?', { example: 'Agent de la commune' });
    if (label === undefined) return;
    const name = await askText('Nom court, pour le citer dans les règles', { value: nameFromWords(label), refuse: refuseName });
    if (name === undefined) return;
    const kind = await askKind();
    if (kind === undefined) return;
    const drafted = await client.sendRequest(newFactRequest, { ...chosen, name, label, ...kind });
    if ('refused' in drafted) return void window.showErrorMessage(`Barème : ${drafted.refused}`);
    await apply(drafted);
    // The disk tells of a new file in its own time.
    const { created } = drafted;
    if (created !== undefined) await client.sendNotification(fileChangesNotification, { changed: [created], deleted: [] });
    await show(drafted);
}

type Kind = Pick<NewFactRequest, 'type' | 'values'>;

const KINDS: readonly { readonly label: string; readonly description: string; readonly type?: string }[] = [
    { label: 'Oui ou non', description: 'si agent_de_la_commune', type: 'oui/non' },
    { label: 'Une réponse parmi plusieurs', description: 'selon service_rendu { pompier : 6 points … }' },
    { label: 'Un nombre', description: 'si enfants_gardés au moins 2', type: 'entier' },
    { label: 'Un montant par mois', description: 'si reste_à_vivre moins de 400 € par mois', type: 'montant par mois' },
    { label: 'Un montant', description: 'si dette plus de 1 000 €', type: 'montant' },
    { label: 'Un taux', description: 'si part_du_loyer plus de 33 %', type: 'ratio' },
    { label: 'Une date', description: '1 point par an révolu depuis arrivée_dans_la_commune', type: 'date' },
    { label: 'Une durée', description: 'si durée_de_résidence au moins 2 ans', type: 'durée' },
];

async function askKind(): Promise<Kind | undefined> {
    const picked = await window.showQuickPick([...KINDS], { title: 'Barème', placeHolder: 'Que répond-on à cette question ?', ignoreFocusOut: true });
    if (picked === undefined) return undefined;
    if (picked.type !== undefined) return { type: picked.type };
    const written = await askText('Les réponses possibles, séparées par des points-virgules', {
        example: 'Pompier volontaire ; Réserve communale ; Aucun',
        refuse: refuseValues,
    });
    return written === undefined ? undefined : { values: labelsIn(written).map((label) => ({ name: nameFromWords(label), label })) };
}

function labelsIn(text: string): readonly string[] {
    return text
        .split(';')
        .map((label) => label.trim())
        .filter((label) => label !== '');
}

function refuseValues(text: string): string | undefined {
    const labels = labelsIn(text);
    if (labels.length < 2) return 'Au moins deux réponses, séparées par des points-virgules.';
    const names = labels.map(nameFromWords);
    if (names.some((name) => refuseName(name) !== undefined)) return 'Chaque réponse tient en mots : des lettres et des chiffres.';
    return new Set(names).size < names.length ? 'Deux réponses ont le même nom.' : undefined;
}

async function apply({ edits, created }: DraftChange): Promise<void> {
    const change = new WorkspaceEdit();
    if (created !== undefined) change.createFile(Uri.parse(created.uri), { contents: new TextEncoder().encode(created.text) });
    for (const { uri, range, newText } of edits) {
        const { start, end } = range;
        change.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
    }
    await workspace.applyEdit(change);
}

async function show({ show: { uri, words } }: DraftChange): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const place = Math.max(0, document.getText().indexOf(words));
    const start = document.positionAt(place);
    await window.showTextDocument(document, { preview: false, selection: new Range(start, new Position(start.line, start.character)) });
}
