/**
 * Closes a `switch` on `kind`: the compiler refuses the call while a case is left out.
 * At run time it throws `TypeError`, which only data that belies its type can cause.
 */
export function absurd(x: never): never {
    throw new TypeError(`unexpected case: ${describe(x)}`);
}

function describe(x: unknown): string {
    if (typeof x === 'object' && x !== null && 'kind' in x) return `kind ${String(x.kind)}`;
    return typeof x === 'string' ? x : typeof x;
}
