import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** One thing to look at, short enough that a host may wait for it, and what is wrong there. */
export type Check = () => readonly Diagnostic[];

/**
 * What was found in objects of the representation. An object is lowered anew when anything that it was made from changes, so that the
 * findings of one that is still there are still true; they are forgotten with it.
 */
export class ValidationMemory {
    private readonly found = new WeakMap<object, { readonly complete: boolean; readonly findings: readonly Diagnostic[] }>();
    private ran = 0;

    /** How many checks were run since the memory was made. */
    get checks(): number {
        return this.ran;
    }

    run(check: Check): readonly Diagnostic[] {
        this.ran += 1;
        return check();
    }

    /** What was found in an object, when as much of the project was understood then. */
    find(of: object, complete: boolean): readonly Diagnostic[] | undefined {
        const known = this.found.get(of);
        return known?.complete === complete ? known.findings : undefined;
    }

    keep(of: object, complete: boolean, findings: readonly Diagnostic[]): void {
        this.found.set(of, { complete, findings });
    }
}
