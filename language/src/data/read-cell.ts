import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Enumeration } from '../ir/vocabulary.js';
import { civilDay, formatFrenchDate, parseDate, yearOf } from '../kit/civil-date.js';
import { isWithinBounds } from '../ir/within-bounds.js';
import { heldAs, refused, type Cell, type CellForm } from './cell.js';
import { numberCellReader } from './number-cell.js';
import { foldedText, wordsOfEnumeration } from './words-of-enumeration.js';

/** The first and last years that a date of a housing file can hold; others are slips. */
const YEARS = { first: 1900, last: 2100 };

const LONGEST_WORD = 200;
const LONGEST_TEXT = 5000;

/** Ways to write the absences and the empty list. `NONDOC` is the code of the national register. */
const MISSING_WORDS = new Set(['nondoc', 'non renseigne']);
const NOT_APPLICABLE_WORDS = new Set(['sans objet']);
const EMPTY_WORDS = new Set(['aucun', 'aucune']);

const YES = new Set(['oui', 'true', 'vrai', '1']);
const NO = new Set(['non', 'false', 'faux', '0']);

/** Whether a fact can be written in a cell: events have a file of their own, and only words come several to a cell. */
export function hasCellForm({ type, multiple }: FactDeclaration): boolean {
    if (type.kind === 'events') return false;
    return !multiple || type.kind === 'enumeration' || type.kind === 'code' || type.kind === 'text';
}

/**
 * Reads the cells of a fact, the same text always as the same value. A declared code, then the words of the fact's own type, come
 * before the words for an absence, so that a value named `NON` or `NONDOC` stays a value.
 */
export function cellReader(fact: FactDeclaration, form: CellForm, enumerations: readonly Enumeration[]): (text: string) => Cell {
    const single = valueReader(fact, form, enumerations);
    const whole = fact.multiple ? setReader(single, form) : single;
    return (text) => {
        const coded = form.codes.get(text) ?? (text === '' ? form.empty : undefined);
        if (coded !== undefined) return heldAs(fact, coded);
        const value = faultOfParts(text, form) ?? whole(text);
        return value.kind === 'refused' ? (absenceOf(text, fact) ?? value) : value;
    };
}

/** A cell of several columns of which some are empty, or hold the text that parts them: two others might then be told as one. */
function faultOfParts(text: string, { joined }: CellForm): Cell | undefined {
    if (joined === undefined) return undefined;
    const parts = text.split(joined.by);
    if (parts.length !== joined.count) return refused('joint-inside');
    return parts.includes('') ? refused('incomplete-parts') : undefined;
}

function absenceOf(text: string, fact: FactDeclaration): FactValue | undefined {
    const word = foldedText(text);
    if (MISSING_WORDS.has(word)) return { kind: 'missing' };
    if (NOT_APPLICABLE_WORDS.has(word)) return { kind: 'not-applicable' };
    return fact.multiple && EMPTY_WORDS.has(word) ? { kind: 'set', values: [] } : undefined;
}

function valueReader(fact: FactDeclaration, form: CellForm, enumerations: readonly Enumeration[]): (text: string) => Cell {
    const { type } = fact;
    switch (type.kind) {
        case 'number':
        case 'money':
        case 'ratio':
            return numberCellReader(fact, form);
        case 'date':
        case 'duration':
            return boundedReader(fact, type.kind === 'duration' ? readDuration : form.time === true ? readDateOfTime : readDate);
        case 'boolean':
            return readBoolean;
        case 'code':
            return (text) => readWord(text, { fact, longest: LONGEST_WORD, control: /[\u0000-\u001F\u007F]/, split: form.split });
        case 'text':
            return (text) => readWord(text, { fact, longest: LONGEST_TEXT, control: /[\u0000-\u0008\u000B-\u001F\u007F]/ });
        case 'enumeration':
            return enumerationReader(
                enumerations.find(({ name }) => name === type.name),
                form,
            );
        case 'events':
            return () => refused('unknown-value');
    }
}

const DATE_SHAPE = /^(?:[0-9]{2}\/[0-9]{2}\/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;

/** Days that programs write for « none »: the first days of spreadsheets, the last ones of databases. A real life can hold none of them. */
const SENTINELS: ReadonlySet<number | undefined> = new Set(
    [
        [1900, 1, 1],
        [1900, 1, 2],
        [1904, 1, 1],
        [2099, 12, 31],
        [2100, 1, 1],
    ].map(([year = 0, month = 0, day = 0]) => civilDay(year, month, day)),
);

function readDate(text: string): Cell {
    const day = parseDate(text);
    if (day === undefined) return refused(DATE_SHAPE.test(text) ? 'impossible-date' : TIME.test(text) ? 'date-with-time' : 'not-a-date');
    const year = yearOf(day);
    if (SENTINELS.has(day)) return refused('sentinel-date');
    return year < YEARS.first || year > YEARS.last ? refused('implausible-year') : { kind: 'date', day };
}

/** `2024-03-01T14:22:05.000` or `01/03/2024 14:22`, a local time; a zone is kept apart, for it may make another day. */
const TIME = /^(?<date>.+?)(?:T| +)(?:[01]?[0-9]|2[0-3])[:h][0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?(?<zone> ?(?:Z|UTC|[+-][0-9]{2}:?(?:[0-9]{2})?))?$/;

function readDateOfTime(text: string): Cell {
    const { date, zone } = TIME.exec(text)?.groups ?? {};
    if (zone !== undefined) return refused('time-zone');
    return readDate(date ?? text);
}

/** Refuses a day or a duration outside the bounds that the vocabulary declares. */
function boundedReader(fact: FactDeclaration, read: (text: string) => Cell): (text: string) => Cell {
    const { bounds, type } = fact;
    if (bounds === undefined) return read;
    const shown = (bound: string): string => (type.kind === 'date' ? formatFrenchDate(Number(bound)) : `${bound} mois`);
    return (text) => {
        const cell = read(text);
        if (cell.kind === 'refused' || isWithinBounds(fact, cell)) return cell;
        const isBelow = isWithinBounds({ bounds: { low: SMALLEST, high: bounds.high } }, cell);
        return { ...refused(isBelow ? 'below-minimum' : 'above-maximum'), low: shown(bounds.low), high: shown(bounds.high) };
    };
}

/** Below any day and any duration. */
const SMALLEST = String(Number.MIN_SAFE_INTEGER);

const DURATION = /^([0-9]{1,5})[ \u00A0\u202F]?(mois|ans?|jours?)$/;

function readDuration(text: string): Cell {
    const match = DURATION.exec(text.toLowerCase());
    if (match === null) return refused('not-a-number');
    const unit = match[2] === 'mois' ? 'mois' : match[2]?.startsWith('an') ? 'ans' : 'jours';
    return { kind: 'duration', amount: Number(match[1]), unit };
}

function readBoolean(text: string): Cell {
    const word = foldedText(text);
    if (YES.has(word)) return { kind: 'boolean', value: true };
    return NO.has(word) ? { kind: 'boolean', value: false } : refused('not-yes-no');
}

/** A long identifier that a spreadsheet turned into `1,11E+17`: its digits are lost. */
const LOST_DIGITS = /^[0-9]+(?:[.,][0-9]+)?E\+[0-9]+$/i;

/** Marks that show nothing: two codes that differ by one of them are read as the same. */
const UNSEEN = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/;

interface WordRules {
    readonly fact: FactDeclaration;
    readonly longest: number;
    readonly control: RegExp;
    /** Given for codes, which hold neither this separator nor a number in scientific notation. */
    readonly split?: string;
}

function readWord(text: string, rules: WordRules): Cell {
    if (absenceOf(text, rules.fact) !== undefined) return refused('unknown-value');
    if (text.length > rules.longest) return refused('too-long');
    if (rules.control.test(text) || (rules.split !== undefined && UNSEEN.test(text))) return refused('control-characters');
    if (rules.split !== undefined && LOST_DIGITS.test(text)) return refused('scientific-notation');
    if (rules.split !== undefined && rules.split !== '' && text.includes(rules.split)) return refused('several-values');
    return { kind: 'word', value: text };
}

function enumerationReader(enumeration: Enumeration | undefined, form: CellForm): (text: string) => Cell {
    const find = enumeration === undefined ? () => undefined : wordsOfEnumeration(enumeration);
    return (text) => {
        const value = find(text);
        if (value !== undefined) return { kind: 'word', value };
        const several = form.split !== '' && text.includes(form.split) && text.split(form.split).every((part) => find(part.trim()) !== undefined);
        return refused(several ? 'several-values' : 'unknown-value');
    };
}

/** Values in the order of the cell, each once; one that cannot be read refuses the whole cell. */
function setReader(single: (text: string) => Cell, { split, codes }: CellForm): (text: string) => Cell {
    return (text) => {
        const parts = (split === '' ? [text] : text.split(split)).map((part) => part.trim()).filter((part) => part !== '');
        const values: string[] = [];
        for (const part of parts) {
            const value = codes.get(part) ?? single(part);
            if (value.kind === 'refused') return value;
            if (value.kind !== 'word') return refused('unknown-value');
            if (!values.includes(value.value)) values.push(value.value);
        }
        return { kind: 'set', values };
    };
}
