import { counted } from '../base/french.js';
import { MANIFEST_FILE } from '@bareme/language/data';
import { show } from './navigation.js';
import { announce, session, update, type Files, type RefusedFile } from './session.js';
import { undoablyReplaced } from './undo.js';
import { openWorkspace } from './workspace.js';

/** Beyond this size a policy file, or the files of a territory together, are refused before they are read, in bytes. */
const LARGEST_POLICY = 1024 * 1024;
const LARGEST_DATA = 256 * 1024 * 1024;

/**
 * Opens what the user chose: `.bareme` files become the workspace, the others the territory where a `territoire.json` is among them.
 * Nothing is read that is too large; what is not taken is told.
 */
export async function openFiles(chosen: readonly File[]): Promise<void> {
    const refused: RefusedFile[] = [];
    const policies = withoutTwins(
        chosen.filter(({ name }) => name.endsWith('.bareme')),
        refused,
    ).filter((file) => isTaken(file, LARGEST_POLICY, refused));
    const folder = folderOfManifest(chosen);
    refused.push(...chosen.filter((file) => isStray(file, folder)).map((file) => ({ path: pathOf(file), reason: STRAY })));
    const data = withinBudget(
        chosen.filter((file) => !file.name.endsWith('.bareme') && folder !== undefined && pathOf(file).startsWith(folder)),
        refused,
    );
    const texts = await Promise.all(policies.map(async (file) => [pathOf(file), await file.text()] as const));
    const bytes = await Promise.all(data.map(async (file) => [pathOf(file).slice(folder?.length), new Uint8Array(await file.arrayBuffer())] as const));
    undoablyReplaced('fichiers ouverts', () => {
        if (texts.length > 0) openTexts(new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1))));
        if (bytes.length > 0) update({ territory: { kind: 'known', source: { kind: 'files', files: new Map(bytes) } }, edition: 'partageable' });
    });
    update({ refusedFiles: texts.length + bytes.length + refused.length === 0 ? [NOTHING] : refused });
    announce(`${counted(texts.length, 'fichier', 'fichiers')} de règles et ${counted(data.length, 'fichier', 'fichiers')} de données ouverts.`);
    if (texts.length > 0) show(data.length > 0 ? 'rejouer' : 'rediger');
    else if (data.length > 0) show('donnees');
}

/** Opens policy files, without the runs nor the demonstration's territory of before. */
export function openTexts(files: Files): void {
    openWorkspace('files', files);
    const { territory } = session();
    const isDemo = territory.kind !== 'none' && territory.source.kind === 'synthetic';
    update({ compiled: undefined, runs: [], replay: { kind: 'idle' }, territory: isDemo ? { kind: 'none' } : territory });
}

/** None of the files is one that is opened here. */
const NOTHING: RefusedFile = { reason: 'il faut des fichiers .bareme, ou un territoire avec son « territoire.json »' };
const STRAY = 'aucun « territoire.json » ne dit ce qu’est ce tableau';

/** A table that belongs to no territory. */
function isStray(file: File, folder: string | undefined): boolean {
    return /\.(?:csv|tsv|xlsx|parquet)$/i.test(file.name) && (folder === undefined || !pathOf(file).startsWith(folder));
}

/** Files chosen one by one do not know their folders: of two of one name, the second would take the place of the first. */
function withoutTwins(files: readonly File[], refused: RefusedFile[]): readonly File[] {
    const seen = new Set<string>();
    return files.filter((file) => {
        const path = pathOf(file);
        if (seen.has(path)) refused.push({ path, reason: 'un autre fichier porte ce nom : ouvrez plutôt le dossier qui les contient' });
        const isFirst = !seen.has(path);
        seen.add(path);
        return isFirst;
    });
}

/** The tables of a territory are read together: beyond what the memory of a page holds, none is. */
function withinBudget(files: readonly File[], refused: RefusedFile[]): readonly File[] {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    if (total <= LARGEST_DATA) return files;
    const [largest] = [...files].sort((a, b) => b.size - a.size);
    const reason = `les données font ${megabytes(total)}, plus que la mémoire d’une page (${megabytes(LARGEST_DATA)}) : rejouez-les avec la ligne de commande`;
    if (largest !== undefined) refused.push({ path: pathOf(largest), reason });
    return [];
}

function megabytes(bytes: number): string {
    return `${Math.ceil(bytes / 1024 / 1024)}\u00a0Mo`;
}

function isTaken(file: File, largest: number, refused: RefusedFile[]): boolean {
    if (file.size <= largest) return true;
    refused.push({ path: pathOf(file), reason: `il dépasse ${megabytes(largest)}, ce qui n’est pas une politique : coupez-le en plusieurs fichiers` });
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
