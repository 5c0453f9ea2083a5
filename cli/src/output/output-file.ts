import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { failureReason, type Disk } from './disk.js';
import { holdPending, releasePending } from './pending.js';

/** A file to write: where, shown how, what. */
export interface FileRequest {
    /** Absolute path. */
    readonly path: string;
    /** As the user wrote it. */
    readonly shown: string;
    readonly force: boolean;
    /** Whether the text that stands there carries the mark of this command. */
    readonly isOurs: (text: string) => boolean;
    readonly disk: Disk;
}

/** Why a file may not be written there; empty: it may. */
export function refusalsOfFile({ path, shown, force, isOurs, disk }: FileRequest): readonly Diagnostic[] {
    const kind = disk.kindOf(path);
    if (kind === undefined) return [];
    if (kind === 'link') return [report('BAR914', { path: shown })];
    if (kind !== 'file') return [report('BAR912', { path: shown, reason: 'un dossier porte déjà ce nom' })];
    if (!force) return [report('BAR910', { path: shown })];
    return isOurs(disk.readText(path)) ? [] : [report('BAR917', { path: shown })];
}

/** Writes a file whole or not at all: beside its place, made durable, then renamed (REQ-14). */
export function writeOutputFile(request: FileRequest, content: string): readonly Diagnostic[] {
    const { path, shown, disk } = request;
    const refused = refusalsOfFile(request);
    if (refused.length > 0) return refused;
    const partial = join(dirname(path), `.${basename(path)}.en-cours-${randomBytes(8).toString('hex')}`);
    holdPending(partial);
    try {
        disk.makeFolder(dirname(path));
        disk.writeNew(partial, content);
        disk.rename(partial, path);
        disk.syncFolder(dirname(path));
        return [];
    } catch (error) {
        return [report('BAR912', { path: shown, reason: failureReason(error) })];
    } finally {
        try {
            disk.remove(partial);
        } catch {
            // The failure already said is the one that matters.
        }
        releasePending(partial);
    }
}
