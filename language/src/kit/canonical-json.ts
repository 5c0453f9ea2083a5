import { compareText } from './text-order.js';
/**
 * The one text of a value as JSON, after RFC 8785: members sorted by the UTF-16 code units of their names, no space, the shortest
 * escapes. Two equal values give the same bytes.
 *
 * Takes what our data are made of: strings, booleans, null, integers within ±(2^53 − 1), arrays and plain objects; a member whose
 * value is `undefined` is left out. Throws `TypeError` on anything else (a fraction, a bigint, a Map, a hole in an array), so that
 * nothing is lost in a receipt.
 */
export function canonicalJson(value: unknown): string {
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'number') return integerText(value);
    if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
    if (typeof value === 'object' && isPlain(value)) return objectText(value);
    throw new TypeError(`no canonical JSON for a value of type ${typeof value}`);
}

function integerText(value: number): string {
    if (!Number.isSafeInteger(value)) throw new TypeError(`no canonical JSON for the number ${value}`);
    return String(value);
}

function objectText(value: object): string {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => compareText(a, b));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
