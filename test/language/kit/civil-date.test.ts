import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
    addDays,
    addMonths,
    addYears,
    civilDay,
    formatFrenchDate,
    formatIso,
    inWindow,
    monthsElapsed,
    monthsStarted,
    parseDate,
    toYmd,
    yearsElapsed,
} from '../../../language/src/kit/civil-date.js';

/** A day of the tables below, which must exist. */
function day(text: string): number {
    const civil = parseDate(text);
    if (civil === undefined) throw new Error(`no such day: ${text}`);
    return civil;
}

describe('civilDay', () => {
    it.each([
        [1970, 1, 1, 0],
        [1970, 1, 2, 1],
        [1969, 12, 31, -1],
        // 30 years from 1970: 30 × 365 + 7 leap days (1972 … 1996).
        [2000, 1, 1, 10_957],
        // + 31 + 28 days, and 29 February 2000 itself.
        [2000, 2, 29, 11_016],
        [2000, 3, 1, 11_017],
        // 24 years from 2000: 24 × 365 + 6 leap days (2000 … 2020).
        [2024, 1, 1, 19_723],
        // First day of the Gregorian calendar, Julian day 2,299,161; 1 January 1970 is Julian day 2,440,588.
        [1582, 10, 15, -141_427],
        // 719,162 days from 1 January of the year 1 to 1970: 1969 × 365 + 492 leap years − 19 centuries + 4 fourth centuries.
        [1, 1, 1, -719_162],
        [9999, 12, 31, 2_932_896],
    ])('%i-%i-%i is day %i', (year, month, dayOfMonth, expected) => {
        expect(civilDay(year, month, dayOfMonth)).toBe(expected);
        expect(toYmd(expected)).toEqual({ year, month, day: dayOfMonth });
    });

    it.each([
        [2024, 2, 31],
        [2023, 2, 29],
        [1900, 2, 29],
        [2100, 2, 29],
        [2024, 4, 31],
        [2024, 13, 1],
        [2024, 0, 1],
        [2024, 1, 0],
        [2024, 1, -1],
        [0, 1, 1],
        [10_000, 1, 1],
        [2024, 1.5, 1],
        [Number.NaN, 1, 1],
    ])('%d-%d-%d does not exist', (year, month, dayOfMonth) => {
        expect(civilDay(year, month, dayOfMonth)).toBeUndefined();
    });
});

describe('parseDate', () => {
    it.each([
        ['01/03/2024', '2024-03-01'],
        ['29/02/2024', '2024-02-29'],
        ['2024-03-01', '2024-03-01'],
        ['1er janvier 2024', '2024-01-01'],
        ['12 mars 2024', '2024-03-12'],
        ['1 janvier 2024', '2024-01-01'],
        ['01 janvier 2024', '2024-01-01'],
        ['14 juillet 1989', '1989-07-14'],
        ['3\u00A0août\u202F2021', '2021-08-03'],
        ['3 aout 2021', '2021-08-03'],
        ['29 FÉVRIER 2024', '2024-02-29'],
        ['1ER Fevrier 2024', '2024-02-01'],
        ['25 décembre 1999', '1999-12-25'],
        ['25 decembre 1999', '1999-12-25'],
        ['01/01/0001', '0001-01-01'],
    ])('reads « %s »', (text, iso) => {
        expect(formatIso(day(text))).toBe(iso);
    });

    it.each([
        '',
        '31/02/2024',
        '29/02/2023',
        '31 avril 2024',
        '00/01/2024',
        '01/00/2024',
        '01/13/2024',
        '2024-02-30',
        '2024-13-01',
        '1/3/2024',
        '2024-3-1',
        '01/03/24',
        '01-03-2024',
        '2024/03/01',
        '01/03/2024 ',
        ' 01/03/2024',
        '01/03/2024T00:00',
        '2er janvier 2024',
        '01er janvier 2024',
        '12  mars 2024',
        '12 mars',
        '12 march 2024',
        '12mars2024',
        '32 mars 2024',
        '01/01/0000',
        '٠١/٠٣/٢٠٢٤',
    ])('refuses « %s »', (text) => {
        expect(parseDate(text)).toBeUndefined();
    });
});

describe('addMonths', () => {
    it.each([
        ['31/01/2023', 1, '28/02/2023'],
        ['31/01/2024', 1, '29/02/2024'],
        ['30/01/2023', 1, '28/02/2023'],
        ['29/01/2023', 1, '28/02/2023'],
        ['28/01/2023', 1, '28/02/2023'],
        // The day asked is that of the start, not that of the months between.
        ['31/01/2023', 2, '31/03/2023'],
        ['31/01/2023', 3, '30/04/2023'],
        ['29/02/2020', 12, '28/02/2021'],
        ['29/02/2020', 48, '29/02/2024'],
        ['29/02/1896', 48, '28/02/1900'],
        ['31/12/2023', 1, '31/01/2024'],
        ['15/12/2023', 1, '15/01/2024'],
        ['31/03/2024', -1, '29/02/2024'],
        ['31/03/2023', -1, '28/02/2023'],
        ['15/01/2024', -1, '15/12/2023'],
        ['15/01/2024', -13, '15/12/2022'],
        ['01/02/2021', 36, '01/02/2024'],
        ['31/08/2020', 6, '28/02/2021'],
        ['10/10/2024', 0, '10/10/2024'],
    ])('%s + %i months = %s', (from, n, expected) => {
        expect(formatFrenchDate(addMonths(day(from), n))).toBe(expected);
    });

    it('adds years as twelve months and days as days', () => {
        expect(formatFrenchDate(addYears(day('29/02/2024'), 1))).toBe('28/02/2025');
        expect(formatFrenchDate(addYears(day('29/02/2024'), -4))).toBe('29/02/2020');
        expect(formatFrenchDate(addDays(day('28/02/2024'), 2))).toBe('01/03/2024');
        expect(formatFrenchDate(addDays(day('01/01/2024'), -1))).toBe('31/12/2023');
    });
});

describe('months and years between two days', () => {
    // from, to, months « révolus », months « commencés », years « révolus »
    it.each([
        ['31/01/2023', '28/02/2023', 1, 1, 0],
        ['31/01/2023', '27/02/2023', 0, 1, 0],
        ['31/01/2023', '01/03/2023', 1, 2, 0],
        ['31/01/2023', '30/03/2023', 1, 2, 0],
        ['31/01/2023', '31/03/2023', 2, 2, 0],
        ['31/01/2024', '28/02/2024', 0, 1, 0],
        ['31/01/2024', '29/02/2024', 1, 1, 0],
        ['30/01/2023', '28/02/2023', 1, 1, 0],
        ['28/02/2023', '28/03/2023', 1, 1, 0],
        ['28/02/2023', '31/03/2023', 1, 2, 0],
        ['29/02/2020', '28/02/2021', 12, 12, 1],
        ['29/02/2020', '27/02/2021', 11, 12, 0],
        ['29/02/2020', '28/02/2024', 47, 48, 3],
        ['29/02/2020', '29/02/2024', 48, 48, 4],
        // The thirty-sixth anniversary: reached on the day, passed the day after.
        ['01/02/2021', '31/01/2024', 35, 36, 2],
        ['01/02/2021', '01/02/2024', 36, 36, 3],
        ['01/02/2021', '02/02/2024', 36, 37, 3],
        // The worked example: 37 months on 15 March 2024 for a demand of 1 February 2021.
        ['01/02/2021', '15/03/2024', 37, 38, 3],
        ['15/06/2024', '15/06/2024', 0, 0, 0],
        ['15/06/2024', '16/06/2024', 0, 1, 0],
        // Before the start: −1 from the day before, as long as the anniversary « −1 month » is not passed backwards.
        ['15/06/2024', '14/06/2024', -1, 0, -1],
        ['15/06/2024', '15/05/2024', -1, -1, -1],
        ['15/06/2024', '14/05/2024', -2, -1, -1],
        ['15/06/2024', '15/06/2023', -12, -12, -1],
        ['31/03/2023', '28/02/2023', -1, -1, -1],
        ['31/12/1999', '01/01/2000', 0, 1, 0],
        ['01/01/2000', '31/12/2099', 1199, 1200, 99],
    ])('%s → %s: %i elapsed, %i started, %i years', (from, to, elapsed, started, years) => {
        expect(monthsElapsed(day(from), day(to))).toBe(elapsed);
        expect(monthsStarted(day(from), day(to))).toBe(started);
        expect(yearsElapsed(day(from), day(to))).toBe(years);
    });

    it('is the greatest n whose anniversary is not passed, for any two days of the years 1 to 9999', () => {
        const anyDay = fc.integer({ min: -719_162 + 40_000, max: 2_932_896 - 40_000 });
        fc.assert(
            fc.property(anyDay, fc.integer({ min: -36_500, max: 36_500 }), (from, length) => {
                const n = monthsElapsed(from, from + length);
                expect(addMonths(from, n)).toBeLessThanOrEqual(from + length);
                expect(addMonths(from, n + 1)).toBeGreaterThan(from + length);
            }),
            { numRuns: 5_000 },
        );
    });
});

describe('inWindow', () => {
    // ]end − N months, end]
    it.each([
        ['15/03/2024', 24, '15/03/2022', false],
        ['15/03/2024', 24, '16/03/2022', true],
        ['15/03/2024', 24, '15/03/2024', true],
        ['15/03/2024', 24, '16/03/2024', false],
        // End − 1 month is 29 February: the window opens on 1 March.
        ['31/03/2024', 1, '29/02/2024', false],
        ['31/03/2024', 1, '01/03/2024', true],
        ['28/02/2023', 12, '28/02/2022', false],
        ['29/02/2024', 12, '28/02/2023', false],
        ['29/02/2024', 12, '01/03/2023', true],
        ['15/03/2024', 0, '15/03/2024', false],
    ])('%s, %i months: %s → %s', (end, months, tested, inside) => {
        expect(inWindow(day(tested), day(end), months)).toBe(inside);
    });
});
