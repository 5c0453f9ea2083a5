import { rmSync } from 'node:fs';

/** Temporary files and folders that hold an output until it is whole. */
const pending = new Set<string>();

/** Notes a temporary path, to be removed should the process end before `release`. */
export function holdPending(path: string): void {
    pending.add(path);
}

/** Forgets a path: its content has its final name, or is gone. */
export function releasePending(path: string): void {
    pending.delete(path);
}

/** Removes what is left: called when the process ends, in whatever way lets it. */
export function removePending(): void {
    for (const path of pending) rmSync(path, { recursive: true, force: true });
    pending.clear();
}
