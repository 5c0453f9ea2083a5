import type { Day } from '../ir/value.js';
import { parseDate } from '../kit/civil-date.js';
import { compare, fromFraction, ONE, toFraction } from '../kit/exact-number.js';
import { nearestNames } from '../kit/nearest-name.js';
import { finding, type DataFinding, type FieldFault } from './finding.js';
import { duplicateMember } from './json-duplicates.js';

/** Where a member stands, and where to report what is wrong with it. */
export interface JsonPlace {
    readonly file: string;
    /** Empty for the whole file, then `hypothèses.tours`, `communes[2].code`. */
    readonly path: string;
    readonly findings: DataFinding[];
}

/** The members of an object, by name; `place` is that of the object. */
export interface JsonFields {
    readonly place: JsonPlace;
    readonly members: ReadonlyMap<string, unknown>;
}

type Expected = Pick<FieldFault, 'expected' | 'allowed' | 'low' | 'high'>;

/** The JSON of a text, or nothing and a finding. */
export function parseJson(text: string, file: string, findings: DataFinding[]): { readonly value: unknown } | undefined {
    try {
        const value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
        const path = duplicateMember(text);
        if (path === undefined) return { value };
        findings.push(finding('BAR736', { file }, { path }));
    } catch {
        findings.push(finding('BAR701', { file }, {}));
    }
    return undefined;
}

/** The members of a value that must be an object with these and no others; `optional` ones may be absent. */
export function fieldsOf(value: unknown, place: JsonPlace, names: readonly string[], optional: readonly string[] = []): JsonFields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, 'wrong-type', { expected: 'object' });
    const members = new Map<string, unknown>(Object.entries(value));
    const known = [...names, ...optional];
    for (const name of members.keys()) {
        if (!known.includes(name)) report(inside(place, name), 'unknown', { expected: 'nothing' }, nearestNames(name, known));
    }
    return { place, members };
}

/** A member as it stands, or `undefined` with a finding when it is absent. */
function member({ place, members }: JsonFields, name: string, expected: Expected): { readonly value: unknown; readonly at: JsonPlace } | undefined {
    const at = inside(place, name);
    return members.has(name) ? { value: members.get(name), at } : wrong(at, 'missing', expected);
}

/** A member that must be an object with these members. */
export function objectField(fields: JsonFields, name: string, names: readonly string[], optional: readonly string[] = []): JsonFields | undefined {
    const held = member(fields, name, { expected: 'object' });
    return held === undefined ? undefined : fieldsOf(held.value, held.at, names, optional);
}

/** A text that is not empty. */
export function textField(fields: JsonFields, name: string): string | undefined {
    const expected: Expected = { expected: 'text' };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    if (typeof held.value !== 'string') return wrong(held.at, 'wrong-type', expected);
    return held.value.trim() === '' ? wrong(held.at, 'wrong-value', expected) : held.value;
}

/** `true` or `false`. */
export function booleanField(fields: JsonFields, name: string): boolean | undefined {
    const expected: Expected = { expected: 'boolean' };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    return typeof held.value === 'boolean' ? held.value : wrong(held.at, 'wrong-type', expected);
}

/** An integer within bounds, both included. */
export function integerField(fields: JsonFields, name: string, low: number, high: number): number | undefined {
    const expected: Expected = { expected: 'integer', low, high };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    if (typeof held.value !== 'number' || !Number.isInteger(held.value)) return wrong(held.at, 'wrong-type', expected);
    return held.value < low || held.value > high ? wrong(held.at, 'wrong-value', expected) : held.value;
}

/** One of the allowed texts or numbers. */
export function choiceField<Choice extends string | number>(fields: JsonFields, name: string, allowed: readonly Choice[]): Choice | undefined {
    const expected: Expected = { expected: 'choice', allowed: allowed.map(String) };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    return allowed.find((choice) => choice === held.value) ?? wrong(held.at, 'wrong-value', expected);
}

/** A day written `2024-01-31`. */
export function dateField(fields: JsonFields, name: string): Day | undefined {
    const expected: Expected = { expected: 'date' };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    if (typeof held.value !== 'string') return wrong(held.at, 'wrong-type', expected);
    const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(held.value) ? parseDate(held.value) : undefined;
    return day ?? wrong(held.at, 'wrong-value', expected);
}

const PROBABILITY = /^(?:0|1|[0-9]{1,9}\/[1-9][0-9]{0,8})$/;

/** A probability written `0`, `1` or `2/100`, given in lowest terms. */
export function probabilityField(fields: JsonFields, name: string): string | undefined {
    const expected: Expected = { expected: 'fraction', low: 0, high: 1 };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    if (typeof held.value !== 'string') return wrong(held.at, 'wrong-type', expected);
    const value = PROBABILITY.test(held.value) ? fromFraction(held.value) : undefined;
    return value === undefined || compare(value, ONE) > 0 ? wrong(held.at, 'wrong-value', expected) : toFraction(value);
}

/** A list, each item with its place. */
export function listField(fields: JsonFields, name: string): readonly { readonly value: unknown; readonly at: JsonPlace }[] | undefined {
    const expected: Expected = { expected: 'list' };
    const held = member(fields, name, expected);
    if (held === undefined) return undefined;
    if (!Array.isArray(held.value)) return wrong(held.at, 'wrong-type', expected);
    const { at } = held;
    return held.value.map((value: unknown, index) => ({ value, at: { ...at, path: `${at.path}[${index}]` } }));
}

/** A list of texts. */
export function textsField(fields: JsonFields, name: string): readonly string[] | undefined {
    return listField(fields, name)?.flatMap(({ value, at }) => (typeof value === 'string' ? [value] : (wrong(at, 'wrong-type', { expected: 'text' }) ?? [])));
}

/** A file beside the manifest: a plain name, never a path that leads elsewhere (REQ-13). */
export function fileNameField(fields: JsonFields, name: string): string | undefined {
    const text = textField(fields, name);
    if (text === undefined) return undefined;
    const plain = /^[^/\\:\u0000-\u001F]{1,200}$/.test(text) && !text.startsWith('.');
    return plain ? text : wrong(inside(fields.place, name), 'wrong-value', { expected: 'file-name' });
}

/** The place of a member. */
export function inside(place: JsonPlace, name: string): JsonPlace {
    return { ...place, path: place.path === '' ? name : `${place.path}.${name}` };
}

/** Reports a fault at a place, and gives nothing. */
export function wrong(place: JsonPlace, problem: FieldFault['problem'], expected: Expected): undefined {
    return report(place, problem, expected, []);
}

function report(place: JsonPlace, problem: FieldFault['problem'], expected: Expected, nearest: readonly string[]): undefined {
    place.findings.push(finding('BAR702', { file: place.file }, { path: place.path, problem, ...expected, nearest }));
    return undefined;
}
