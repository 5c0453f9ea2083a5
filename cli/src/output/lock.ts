import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { failureCode, type Disk } from './disk.js';
import { holdPending, releasePending } from './pending.js';

/** Who holds a lock: the number of a process means something on its machine, and only as long as that process started when it says. */
interface Holder {
    readonly pid: number;
    readonly machine: string;
    /** What the system says of the start of the process; empty where it says nothing. */
    readonly started: string;
}

/** A lock taken, or who has it. */
export type LockTaking = { readonly kind: 'taken' } | { readonly kind: 'held'; readonly machine: string };

/** Takes a lock file; one that a dead process of this machine left is taken over. */
export function takeLock(disk: Disk, lock: string): LockTaking {
    const own: Holder = { pid: process.pid, machine: hostname(), started: startOf(process.pid) };
    for (;;) {
        try {
            disk.writeNew(lock, `${JSON.stringify(own)}\n`);
            holdPending(lock);
            return { kind: 'taken' };
        } catch (error) {
            if (failureCode(error) !== 'EEXIST') throw error;
            const holder = readHolder(disk.readText(lock));
            if (holder === undefined || isHeld(holder, own)) return { kind: 'held', machine: holder?.machine ?? '' };
            disk.remove(lock);
        }
    }
}

/** Frees a lock. */
export function releaseLock(disk: Disk, lock: string): void {
    disk.remove(lock);
    releasePending(lock);
}

function readHolder(text: string): Holder | undefined {
    try {
        const { pid, machine, started } = JSON.parse(text) as Partial<Holder>;
        return typeof pid === 'number' && typeof machine === 'string' && typeof started === 'string' ? { pid, machine, started } : undefined;
    } catch {
        return undefined;
    }
}

/** A process of another machine cannot be looked at: it is believed to run. */
function isHeld({ pid, machine, started }: Holder, own: Holder): boolean {
    if (machine !== own.machine) return true;
    return isAlive(pid) && (started === '' || started === startOf(pid));
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

/** The field of `/proc/PID/stat` that tells when a process started, with the boot that it counts from. */
function startOf(pid: number): string {
    try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
        return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19] ?? ''}`;
    } catch {
        return '';
    }
}
