import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { failureReason, machineDisk } from './disk.js';
import { holdPending, releasePending } from './pending.js';

/** A file of the user's whose text changes: where, shown how, from what to what. */
export interface TextReplacement {
    /** Absolute, real path. */
    readonly path: string;
    /** As the user wrote it. */
    readonly shown: string;
    /** The text that was read, without its byte order mark: the file must still hold it. */
    readonly before: string;
    readonly after: string;
}

/** Replaces the text of a file whole or not at all, with the same permissions; a file that changed since it was read is left alone (REQ-14, REQ-24). */
export function replaceText({ path, shown, before, after }: TextReplacement): readonly Diagnostic[] {
    const partial = join(dirname(path), `.${basename(path)}.en-cours-${randomBytes(8).toString('hex')}`);
    holdPending(partial);
    try {
        if (new TextDecoder().decode(readFileSync(path)) !== before) return [report('BAR933', { path: shown })];
        machineDisk.writeNew(partial, after);
        chmodSync(partial, statSync(path).mode);
        machineDisk.rename(partial, path);
        machineDisk.syncFolder(dirname(path));
        return [];
    } catch (error) {
        return [report('BAR912', { path: shown, reason: failureReason(error) })];
    } finally {
        machineDisk.remove(partial);
        releasePending(partial);
    }
}
