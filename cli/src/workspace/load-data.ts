import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { eventFiles, MANIFEST_FILE, readDemands, readTerritory, territoryFiles, type DataFinding } from '@bareme/language/data';
import type { Table, Territory } from '@bareme/language/columns';
import type { Mapping, Vocabulary } from '@bareme/language/ir';
import { integerText } from '../french.js';
import { failureReason } from '../output/disk.js';

/** The words in which data are read. */
export interface DataWords {
    readonly vocabulary: Vocabulary;
    readonly mapping?: Mapping;
}

/** A file that was read, by the hash of its bytes. */
export interface FileHash {
    readonly name: string;
    readonly sha256: string;
}

/** A territory's folder read. `diagnostics` are about the disk, `findings` about what the files say. */
export interface LoadedTerritory {
    readonly territory?: Territory;
    readonly findings: readonly DataFinding[];
    readonly diagnostics: readonly Diagnostic[];
    readonly hashes: readonly FileHash[];
}

/** Reads a territory's folder: `territoire.json`, then the files that it or the correspondance names, never outside the folder. */
export async function loadTerritory(folder: string, shown: string, words: DataWords): Promise<LoadedTerritory> {
    const nothing = { findings: [], hashes: [] };
    const manifest = await readBytes(join(folder, MANIFEST_FILE), `${shown}/${MANIFEST_FILE}`);
    if (manifest.kind === 'refused') return { ...nothing, diagnostics: [manifest.diagnostic] };
    const text = new TextDecoder().decode(manifest.bytes);
    const files = new Map<string, Uint8Array>();
    const diagnostics: Diagnostic[] = [];
    for (const name of territoryFiles(text, words.mapping)) {
        const file = await readInside(folder, name, shown);
        if (file.kind === 'read') files.set(name, file.bytes);
        else if (file.diagnostic !== undefined) diagnostics.push(file.diagnostic);
    }
    const budget = overBudget([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0));
    if (budget !== undefined) return { ...nothing, diagnostics: [budget] };
    const reading = readTerritory({ manifest: text, files, ...words });
    const hashes = [hashOf(MANIFEST_FILE, manifest.bytes), ...[...files].map(([name, bytes]) => hashOf(name, bytes))];
    return { territory: reading.territory, findings: reading.findings, diagnostics, hashes };
}

/** Demands read on their own. */
export interface LoadedDemands {
    readonly demands?: Table;
    readonly synthetic: boolean;
    readonly findings: readonly DataFinding[];
    readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of demands without a territory around it, with the events and members that the correspondance finds beside it. */
export async function loadDemands(path: string, shown: string, words: DataWords): Promise<LoadedDemands> {
    const file = await readBytes(path, shown);
    if (file.kind === 'refused') return { synthetic: false, findings: [], diagnostics: [file.diagnostic] };
    const events = await eventsBeside(path, shown, words);
    const budget = overBudget([file.bytes, ...events.values()].reduce((sum, bytes) => sum + bytes.length, 0));
    if (budget !== undefined) return { synthetic: false, findings: [], diagnostics: [budget] };
    const { demands, synthetic = false, findings } = readDemands({ file: shown, bytes: file.bytes, events, ...words });
    return { demands, synthetic, findings, diagnostics: [] };
}

/** Files of events and members that the correspondance names, in the folder of the demands; those that are not there are left out. */
async function eventsBeside(path: string, shown: string, { mapping, vocabulary }: DataWords): Promise<ReadonlyMap<string, Uint8Array>> {
    const events = new Map<string, Uint8Array>();
    for (const name of eventFiles(mapping, vocabulary)) {
        const read = await readInside(dirname(path), name, dirname(shown));
        if (read.kind === 'read') events.set(name, read.bytes);
    }
    return events;
}

type BytesRead = { readonly kind: 'read'; readonly bytes: Uint8Array } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

async function readBytes(path: string, shown: string): Promise<BytesRead> {
    try {
        const status = await stat(path);
        if (!status.isFile()) return { kind: 'refused', diagnostic: report('BAR915', { path: shown, reason: 'ce n’est pas un fichier' }) };
        if (status.size > LARGEST_FILE) return { kind: 'refused', diagnostic: report('BAR915', { path: shown, reason: 'il dépasse 512 Mo' }) };
        return { kind: 'read', bytes: await readFile(path) };
    } catch (error) {
        return { kind: 'refused', diagnostic: report('BAR915', { path: shown, reason: failureReason(error) }) };
    }
}

/** Beyond this size a file would not fit in memory with its columns: it is refused before it is read (REQ-4). */
const LARGEST_FILE = 512 * 1024 * 1024;

/** A file named by the territory, read only below its folder (REQ-13). An absent one is the data room's to tell. */
async function readInside(folder: string, name: string, shown: string): Promise<BytesRead | { readonly kind: 'refused'; readonly diagnostic?: Diagnostic }> {
    try {
        const root = await realpath(folder);
        const way = relative(root, await realpath(join(root, await nameOnDisk(root, name))));
        if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
            return { kind: 'refused', diagnostic: report('BAR915', { path: `${shown}/${name}`, reason: 'il est en dehors du dossier du territoire' }) };
        }
        return await readBytes(join(root, way), `${shown}/${name}`);
    } catch {
        return { kind: 'refused' };
    }
}

/** The name as the disk writes it: some systems set accents apart from their letters (« réfus.csv » in NFD). */
async function nameOnDisk(folder: string, name: string): Promise<string> {
    const wanted = name.normalize('NFC');
    const names = await readdir(folder);
    return names.includes(name) ? name : (names.find((found) => found.normalize('NFC') === wanted) ?? name);
}

/** Memory that reading takes, for each byte of the files: cells, columns, and the tables of a run. */
const MEMORY_PER_BYTE = 6;

/** What is said of files whose reading would not fit in memory, before any of it is spent (REQ-4). */
export function overBudget(bytes: number, available = getHeapStatistics().heap_size_limit): Diagnostic | undefined {
    const needed = bytes * MEMORY_PER_BYTE;
    if (needed <= available) return undefined;
    return report('BAR919', { size: megabytes(bytes), needed: megabytes(needed), available: megabytes(available) });
}

function megabytes(bytes: number): string {
    return `${integerText(Math.ceil(bytes / 1024 / 1024))} Mo`;
}

function hashOf(name: string, bytes: Uint8Array): FileHash {
    return { name, sha256: sha256(bytes) };
}

/** SHA-256 in hexadecimal: what the pure rooms are given to hash with. */
export function sha256(content: string | Uint8Array): string {
    return createHash('sha256').update(content).digest('hex');
}
