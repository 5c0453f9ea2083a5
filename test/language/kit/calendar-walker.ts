/**
 * A calendar made by walking, one day after the other, from 1 January 1600 to 31 December 2399: two whole 400-year cycles.
 * It shares nothing with the code it judges: the lengths of the months are a table, leap years are met by counting, and the only
 * anchor is that 1 January 1970 is day 0.
 */
export interface WalkedDay {
    readonly civil: number;
    readonly year: number;
    readonly month: number;
    readonly day: number;
    /** Position of its month in `months`. */
    readonly ordinal: number;
}

export interface WalkedMonth {
    readonly year: number;
    readonly month: number;
    readonly first: number;
    readonly length: number;
}

export interface WalkedCalendar {
    readonly days: readonly WalkedDay[];
    readonly months: readonly WalkedMonth[];
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** From 1600 to 1969: 370 years of 365 days, and 29 Februaries of 1600, 1604 … 1968 (93) less those of 1700, 1800, 1900. */
export const DAYS_BEFORE_1970 = 370 * 365 + 93 - 3;

export function walkCalendar(): WalkedCalendar {
    const days: WalkedDay[] = [];
    const months: WalkedMonth[] = [];
    let civil = -DAYS_BEFORE_1970;
    for (let year = 1600; year < 2400; year += 1) {
        for (const [index, usual] of LENGTHS.entries()) {
            const length = index === 1 && hasLeapDay(year) ? usual + 1 : usual;
            for (let day = 1; day <= length; day += 1) days.push({ civil: civil + day - 1, year, month: index + 1, day, ordinal: months.length });
            months.push({ year, month: index + 1, first: civil, length });
            civil += length;
        }
    }
    return { days, months };
}

/** The anniversary of a day n months later, read off the list of months walked; a missing day is the last of the month. */
export function walkedAnniversary(calendar: WalkedCalendar, from: WalkedDay, n: number): number | undefined {
    const month = calendar.months[from.ordinal + n];
    return month === undefined ? undefined : month.first + (from.day > month.length ? month.length : from.day) - 1;
}

/** The days of the calendar from one year's 1 January to another year's 31 December. */
export function daysOfYears(calendar: WalkedCalendar, first: number, last: number): readonly WalkedDay[] {
    return calendar.days.filter(({ year }) => year >= first && year <= last);
}

/** Every fourth year from 1600, but of the centuries only 1600 and 2000. */
function hasLeapDay(year: number): boolean {
    const notLeap = [1700, 1800, 1900, 2100, 2200, 2300];
    return [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84, 88, 92, 96].includes(year % 100) && !notLeap.includes(year);
}

/** Collects the first disagreements among millions of comparisons, and counts them all. */
export function comparisons(): Comparisons {
    const failures: string[] = [];
    let total = 0;
    return {
        check(actual, expected, what) {
            total += 1;
            if (actual !== expected && failures.length < 5) failures.push(`${what()}: ${String(actual)} instead of ${String(expected)}`);
        },
        failures: () => failures,
        total: () => total,
    };
}

export interface Comparisons {
    check(actual: number | string | boolean | undefined, expected: number | string | boolean | undefined, what: () => string): void;
    failures(): readonly string[];
    total(): number;
}
