import { report } from '../../diagnostics/report.js';
import { endOf, placeAt, replacing, type Slip, type Stumble } from './slip.js';

/** Signs that part a sentence, one of which may stand where another should. */
const SEPARATORS = [';', ',', ':', '=', '|'];

/** Signs whose absence is told by their name. */
const INSERTED = [':', '=', ';', ',', '|', '{', 'points', '%'];

/** Signs that may be added without choosing for the author. */
const SURE = new Set([':', '=', 'points', '%']);

/** A separator too many, or missing. */
export function punctuationSlip(stumble: Stumble): Slip | undefined {
    return missing(stumble) ?? extra(stumble);
}

/** A separator for another, where the sentence would go on. */
export function separatorSlip({ text, tokens, at, allowedAt, goesOnAfter, words }: Stumble): Slip | undefined {
    const token = tokens[at];
    if (token === undefined || !(SEPARATORS.includes(token.image) || token.image === '.')) return undefined;
    const allowed = allowedAt(at).phrases;
    const wanted = SEPARATORS.filter((sign) => sign !== token.image && allowed.includes(sign) && goesOnAfter(words(sign), at + 1));
    const [sign, other] = wanted;
    if (sign === undefined || other !== undefined) return undefined;
    const isTight = sign === ';' && /\S/.test(text[token.startOffset - 1] ?? '');
    const reading = { start: token.startOffset, end: endOf(token), text: isTight ? ` ${sign}` : sign };
    const place = placeAt(reading.start, reading.end);
    return { finding: report('BAR121', { found: token.image, wanted: sign }, place, { fix: replacing(`Écrire « ${sign} »`, reading) }), readings: [reading] };
}

/** A sign after which the sentence would go on. */
function missing(stumble: Stumble): Slip | undefined {
    const { tokens, at, allowedAt, goesOnAfter, words } = stumble;
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || token.image === '' || before === undefined) return undefined;
    const allowed = allowedAt(at).phrases;
    const possible = INSERTED.filter((sign) => allowed.includes(sign) && goesOnAfter(words(sign)));
    // Where several signs would do for the next word, the one after it tells them apart.
    const signs = possible.length < 2 ? possible : possible.filter((sign) => goesOnAfter([...words(sign), token], at + 1));
    const [sign, other] = signs;
    if (sign === undefined || other !== undefined) return undefined;
    const start = endOf(before);
    const reading = { start, end: start, text: sign === ';' || /\p{L}|%/u.test(sign) ? ` ${sign}` : sign };
    const fix = SURE.has(sign) ? { fix: replacing(`Ajouter « ${sign} »`, reading) } : {};
    const params = { found: token.image, wanted: sign, missing: true };
    return { finding: report('BAR121', params, placeAt(token.startOffset, endOf(token)), fix), readings: [reading] };
}

/** A sign that parts nothing: what follows goes on without it. */
function extra(stumble: Stumble): Slip | undefined {
    const { tokens, at, allowedAt } = stumble;
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || !(token.image === ';' || token.image === ',' || token.image === '.')) return undefined;
    if (next !== undefined && !wordsOf(allowedAt(at)).includes(next.tokenType.name)) return undefined;
    const reading = { start: token.startOffset, end: endOf(token), text: '' };
    return { finding: report('BAR121', { found: token.image }, placeAt(reading.start, reading.end)), readings: [reading] };
}

/** Every word that the grammar allows, names among them. */
export function wordsOf({ phrases, terminals, names }: ReturnType<Stumble['allowedAt']>): readonly string[] {
    return [...phrases, ...terminals, ...(names.length > 0 ? ['ID'] : [])];
}
