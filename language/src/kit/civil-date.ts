/** A civil day: whole days since 1970-01-01 in the proleptic Gregorian calendar. No hour, no time zone. */
export type CivilDay = number;

/** A year (1 to 9999 in any text), a month (1 to 12) and a day of the month (from 1). */
interface Ymd {
    readonly year: number;
    readonly month: number;
    readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;

/** Whether the year has a 29 February. */
export function isLeap(year: number): boolean {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
    if (month === 2) return isLeap(year) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The civil day of a date of the years 1 to 9999; `undefined` when the calendar has no such day (31/02, 29/02/2023, month 13). */
export function civilDay(year: number, month: number, day: number): CivilDay | undefined {
    const known = inRange(year, 1, 9999) && inRange(month, 1, 12) && inRange(day, 1, 31);
    return known && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined;
}

/** Year, month and day of a civil day. */
export function toYmd(civil: CivilDay): Ymd {
    const shifted = civil + DAYS_TO_EPOCH;
    const era = quotient(shifted, DAYS_PER_ERA);
    const dayOfEra = shifted - era * DAYS_PER_ERA;
    const leapDays = quotient(dayOfEra, 1460) - quotient(dayOfEra, 36_524) + quotient(dayOfEra, 146_096);
    const yearOfEra = quotient(dayOfEra - leapDays, 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
    const monthFromMarch = quotient(5 * dayOfYear + 2, 153);
    const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    const day = dayOfYear - quotient(153 * monthFromMarch + 2, 5) + 1;
    return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The year of a civil day. */
export function yearOf(civil: CivilDay): number {
    return toYmd(civil).year;
}

/** The day n days later (earlier when n is negative). */
export function addDays(civil: CivilDay, n: number): CivilDay {
    return civil + n;
}

/** The same day of the month n months later (earlier when n is negative); a missing day is the last of the month. */
export function addMonths(civil: CivilDay, n: number): CivilDay {
    const { year, month, day } = toYmd(civil);
    const months = year * 12 + (month - 1) + n;
    const newYear = quotient(months, 12);
    const newMonth = months - newYear * 12 + 1;
    return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The same day n years later: 12 n months, so 29 February falls on the 28th of a common year. */
export function addYears(civil: CivilDay, n: number): CivilDay {
    return addMonths(civil, 12 * n);
}

/**
 * Months « révolus » between two days: the greatest n such that `addMonths(from, n) <= to`. A missing anniversary (29 to 31) is the
 * last of the month: 31 January → 28 February is 1. Negative when `to` is before `from`: one day before is −1.
 */
export function monthsElapsed(from: CivilDay, to: CivilDay): number {
    const start = toYmd(from);
    const end = toYmd(to);
    const months = (end.year - start.year) * 12 + end.month - start.month;
    const anniversary = Math.min(start.day, daysInMonth(end.year, end.month));
    return end.day < anniversary ? months - 1 : months;
}

/** Months « commencés » between two days: months elapsed, + 1 when days remain after the last anniversary. */
export function monthsStarted(from: CivilDay, to: CivilDay): number {
    const elapsed = monthsElapsed(from, to);
    return addMonths(from, elapsed) < to ? elapsed + 1 : elapsed;
}

/** Years « révolus » between two days: the greatest n such that `addYears(from, n) <= to`; negative when `to` is before `from`. */
export function yearsElapsed(from: CivilDay, to: CivilDay): number {
    return quotient(monthsElapsed(from, to), 12);
}

/** Whether a day lies in the window of so many months that ends at `end`: ]end − months, end]. */
export function inWindow(civil: CivilDay, end: CivilDay, months: number): boolean {
    return addMonths(end, -months) < civil && civil <= end;
}

const MONTHS: ReadonlyMap<string, number> = new Map([
    ['janvier', 1],
    ['février', 2],
    ['fevrier', 2],
    ['mars', 3],
    ['avril', 4],
    ['mai', 5],
    ['juin', 6],
    ['juillet', 7],
    ['août', 8],
    ['aout', 8],
    ['septembre', 9],
    ['octobre', 10],
    ['novembre', 11],
    ['décembre', 12],
    ['decembre', 12],
]);

const SLASHED = /^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/;
const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const IN_WORDS = /^(1er|[0-9]{1,2})[ \u00A0\u202F]([a-zéû]{3,9})[ \u00A0\u202F]([0-9]{4})$/;

/**
 * Reads `01/03/2024`, `2024-03-01`, `1er mars 2024` or `12 mars 2024` (capitals and missing accents allowed in the month, one plain,
 * non-breaking or narrow space between words). `undefined` for any other text and for a day that does not exist.
 */
export function parseDate(text: string): CivilDay | undefined {
    const slashed = SLASHED.exec(text);
    if (slashed !== null) return civilDay(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
    const iso = ISO.exec(text);
    if (iso !== null) return civilDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const words = IN_WORDS.exec(text.toLowerCase());
    if (words === null) return undefined;
    const day = words[1] === '1er' ? 1 : Number(words[1]);
    return civilDay(Number(words[3]), MONTHS.get(words[2] ?? '') ?? 0, day);
}

/** `01/03/2024`. */
export function formatFrenchDate(civil: CivilDay): string {
    const { year, month, day } = toYmd(civil);
    return `${padded(day, 2)}/${padded(month, 2)}/${padded(year, 4)}`;
}

/** `2024-03-01`. */
export function formatIso(civil: CivilDay): string {
    const { year, month, day } = toYmd(civil);
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/**
 * The day of a date known to exist, counted in years that begin in March so that the leap day comes last
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
function dayNumber(year: number, month: number, day: number): CivilDay {
    const yearFromMarch = month <= 2 ? year - 1 : year;
    const era = quotient(yearFromMarch, 400);
    const yearOfEra = yearFromMarch - era * 400;
    const dayOfYear = quotient(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1;
    const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** Integer division toward −∞; exact, the integers here being far below 2^53. */
function quotient(a: number, b: number): number {
    return Math.floor(a / b);
}

function inRange(n: number, low: number, high: number): boolean {
    return Number.isInteger(n) && n >= low && n <= high;
}

function padded(n: number, width: number): string {
    return String(n).padStart(width, '0');
}
