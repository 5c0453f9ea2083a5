import { report } from '../../diagnostics/report.js';
import { OPENING_QUOTES } from '../typography.js';
import { lineAround, placeAt, replacing, type Slip } from './slip.js';

const ANY_MARK = /["\u201C-\u201F\u00AB\u00BB]/g;
const CLOSING_MARK = /["\u201C-\u201F\u00BB]/;
/** What ends a label whose quotation mark was forgotten. */
const AFTER_LABEL = /\s*(?::|,|;|\{|\}|$|\s(?:réf|ref|si|selon|version|de|pour|plusieurs|ordonnée|colonne|rôle)\s)/;
/** What a text between two marks holds when the first should have closed earlier. */
const RUNS_ON = /\s:\s+-?[0-9]+ points?|\s(?:réf|version|motif|source)\s*$|[:{;,]\s*$/;

/** A quotation mark that begins or ends nothing. */
export function quoteSlip(text: string, at: number): Slip | undefined {
    const mark = text[at] ?? '';
    if (!OPENING_QUOTES.includes(mark) && mark !== '\u00BB') return undefined;
    return mixed(text, at, mark) ?? overLines(text, at, mark) ?? unclosed(text, at);
}

/** `"Sans logement”`: closed by another mark on the same line. */
function mixed(text: string, at: number, mark: string): Slip | undefined {
    const line = lineAround(text, at);
    const rest = text.slice(at + 1, line.end);
    const next = rest.search(ANY_MARK);
    if (next < 0 || mark === '\u00BB' || !CLOSING_MARK.test(rest[next] ?? '')) return undefined;
    const close = at + 1 + next;
    const edits = [at, close].filter((place) => text[place] !== '"').map((place) => ({ location: placeAt(place, place + 1), newText: '"' }));
    const fix = { title: 'Écrire des guillemets droits', edits };
    const readings = [{ start: at, end: close + 1, text: `"${text.slice(at + 1, close)}"` }];
    return { finding: report('BAR120', { mark, fault: 'mixed' }, placeAt(at, close + 1), { fix }), readings };
}

const MOST_LINES = 3;

/** A text that ends some lines further: each line between has no other mark. */
function overLines(text: string, at: number, mark: string): Slip | undefined {
    if (mark !== '"' || AFTER_LABEL.exec(text.slice(at + 1, lineAround(text, at).end))?.[0] !== '') return undefined;
    let line = lineAround(text, at);
    for (let count = 0; count < MOST_LINES && line.end < text.length; count += 1) {
        line = lineAround(text, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1));
        const marks = [...line.text.matchAll(/"/g)];
        if (marks.length % 2 === 0 && marks.length > 0) return undefined;
        const close = marks[0] === undefined ? undefined : line.start + marks[0].index;
        if (close === undefined) continue;
        const joined = text.slice(at, close + 1).replace(/\s*[\r\n]+\s*/g, ' ');
        return { finding: report('BAR120', { mark, fault: 'lines' }, placeAt(at, close + 1)), readings: [{ start: at, end: close + 1, text: joined }] };
    }
    return undefined;
}

/** A mark alone; among several on its line, the one whose text runs over what follows it. */
function unclosed(text: string, at: number): Slip {
    const line = lineAround(text, at);
    const marks = [...text.slice(line.start, at + 1).matchAll(/"/g)].map(({ index }) => line.start + index);
    const culprit = marks.find((start, index) => index % 2 === 0 && RUNS_ON.test(text.slice(start + 1, marks[index + 1] ?? start))) ?? at;
    const rest = text.slice(culprit + 1, line.end);
    const label = rest.slice(0, AFTER_LABEL.exec(rest)?.index ?? rest.length);
    const readings =
        text[at] === '\u00BB' ? [] : [{ start: culprit, end: line.end, text: `${label.trim() === '' ? ' ' : `"${label}"`}${rest.slice(label.length)}` }];
    return { finding: report('BAR120', { mark: text[culprit] ?? '', fault: 'unclosed' }, placeAt(culprit, culprit + 1)), readings };
}

const SINGLE = /['’‘]([^'’‘"\n\r]{1,200})['’]/y;

/** `'Sans logement'`, or a name that holds an apostrophe. */
export function apostropheSlip(text: string, at: number): Slip | undefined {
    SINGLE.lastIndex = at;
    const end = /[\s(:;]/.test(text[at - 1] ?? ' ') && SINGLE.test(text) ? SINGLE.lastIndex : undefined;
    if (end === undefined || /[\p{L}\p{N}_]/u.test(text[end] ?? '')) return undefined;
    const reading = { start: at, end, text: `"${text.slice(at + 1, end - 1)}"` };
    const fix = replacing('Écrire des guillemets droits', reading);
    return { finding: report('BAR120', { mark: text[at] ?? '', fault: 'single' }, placeAt(at, end), { fix }), readings: [reading] };
}
