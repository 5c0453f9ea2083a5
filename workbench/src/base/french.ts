import { formatFrenchDate, type Day } from '@bareme/language/ir';

const WHOLE = new Intl.NumberFormat('fr-FR');
const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });
const SIGNED = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero', maximumFractionDigits: 1 });

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** `30 novembre 2026 à 09:30`, of milliseconds since 1970. */
export const moment = (time: number): string => MOMENT.format(time);

/** `1 978`. */
export const whole = (count: number): string => WHOLE.format(count);

/** `+ 12`, `− 3`, `0`. */
export const signed = (count: number): string => SIGNED.format(count).replace('-', '−');

/** `14,2 %` of a count out of another; a dash without any. */
export const share = (part: number, of: number): string => (of === 0 ? '–' : PERCENT.format(part / of));

/** `1 bail`, `3 baux`. */
export const counted = (count: number, one: string, several: string): string => `${whole(count)}\u00a0${count < 2 ? one : several}`;

/** A fraction of the report as a share: `"1/4"` is 25 %. */
export function fractionShare(fraction: string): string {
    const [over = '0', under = '1'] = fraction.split('/');
    return PERCENT.format(Number(over) / Number(under));
}

/** A fraction as a number to draw with: never shown, never added up. */
export function approximate(fraction: string): number {
    const [over = '0', under = '1'] = fraction.split('/');
    return Number(over) / Number(under);
}

/** `134/5` as `26,8`. */
export const decimal = (fraction: string): string => WHOLE.format(Math.round(approximate(fraction) * 10) / 10);

/** `01/02/2024`. */
export const day = (date: Day): string => formatFrenchDate(date);

/** `environ 12 s`, `environ 3 min`. */
export function roughDuration(milliseconds: number): string {
    const seconds = Math.max(1, Math.round(milliseconds / 1000));
    return seconds < 90 ? `environ ${seconds}\u00a0s` : `environ ${Math.round(seconds / 60)}\u00a0min`;
}
