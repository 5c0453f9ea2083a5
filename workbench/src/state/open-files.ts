import { MANIFEST_FILE } from '@bareme/language/data';
import { show } from './navigation.js';
import { announce, session, update, type Files } from './session.js';
import { undoablyReplaced } from './undo.js';
import { openWorkspace } from './workspace.js';

/** Beyond this size a file is refused before it is read, in bytes. */
const LARGEST_POLICY = 1024 * 1024;
const LARGEST_DATA = 256 * 1024 * 1024;

/** A file that was not taken, and why. */
export interface RefusedFile {
    readonly path: string;
    readonly reason: string;
}

/** What came of opening files. */
export interface OpenOutcome {
    readonly policies: number;
    readonly data: number;
    readonly refused: readonly RefusedFile[];
}

/**
 * Opens what the user chose: `.bareme` files become the workspace, the others the territory where a `territoire.json` is among them.
 * Nothing is read that is too large; what is not taken is told.
 */
export async function openFiles(chosen: readonly File[]): Promise<OpenOutcome> {
    const refused: RefusedFile[] = [];
    const policies = chosen.filter(({ name }) => name.endsWith('.bareme')).filter((file) => isTaken(file, LARGEST_POLICY, refused));
    const folder = folderOfManifest(chosen);
    const data = chosen
        .filter((file) => !file.name.endsWith('.bareme') && folder !== undefined && pathOf(file).startsWith(folder))
        .filter((file) => isTaken(file, LARGEST_DATA, refused));
    const texts = await Promise.all(policies.map(async (file) => [pathOf(file), await file.text()] as const));
    const bytes = await Promise.all(data.map(async (file) => [pathOf(file).slice(folder?.length), new Uint8Array(await file.arrayBuffer())] as const));
    undoablyReplaced('fichiers ouverts', () => {
        if (texts.length > 0) openTexts(new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1))));
        if (bytes.length > 0) update({ territory: { kind: 'known', source: { kind: 'files', files: new Map(bytes) } }, edition: 'partageable' });
    });
    announce(`${texts.length} fichiers de règles et ${data.length} fichiers de données ouverts.`);
    if (texts.length > 0) show(data.length > 0 ? 'rejouer' : 'rediger');
    else if (data.length > 0) show('donnees');
    return { policies: texts.length, data: data.length, refused };
}

function openTexts(files: Files): void {
    openWorkspace('files', files);
    const { territory } = session();
    const isDemo = territory.kind !== 'none' && territory.source.kind === 'synthetic';
    update({ compiled: undefined, runs: [], replay: { kind: 'idle' }, territory: isDemo ? { kind: 'none' } : territory });
}

function isTaken(file: File, largest: number, refused: RefusedFile[]): boolean {
    if (file.size <= largest) return true;
    const limit = `${Math.round(largest / 1024 / 1024)}\u00a0Mo`;
    refused.push({ path: pathOf(file), reason: `il dépasse ${limit} : coupez-le, ou rejouez-le avec la ligne de commande` });
    return false;
}

/** The folder of `territoire.json`, with a final slash; empty at the root. */
function folderOfManifest(files: readonly File[]): string | undefined {
    const manifest = files.find(({ name }) => name === MANIFEST_FILE);
    return manifest && pathOf(manifest).slice(0, -MANIFEST_FILE.length);
}

/** The path below the folder that was chosen. */
function pathOf(file: File): string {
    const path = file.webkitRelativePath;
    return path === '' ? file.name : path;
}
