import { report } from '../../diagnostics/report.js';
import { codePoint } from '../text-traps.js';
import { placeAt, replacing, type Slip } from './slip.js';

/** Signs that look like ours: the slashes of fractions and of division, the bar of other sets; NFKC gives back those of full width. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
    ['\u2215', '/'],
    ['\u2044', '/'],
    ['\u29F8', '/'],
    ['\u2223', '|'],
    ['\u01C0', '|'],
    ['\u2236', ':'],
    ['\uA789', ':'],
    ['\u037E', ';'],
    ['\u201A', ','],
    ['\u02D0', ':'],
    ['\u2217', '*'],
    ['\u00D7', '*'],
    ['\u00F7', '/'],
]);

const OURS = /^[-+*/=:;,(){}|.%]$/;

/** Digits of full width; those in circles, above or below the line mean something else. */
const FULL_WIDTH_DIGIT = /^[\uFF10-\uFF19]$/;

/** A sign that only looks like one of the language. */
export function lookAlikeSlip(text: string, start: number, end: number): Slip | undefined {
    const sign = text.slice(start, end);
    const ours = LOOK_ALIKES.get(sign) ?? sign.normalize('NFKC');
    if (ours === sign || !(OURS.test(ours) || FULL_WIDTH_DIGIT.test(sign))) return undefined;
    const fix = replacing(`Écrire « ${ours} »`, { start, end, text: ours });
    const finding = report('BAR128', { sign, ours, character: codePoint(sign, 0) }, placeAt(start, end), { fix });
    // `oui/non` is one word: what touches the sign is read again with it.
    const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '';
    const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? '';
    return { finding, readings: [{ start: start - before.length, end: end + after.length, text: `${before}${ours}${after}` }] };
}

const LONGEST_WORD = 60;
