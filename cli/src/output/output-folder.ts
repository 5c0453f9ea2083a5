import { basename, dirname, join } from 'node:path';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureCode, failureReason, type Disk } from './disk.js';
import { holdPending, releasePending } from './pending.js';

/** What is to be written: where, shown how, and which names the command owns there. */
export interface OutputRequest {
    /** Absolute path. */
    readonly path: string;
    /** As the user wrote it: what findings show. */
    readonly shown: string;
    /** Every name that the command may write in the folder: `--force` replaces a folder that holds nothing else. */
    readonly owned: readonly string[];
    readonly force: boolean;
    readonly disk: Disk;
}

/** A folder reserved for this process, still as it was. */
export interface OutputFolder {
    /** Makes the folder appear with these files and no other, or leaves things as they were and says why. */
    readonly commit: (files: ReadonlyMap<string, string>) => readonly Diagnostic[];
    /** Gives the reservation up. */
    readonly abandon: () => void;
}

export type OpenedFolder = { readonly kind: 'open'; readonly folder: OutputFolder } | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reserves an output folder before long work. The files are written beside it, made durable, and take its name in one renaming (REQ-14);
 * a lock file with the process's number keeps a second command away (REQ-24); links are refused (REQ-13).
 */
export function openOutputFolder(request: OutputRequest): OpenedFolder {
    const names = namesBeside(request.path);
    try {
        restoreFormer(request, names);
        const diagnostics = refusals(request);
        if (diagnostics.length > 0) return { kind: 'refused', diagnostics };
        request.disk.makeFolder(dirname(request.path));
        if (!takeLock(request.disk, names.lock)) return { kind: 'refused', diagnostics: [report('BAR913', { path: request.shown })] };
    } catch (error) {
        return { kind: 'refused', diagnostics: [unwritable(request, error)] };
    }
    let held = true;
    const abandon = () => {
        if (held) quietly(() => releaseLock(request.disk, names.lock));
        held = false;
    };
    const write = (files: ReadonlyMap<string, string>) => {
        const diagnostics = commit({ request, names, files });
        abandon();
        return diagnostics;
    };
    return { kind: 'open', folder: { commit: write, abandon } };
}

/** How a command ends when its output is refused: a disk that fails is no misuse. */
export function refusalExit(diagnostics: readonly Diagnostic[]): ExitCode {
    return diagnostics.some(({ code }) => code === 'BAR912') ? EXIT.internal : EXIT.misuse;
}

interface Names {
    /** The folder while it is being written. */
    readonly partial: string;
    /** The former folder, for the instant between two renamings. */
    readonly former: string;
    readonly lock: string;
}

function namesBeside(path: string): Names {
    const beside = (suffix: string) => join(dirname(path), `.${basename(path)}.${suffix}`);
    return { partial: beside('en-cours'), former: beside('ancien'), lock: beside('verrou') };
}

/** A machine that stopped between the two renamings left the former folder under its other name. */
function restoreFormer({ path, disk }: OutputRequest, { former }: Names): void {
    if (disk.kindOf(former) !== 'folder') return;
    if (disk.kindOf(path) === undefined) disk.rename(former, path);
    else disk.remove(former);
}

function refusals({ path, shown, owned, force, disk }: OutputRequest): readonly Diagnostic[] {
    const kind = disk.kindOf(path);
    if (kind === undefined) return [];
    if (kind === 'link') return [report('BAR914', { path: shown })];
    if (kind !== 'folder') return [report('BAR912', { path: shown, reason: 'un fichier porte déjà ce nom' })];
    const entries = disk.list(path);
    const foreign = entries.filter((name) => !owned.includes(name));
    if (foreign.length > 0) return [report('BAR911', { path: shown, found: foreign.slice(0, 2) })];
    return entries.length > 0 && !force ? [report('BAR910', { path: shown })] : [];
}

/** False when another living process holds the lock; a lock left by a dead one is taken over. */
function takeLock(disk: Disk, lock: string): boolean {
    for (const attempt of [1, 2]) {
        try {
            disk.writeNew(lock, `${process.pid}\n`);
            holdPending(lock);
            return true;
        } catch (error) {
            if (failureCode(error) !== 'EEXIST') throw error;
            if (attempt === 2 || isAlive(Number.parseInt(disk.readText(lock), 10))) return false;
            disk.remove(lock);
        }
    }
    return false;
}

function isAlive(pid: number): boolean {
    if (!Number.isInteger(pid) || pid <= 0) return false;
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return failureCode(error) === 'EPERM';
    }
}

function releaseLock(disk: Disk, lock: string): void {
    disk.remove(lock);
    releasePending(lock);
}

interface Commit {
    readonly request: OutputRequest;
    readonly names: Names;
    readonly files: ReadonlyMap<string, string>;
}

function commit(work: Commit): readonly Diagnostic[] {
    const { request, names } = work;
    const { disk } = request;
    holdPending(names.partial);
    try {
        writePartial(work);
        putInPlace(work);
        return [];
    } catch (error) {
        return [unwritable(request, error)];
    } finally {
        quietly(() => disk.remove(names.partial));
        releasePending(names.partial);
    }
}

function writePartial({ request: { disk }, names, files }: Commit): void {
    disk.remove(names.partial);
    disk.makeFolder(names.partial);
    for (const [name, content] of files) disk.writeNew(join(names.partial, name), content);
    disk.syncFolder(names.partial);
}

function putInPlace({ request: { path, disk }, names }: Commit): void {
    const replaced = disk.kindOf(path) === 'folder';
    if (replaced) disk.rename(path, names.former);
    try {
        disk.rename(names.partial, path);
    } catch (error) {
        if (replaced) disk.rename(names.former, path);
        throw error;
    }
    // From here the output is whole: what remains is tidying, and its failure undoes nothing.
    if (replaced) quietly(() => disk.remove(names.former));
    quietly(() => disk.syncFolder(dirname(path)));
}

function unwritable({ shown }: OutputRequest, error: unknown): Diagnostic {
    return report('BAR912', { path: shown, reason: failureReason(error) });
}

function quietly(action: () => void): void {
    try {
        action();
    } catch {
        // The output is already whole, or already refused with its reason.
    }
}
