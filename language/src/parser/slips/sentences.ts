import { report } from '../../diagnostics/report.js';
import { wordsOf } from './punctuation.js';
import { endOf, lineAround, offsetAt, placeAt, replacing, type Slip, type Stumble } from './slip.js';

/** A sentence whose words are in another order, or lack one that the author must choose. */
export function sentenceSlip(stumble: Stumble): Slip | undefined {
    return startedOrWhole(stumble) ?? conditionFirst(stumble) ?? namedWithSigns(stumble) ?? namedInWords(stumble);
}

/** `1 point par mois depuis dépôt`: whole months, or the month begun too. */
function startedOrWhole({ tokens, at }: Stumble): Slip | undefined {
    const [per, unit, since] = [tokens[at - 2], tokens[at - 1], tokens[at]];
    if (since?.image !== 'depuis' || per?.image !== 'par' || unit === undefined || !/^(mois|an|jour)$/.test(unit.image)) return undefined;
    const found = `par ${unit.image} depuis`;
    const words = [`par ${unit.image} révolu depuis`, `par ${unit.image} commencé depuis`];
    const why = `compte-t-on ${unit.image === 'an' ? 'l’an' : `le ${unit.image}`} entamé`;
    const end = endOf(unit);
    return { finding: report('BAR119', { found, words, why }, placeAt(per.startOffset, endOf(since))), readings: [{ start: end, end, text: ' révolu' }] };
}

const CONDITION_FIRST = /(?<![\p{L}\p{N}_])si (.+?)[ ,]+(?:alors )?(-?[0-9]+(?:,[0-9]+)? points?)(?=[ \u00A0]*(?:$|,|réf|justificatif))/u;

/** `si personnes au moins 5 alors 10 points`: the points come first. */
function conditionFirst(stumble: Stumble): Slip | undefined {
    const { text, tokens, at, allowedAt } = stumble;
    if (tokens[at]?.image !== 'si' || !allowedAt(at).terminals.includes('NOMBRE')) return undefined;
    const start = offsetAt(stumble, at);
    const rest = text.slice(start, lineAround(text, start).end);
    const match = CONDITION_FIRST.exec(rest);
    if (match?.index !== 0) return undefined;
    const [found, condition = '', points = ''] = match;
    const instead = `${points} si ${condition}`;
    const isWhole = !/\b(alors|sinon|points?)\b/.test(condition);
    const reading = { start, end: start + found.length, text: instead };
    const fix = isWhole ? { fix: replacing('Écrire les points d’abord', reading) } : {};
    return { finding: report('BAR126', { found, instead }, placeAt(start, start + found.length), fix), readings: [reading] };
}

const WITH_SIGNS = /[\p{L}_][\p{L}\p{N}_]*(?:[-./&][\p{L}\p{N}_]+)+|[0-9]+[\p{L}_][\p{L}\p{N}_]*/uy;

/** `sans-logement`, `2e_trimestre`: a name with signs that names do not hold, or that begins with a digit. */
function namedWithSigns(stumble: Stumble): Slip | undefined {
    const { text, tokens, at, allowedAt } = stumble;
    for (const place of [at, at - 1, at - 2]) {
        const token = tokens[place];
        if (token === undefined || allowedAt(place).names.length === 0) continue;
        WITH_SIGNS.lastIndex = token.startOffset;
        const found = WITH_SIGNS.exec(text)?.[0];
        if (found === undefined || token.startOffset + found.length <= offsetAt(stumble, at)) continue;
        const instead = /^[0-9]/.test(found) ? `n${found}` : found.replace(/[-./&]/g, '_');
        const [start, end] = [token.startOffset, token.startOffset + found.length];
        return { finding: report('BAR124', { found, instead }, placeAt(start, end)), readings: [{ start, end, text: instead }] };
    }
    return undefined;
}

const IN_WORDS = /[\p{L}_][\p{L}\p{N}_]*(?:(?: +|['’])[\p{L}\p{N}_]+)+(?= *")/uy;

/** `critère logement indigne "Habitat indigne"`: a name given in several words, before its label. */
function namedInWords(stumble: Stumble): Slip | undefined {
    const { text, tokens, at, allowedAt } = stumble;
    for (const place of [at, at - 1, at - 2, at - 3]) {
        const token = tokens[place];
        if (token === undefined || !allowedAt(place).names.includes('name')) continue;
        IN_WORDS.lastIndex = token.startOffset;
        const found = IN_WORDS.exec(text)?.[0];
        if (found === undefined || token.startOffset + found.length <= offsetAt(stumble, at)) continue;
        const instead = found.replace(/ +|['’]/g, '_');
        const reading = { start: token.startOffset, end: token.startOffset + found.length, text: instead };
        const fix = replacing(`Écrire « ${instead} »`, reading);
        return { finding: report('BAR124', { found, instead }, placeAt(reading.start, reading.end), { fix }), readings: [reading] };
    }
    return undefined;
}

const UNQUOTED = /[\p{L}\p{N}][\p{L}\p{N} '’(),%/-]*?(?=\s*(?::|\{|;|\}|$|\s(?:réf|version|si|selon|pour|de)\s))/uy;

/** A label or a source without its quotation marks: several words, or the only thing that could stand there. */
export function withoutQuotesSlip(stumble: Stumble): Slip | undefined {
    const { text, tokens, at, allowedAt } = stumble;
    const token = tokens[at];
    const allowed = allowedAt(at);
    // Where a number may stand too, a value is expected, not a label.
    if (token === undefined || !allowed.terminals.includes('TEXTE') || (allowed.terminals.includes('NOMBRE') && !allowed.phrases.includes(':')))
        return undefined;
    UNQUOTED.lastIndex = token.startOffset;
    const line = lineAround(text, token.startOffset);
    const found = UNQUOTED.exec(text.slice(0, line.end))?.[0].trim();
    if (found === undefined || found === '' || (wordsOf(allowed).length > 1 && !/^[:{]/.test(text.slice(token.startOffset + found.length).trim())))
        return undefined;
    const reading = { start: token.startOffset, end: token.startOffset + found.length, text: `"${found}"` };
    return { finding: report('BAR120', { mark: found, fault: 'absent' }, placeAt(reading.start, reading.end)), readings: [reading] };
}
