import { finding, type DataFinding } from './finding.js';
import type { CsvFile, RawColumn } from './csv/read-csv.js';

/** 13 digits, or 15 with the key, that read as sex, year, month and place of birth; Corsica writes 2A and 2B. */
const SOCIAL_SECURITY = /^[1-478][0-9]{2}(?:0[1-9]|1[0-2]|20|3[0-9]|4[0-2]|[5-9][0-9])(?:[0-9]{2}|2[AB])[0-9]{6}(?:[0-9]{2})?$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63})+$/;
const LONGEST_EMAIL = 320;

const TITLES: ReadonlyMap<string, 'nir' | 'email'> = new Map([
    ['nir', 'nir'],
    ['nirpp', 'nir'],
    ['email', 'email'],
    ['mail', 'email'],
    ['courriel', 'email'],
    ['mel', 'email'],
]);

/**
 * Columns that name people directly: social-security numbers, e-mail addresses. A file that has one is not read until its owner
 * drops the column, whether or not a fact would have read it.
 */
export function directIdentifiers({ file, header, columns }: CsvFile): readonly DataFinding[] {
    return columns.flatMap((column, index) => {
        const title = header[index] ?? '';
        const byTitle = TITLES.get(plainTitle(title));
        for (const nature of ['nir', 'email'] as const) {
            const looksLike = nature === 'nir' ? isSocialSecurityNumber : holdsEmail;
            const count = cellsWhere(column, byTitle === nature ? (text) => text !== '' : looksLike);
            if (count > 0) return [finding('BAR710', { file, column: shownTitle(title, index) }, { column: shownTitle(title, index), nature, count })];
        }
        return [];
    });
}

/** A French telephone number, with or without marks between its digits. */
const TELEPHONE = /^(?:\+33|0033|0)[ .-]?[1-9](?:[ .-]?[0-9]{2}){4}$/;
/** Two words of letters or more, as the names of people: no identifier is written so. */
const PERSON_NAME = /^\p{L}[\p{L}'’-]+(?:[ ,]+\p{L}[\p{L}'’.-]*)+$/u;

/** What the identifiers of a column are when they are those of people; nothing when they are codes. */
export function personalIdentifiers(column: RawColumn): { readonly nature: 'telephone' | 'name'; readonly count: number } | undefined {
    const telephones = cellsWhere(column, (text) => TELEPHONE.test(text));
    if (telephones > 0) return { nature: 'telephone', count: telephones };
    const names = cellsWhere(column, (text) => PERSON_NAME.test(text));
    return names > 0 ? { nature: 'name', count: names } : undefined;
}

/** Whether a text is 13 or 15 digits that read as a social-security number. */
export function isSocialSecurityNumber(text: string): boolean {
    if (text.length < 13 || text.length > 25) return false;
    return SOCIAL_SECURITY.test(text.replace(/[\s.-]/g, '').toUpperCase());
}

/** Whether one of the words of a text is an e-mail address. */
export function holdsEmail(text: string): boolean {
    if (!text.includes('@')) return false;
    return text.split(/[\s,;<>()]+/).some((word) => word.length <= LONGEST_EMAIL && EMAIL.test(word));
}

/** A « numéro unique »: place, month and year of filing, counter, counter of the office; 18 characters (data of a sample message). */
const DEMAND_NUMBER = /^[0-9][0-9AB][0-9](?:0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[0-9A-Z]{5}$/;

/** Whether an id looks like a « numéro unique », which tells when and where the demand was filed. */
export function isDemandNumber(text: string): boolean {
    return DEMAND_NUMBER.test(text);
}

/** A title as it may be repeated: one that looks like a value (digits, an address, a long sentence) is told by its place: `#3`. */
export function shownTitle(title: string, index: number): string {
    return looksLikeValue(title) ? `#${index + 1}` : title;
}

/** Whether a title is rather a cell of a file without header. */
export function looksLikeValue(title: string): boolean {
    return title === '' || title.length > 60 || /^[-−+]?[0-9][0-9\s.,/:-]*[€%]?$/.test(title) || holdsEmail(title) || isDemandNumber(title);
}

function plainTitle(title: string): string {
    return title
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase();
}

function cellsWhere({ texts, cells }: RawColumn, test: (text: string) => boolean): number {
    const wanted = texts.map(test);
    if (!wanted.includes(true)) return 0;
    return cells.reduce((count, text) => (wanted[text] ? count + 1 : count), 0);
}
