import { report } from '../../diagnostics/report.js';
import { lineAround, offsetAt, placeAt, replacing, withoutTexts, type Slip, type Stumble } from './slip.js';

const DATE = /(?<![\p{L}\p{N}_])([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![\p{L}\p{N}_]|[./-][0-9])/gu;
const POINTED =
    /(?<![\p{L}\p{N}_.,])[0-9]+(?:[.\u2019'_][0-9]+)+(?:,[0-9]+)?(?![\p{L}\p{N}_]|[.,][0-9])|(?<![\p{L}\p{N}_.,])[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+/gu;
const EURO_BEFORE = /€[ \u00A0\u202F]?([0-9]+(?:[ \u00A0\u202F][0-9]{3})*(?:,[0-9]+)?)(?![0-9])/gu;

const IN_LETTERS: ReadonlyMap<string, string> = new Map(
    (
        'un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 ' +
        'vingt:20 trente:30 quarante:40 cinquante:50 soixante:60 cent:100 deux_cents:200 mille:1000'
    )
        .split(' ')
        .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
);

/** A number, an amount or a date that another hand writes otherwise, on the line where the parser stumbled. */
export function numberSlip(stumble: Stumble): Slip | undefined {
    const from = offsetAt(stumble, stumble.at);
    const line = lineAround(stumble.text, from);
    const bare = withoutTexts(line.text);
    const find = (pattern: RegExp): { readonly start: number; readonly match: RegExpExecArray } | undefined => {
        const match = [...bare.matchAll(pattern)].find(({ 0: said, index }) => line.start + index + said.length > from - 1);
        return match === undefined ? undefined : { start: line.start + match.index, match };
    };
    return dateSlip(find(DATE)) ?? pointSlip(find(POINTED)) ?? euroSlip(find(EURO_BEFORE)) ?? letterSlip(stumble);
}

interface Found {
    readonly start: number;
    readonly match: RegExpExecArray;
}

function dateSlip(found: Found | undefined): Slip | undefined {
    if (found === undefined) return undefined;
    const { start, match } = found;
    const [word, day = '', sign, month = '', year = ''] = match;
    if (sign === '/' && year.length === 4) return undefined;
    const written = `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;
    const place = placeAt(start, start + word.length);
    const isWhole = year.length === 4 && Number(day) <= 31 && Number(month) <= 12;
    if (!isWhole) return { finding: report('BAR109', { word }, place) };
    const reading = { start, end: start + word.length, text: written };
    return { finding: report('BAR109', { word }, place, { fix: replacing(`Écrire « ${written} »`, reading) }), readings: [reading] };
}

function pointSlip(found: Found | undefined): Slip | undefined {
    if (found === undefined) return undefined;
    const { start, match } = found;
    const [word] = match;
    const readings = readingsOf(word);
    const [only, other] = readings;
    const place = placeAt(start, start + word.length);
    if (only === undefined) return undefined;
    const reading = { start, end: start + word.length, text: only };
    const fix = other === undefined ? { fix: replacing(`Écrire « ${only} »`, reading) } : {};
    return { finding: report('BAR123', { found: word, readings }, place, fix), readings: [reading] };
}

/** `10.5` is a decimal; `1.300,50` and `1,300.50` have thousands; `1.300` may be either. */
function readingsOf(word: string): readonly string[] {
    const [whole = '', decimals] =
        word.includes('.') && /,[0-9]{3}.*\./.test(word) ? [word.slice(0, word.lastIndexOf('.')), word.slice(word.lastIndexOf('.') + 1)] : word.split(',');
    const groups = whole.split(/[.,\u2019'_]/);
    const areThousands = groups.slice(1).every((group) => group.length === 3) && !/^0/.test(groups[0] ?? '') && (groups[0] ?? '').length <= 3;
    const thousands = `${groups.join(' ')}${decimals === undefined ? '' : `,${decimals}`}`;
    const isPoint = groups.length === 2 && decimals === undefined && whole.includes('.');
    return [...(areThousands ? [thousands] : []), ...(isPoint ? [groups.join(',')] : [])];
}

function euroSlip(found: Found | undefined): Slip | undefined {
    if (found === undefined) return undefined;
    const { start, match } = found;
    const [word, amount = ''] = match;
    const reading = { start, end: start + word.length, text: `${amount} €` };
    const finding = report('BAR126', { found: word, instead: reading.text }, placeAt(start, reading.end), {
        fix: replacing(`Écrire « ${reading.text} »`, reading),
    });
    return { finding, readings: [reading] };
}

/** `vingt points`. */
function letterSlip({ tokens, at, allowedAt }: Stumble): Slip | undefined {
    const token = tokens[at];
    const digits = IN_LETTERS.get(token?.image.toLowerCase() ?? '');
    if (token === undefined || digits === undefined || !allowedAt(at).terminals.includes('NOMBRE')) return undefined;
    const reading = { start: token.startOffset, end: token.startOffset + token.image.length, text: digits };
    const fix = replacing(`Écrire « ${digits} »`, reading);
    return { finding: report('BAR123', { found: token.image, readings: [digits] }, placeAt(reading.start, reading.end), { fix }), readings: [reading] };
}
