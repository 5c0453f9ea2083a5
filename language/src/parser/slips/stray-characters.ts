import { report } from '../../diagnostics/report.js';
import type { UnknownStretch } from '../unknown-text.js';
import { apostropheSlip, quoteSlip } from './quotes.js';
import { isHidden, withoutHidden } from '../text-traps.js';
import { lineAround, placeAt, type Reading, type Slip } from './slip.js';
import { lookAlikeSlip } from './look-alike-signs.js';
import { signSlip } from './symbols.js';

/** Slips among the stretches that begin no word, and the stretches that say nothing of what was meant. */
export interface Strays {
    readonly slips: readonly Slip[];
    readonly others: readonly UnknownStretch[];
    /** How the text is read as if these slips were mended. */
    readonly readings: readonly Reading[];
}

/** Past them, a text is not of this language. */
const MOST_SLIPS = 100;

/** What stretches of text that begin no word were meant to be. */
export function strayCharacters(text: string, unknown: readonly UnknownStretch[]): Strays {
    const slips: Slip[] = [];
    const others: UnknownStretch[] = [];
    const marks: Reading[] = [];
    let read = 0;
    for (const stretch of unknown) {
        const hidden = marks.length >= MOST_SLIPS ? undefined : hiddenReading(text, stretch);
        if (hidden !== undefined) {
            marks.push(hidden);
            read = hidden.end;
            continue;
        }
        // What a former slip has taken is told with it.
        if (stretch.start < read) continue;
        const slip = slips.length >= MOST_SLIPS ? undefined : (commentSlip(text, stretch.start) ?? slipAt(text, stretch));
        if (slip !== undefined) slips.push(slip);
        else if (!isHidden(text.slice(stretch.start, stretch.end))) others.push(stretch);
        read = Math.max(read, ...(slip?.readings ?? []).map(({ end }) => end));
    }
    return { slips, others, readings: [...slips.flatMap((slip) => slip.readings ?? []), ...marks] };
}

/** Marks that show nothing, told apart: the word that they cut in two is read whole. */
function hiddenReading(text: string, { start, end }: UnknownStretch): Reading | undefined {
    if (!isHidden(text.slice(start, end))) return undefined;
    const from = start - (/[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0);
    // Marks may cut a word more than once.
    const word = /^[\p{L}\p{N}_\p{Cf}\p{Mn}]*/u.exec(text.slice(from, start + 120))?.[0] ?? '';
    const to = Math.max(end, from + word.length);
    return { start: from, end: to, text: withoutHidden(text.slice(from, to)) };
}

function slipAt(text: string, { start, end }: UnknownStretch): Slip | undefined {
    return (
        quoteSlip(text, start) ??
        apostropheSlip(text, start) ??
        nameSlip(text, start) ??
        signSlip(text, start, end) ??
        bulletSlip(text, start) ??
        lookAlikeSlip(text, start, end)
    );
}

/** A line that begins as a comment of another language. */
function commentSlip(text: string, at: number): Slip | undefined {
    if (text[at] !== '#') return undefined;
    const line = lineAround(text, at);
    if (text.slice(line.start, at).trim() !== '') return undefined;
    const marks = /^#+/.exec(text.slice(at, line.end))?.[0].length ?? 1;
    // No correction is made: whether the line says something or puts a clause aside is the author's to say.
    return { finding: report('BAR125', {}, placeAt(at, at + marks)), readings: [{ start: at, end: line.end, text: '' }] };
}

const APOSTROPHE_IN_NAME = /[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)+/uy;

/** `l'ancienneté` for a name. */
function nameSlip(text: string, at: number): Slip | undefined {
    if (!/['’]/.test(text[at] ?? '')) return undefined;
    const start = at - (/[\p{L}\p{N}_]+$/u.exec(text.slice(Math.max(0, at - 60), at))?.[0].length ?? 0);
    APOSTROPHE_IN_NAME.lastIndex = start;
    const found = APOSTROPHE_IN_NAME.exec(text)?.[0];
    if (found === undefined) return undefined;
    const instead = found.replace(/['’]/g, '_');
    return {
        finding: report('BAR124', { found, instead }, placeAt(start, start + found.length)),
        readings: [{ start, end: start + found.length, text: instead }],
    };
}

/** A bullet before a line, as lists of word processors have. */
function bulletSlip(text: string, at: number): Slip | undefined {
    const bullet = /^[•◦▪■●·‣]\s*/u.exec(text.slice(at, at + 10))?.[0];
    if (bullet === undefined || text.slice(lineAround(text, at).start, at).trim() !== '') return undefined;
    return { finding: report('BAR102', { found: bullet.trim() }, placeAt(at, at + 1)), readings: [{ start: at, end: at + 1, text: '' }] };
}
