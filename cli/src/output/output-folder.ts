import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureReason, type Disk } from './disk.js';
import { releaseLock, takeLock } from './lock.js';
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
    /** Whether what the folder holds carries the mark of this command; names alone prove nothing. */
    readonly isOurs: (read: (name: string) => string | undefined) => boolean;
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
 * a lock file that tells the process and its machine keeps a second command away (REQ-24); links are refused (REQ-13). Beside the output,
 * nothing is touched whose name this command did not draw.
 */
export function openOutputFolder(request: OutputRequest): OpenedFolder {
    const { path, shown, disk } = request;
    const names = namesBeside(path);
    let held = false;
    const abandon = () => {
        if (held) quietly(() => releaseLock(disk, names.lock));
        held = false;
    };
    try {
        if (disk.kindOf(path) === 'link') return { kind: 'refused', diagnostics: [report('BAR914', { path: shown })] };
        disk.makeFolder(dirname(path));
        const taking = takeLock(disk, names.lock);
        if (taking.kind === 'held')
            return { kind: 'refused', diagnostics: [report('BAR913', { path: shown, lock: lockShown(shown), machine: taking.machine })] };
        held = true;
        tidyBeside(request);
        const diagnostics = refusals(request);
        if (diagnostics.length === 0) return { kind: 'open', folder: { commit: (files) => commitOnce({ request, names, files }, abandon), abandon } };
        abandon();
        return { kind: 'refused', diagnostics };
    } catch (error) {
        abandon();
        return { kind: 'refused', diagnostics: [unwritable(request, error)] };
    }
}

function commitOnce(work: Commit, abandon: () => void): readonly Diagnostic[] {
    const diagnostics = commit(work);
    abandon();
    return diagnostics;
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
    const drawn = randomBytes(8).toString('hex');
    return { partial: beside(`en-cours-${drawn}`), former: beside(`ancien-${drawn}`), lock: beside('verrou') };
}

/** The lock as a finding shows it: beside the output as the user wrote it. */
function lockShown(shown: string): string {
    return join(dirname(shown), `.${basename(shown)}.verrou`);
}

/** The names that `namesBeside` draws: sixteen hexadecimal digits that nobody else writes. */
const DRAWN = /^(en-cours|ancien)-[0-9a-f]{16}$/;

/** A machine that stopped left half a folder, or the former one under its other name: the lock is ours, so nobody else uses them. */
function tidyBeside({ path, disk }: OutputRequest): void {
    const prefix = `.${basename(path)}.`;
    for (const name of disk.list(dirname(path))) {
        const kind = name.startsWith(prefix) ? DRAWN.exec(name.slice(prefix.length))?.[1] : undefined;
        if (kind === undefined) continue;
        const left = join(dirname(path), name);
        if (kind === 'ancien' && disk.kindOf(path) === undefined) disk.rename(left, path);
        else disk.remove(left);
    }
}

function refusals({ path, shown, owned, force, isOurs, disk }: OutputRequest): readonly Diagnostic[] {
    const kind = disk.kindOf(path);
    if (kind === undefined) return [];
    if (kind === 'link') return [report('BAR914', { path: shown })];
    if (kind !== 'folder') return [report('BAR912', { path: shown, reason: 'un fichier porte déjà ce nom' })];
    const entries = disk.list(path);
    const foreign = entries.filter((name) => !owned.includes(name));
    if (foreign.length > 0) return [report('BAR911', { path: shown, found: foreign.slice(0, 2) })];
    if (entries.length === 0) return [];
    if (!force) return [report('BAR910', { path: shown })];
    return isOurs((name) => (entries.includes(name) && disk.kindOf(join(path, name)) === 'file' ? disk.readText(join(path, name)) : undefined))
        ? []
        : [report('BAR917', { path: shown })];
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
