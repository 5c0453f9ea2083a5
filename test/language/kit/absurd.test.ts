import { expect, it } from 'vitest';
import { absurd } from '../../../language/src/kit/absurd.js';

/** What reaches `absurd` when data belies its type, as JSON read from a file may. */
function belied(value: unknown): never {
    return value as never;
}

it.each([
    [{ kind: 'nouveau' }, 'unexpected case: kind nouveau'],
    ['mois', 'unexpected case: mois'],
    [null, 'unexpected case: object'],
    [3, 'unexpected case: number'],
])('throws on %j and names the case', (value, message) => {
    expect(() => absurd(belied(value))).toThrow(new TypeError(message));
});
