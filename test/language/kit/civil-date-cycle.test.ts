import { describe, expect, it } from 'vitest';
import {
    addMonths,
    addYears,
    civilDay,
    daysInMonth,
    formatFrenchDate,
    formatIso,
    inWindow,
    isLeap,
    monthsElapsed,
    monthsStarted,
    parseDate,
    toYmd,
    yearOf,
    yearsElapsed,
} from '../../../language/src/kit/civil-date.js';
import { comparisons, DAYS_BEFORE_1970, daysOfYears, walkCalendar, walkedAnniversary } from './calendar-walker.js';

const calendar = walkCalendar();
const CYCLE = 146_097;
/** One whole cycle, with room on both sides for the anniversaries: 1 January 1800 to 31 December 2199. */
const cycle = daysOfYears(calendar, 1800, 2199);
const MONTH_NAMES = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

describe('the walked calendar itself', () => {
    it('has two cycles of 146,097 days, 1 January 1970 on day 0 and 1 January 2000 on day 10,957', () => {
        expect(calendar.days).toHaveLength(2 * CYCLE);
        expect(cycle).toHaveLength(CYCLE);
        expect(calendar.days[DAYS_BEFORE_1970]).toMatchObject({ civil: 0, year: 1970, month: 1, day: 1 });
        expect(calendar.days[DAYS_BEFORE_1970 + 10_957]).toMatchObject({ civil: 10_957, year: 2000, month: 1, day: 1 });
    });
});

describe('days over the whole cycle', () => {
    it('numbers every day as the walk does, and reads it back', () => {
        const all = comparisons();
        for (const { civil, year, month, day } of calendar.days) {
            const back = toYmd(civil);
            all.check(civilDay(year, month, day), civil, () => `civilDay ${year}-${month}-${day}`);
            all.check(back.year * 10_000 + back.month * 100 + back.day, year * 10_000 + month * 100 + day, () => `toYmd ${civil}`);
            all.check(yearOf(civil), year, () => `yearOf ${civil}`);
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(3 * 2 * CYCLE);
    });

    it('refuses the days that no month has, and knows the length of each month', () => {
        const all = comparisons();
        let refused = 0;
        for (const { year, month, length } of calendar.months) {
            all.check(daysInMonth(year, month), length, () => `daysInMonth ${year}-${month}`);
            if (month === 2) all.check(isLeap(year), length === 29, () => `isLeap ${year}`);
            for (let day = length + 1; day <= 32; day += 1) {
                refused += 1;
                all.check(civilDay(year, month, day), undefined, () => `civilDay ${year}-${month}-${day}`);
            }
        }
        expect(all.failures()).toEqual([]);
        // 800 years × (12 months × 32 days − 365) days refused, less the 194 leap days.
        expect(refused).toBe(800 * (12 * 32 - 365) - 194);
    });

    it('writes every day in French and in ISO, and reads back the three spellings', () => {
        const all = comparisons();
        for (const { civil, year, month, day } of cycle) {
            const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
            const french = `${two(day)}/${two(month)}/${year}`;
            const iso = `${year}-${two(month)}-${two(day)}`;
            const words = `${day === 1 ? '1er' : day} ${MONTH_NAMES[month - 1]} ${year}`;
            all.check(formatFrenchDate(civil), french, () => `formatFrenchDate ${civil}`);
            all.check(formatIso(civil), iso, () => `formatIso ${civil}`);
            for (const text of [french, iso, words]) all.check(parseDate(text), civil, () => `parseDate ${text}`);
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(5 * CYCLE);
    });
});

describe('anniversaries over the whole cycle', () => {
    const COUNTS = [-1200, -120, -37, -36, -24, -13, -12, -11, -6, -3, -2, -1, 0, 1, 2, 3, 6, 11, 12, 13, 24, 35, 36, 37, 48, 60, 120, 432, 1200];

    it('adds months as the list of months does', () => {
        const all = comparisons();
        for (const from of cycle) {
            for (const n of COUNTS)
                all.check(addMonths(from.civil, n), walkedAnniversary(calendar, from, n), () => `addMonths(${formatIso(from.civil)}, ${n})`);
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(CYCLE * 29);
    });

    it('counts n months on the n-th anniversary, n − 1 the day before, n the day after', () => {
        const all = comparisons();
        for (const from of cycle) {
            for (const n of COUNTS) {
                const anniversary = walkedAnniversary(calendar, from, n) ?? Number.NaN;
                const what = (): string => `from ${formatIso(from.civil)}, anniversary ${n}`;
                all.check(monthsElapsed(from.civil, anniversary - 1), n - 1, what);
                all.check(monthsElapsed(from.civil, anniversary), n, what);
                all.check(monthsElapsed(from.civil, anniversary + 1), n, what);
                all.check(monthsStarted(from.civil, anniversary - 1), n, what);
                all.check(monthsStarted(from.civil, anniversary), n, what);
                all.check(monthsStarted(from.civil, anniversary + 1), n + 1, what);
            }
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(6 * CYCLE * 29);
    });

    it('counts n years on the n-th birthday and n − 1 the day before', () => {
        const all = comparisons();
        const years = [-100, -18, -1, 0, 1, 2, 3, 4, 18, 36, 65, 100];
        for (const from of cycle) {
            for (const n of years) {
                const birthday = walkedAnniversary(calendar, from, 12 * n) ?? Number.NaN;
                const what = (): string => `from ${formatIso(from.civil)}, birthday ${n}`;
                all.check(addYears(from.civil, n), birthday, what);
                all.check(yearsElapsed(from.civil, birthday), n, what);
                all.check(yearsElapsed(from.civil, birthday - 1), n - 1, what);
            }
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(3 * CYCLE * 12);
    });
});

describe('every pair of days of five years', () => {
    /** Steps over the anniversaries one by one, day after day: no formula at all. */
    it.each([
        [1898, 1902],
        [2019, 2023],
        [2098, 2102],
    ])('counts the months between any two days of %i–%i', (first, last) => {
        const days = daysOfYears(calendar, first, last);
        const all = comparisons();
        for (const from of days) {
            let elapsed = 0;
            let next = walkedAnniversary(calendar, from, 1) ?? Number.NaN;
            let latest = from.civil;
            for (const to of days) {
                if (to.civil < from.civil) continue;
                if (to.civil === next) {
                    elapsed += 1;
                    latest = next;
                    next = walkedAnniversary(calendar, from, elapsed + 1) ?? Number.NaN;
                }
                const what = (): string => `${formatIso(from.civil)} → ${formatIso(to.civil)}`;
                all.check(monthsElapsed(from.civil, to.civil), elapsed, what);
                all.check(monthsStarted(from.civil, to.civil), to.civil > latest ? elapsed + 1 : elapsed, what);
                all.check(yearsElapsed(from.civil, to.civil), Math.trunc(elapsed / 12), what);
            }
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe((3 * (days.length * (days.length + 1))) / 2);
    });

    it('holds in a window of N months the days after the same day N months before, up to its end', () => {
        const all = comparisons();
        let asked = 0;
        for (const end of daysOfYears(calendar, 2023, 2024)) {
            for (const months of [1, 2, 6, 12, 24, 36]) {
                const start = walkedAnniversary(calendar, end, -months) ?? Number.NaN;
                asked += end.civil - start + 7;
                const what = (): string => `window of ${months} months to ${formatIso(end.civil)}`;
                for (let civil = start - 3; civil <= end.civil + 3; civil += 1) {
                    all.check(inWindow(civil, end.civil, months), civil > start && civil <= end.civil, what);
                }
            }
        }
        expect(all.failures()).toEqual([]);
        expect(all.total()).toBe(asked);
        expect(asked).toBeGreaterThan(731 * 6 * 365);
    });
});
