import { DIAGNOSTICS, type Diagnostic, type Location, type Severity } from '@bareme/language/diagnostics';
import { enumerate, plural } from '../french.js';
import { groupFindings, type FindingGroup } from './grouped-findings.js';
import { countDiagnostics, locate, type Texts } from './located.js';
import { paint, type Colour } from './paint.js';

/** How findings are shown to a person. */
export interface HumanStyle {
    readonly texts: Texts;
    readonly colour: boolean;
}

/** One finding: place, code, title; what and why; the line with the underlined text; the remedy; the page that says more. */
export function humanDiagnostic(diagnostic: Diagnostic, style: HumanStyle): string {
    return humanGroup({ first: diagnostic, others: [], following: 0 }, style);
}

/** A finding, where else it stands, and how many others follow from it. */
function humanGroup({ first, others, following }: FindingGroup, style: HumanStyle): string {
    const { code, severity, message, remedy, location, related } = first;
    const word = SEVERITY_WORDS[severity];
    const place = location === undefined ? '' : `${placeText(location, style.texts)} `;
    const lines = [
        `${place}${paint(word.colour, `${word.text} ${code}`, style.colour)} ${titleOf(code)}`.trimEnd(),
        `  ${message}`,
        ...(location === undefined ? [] : excerpt(location, style)),
        ...(others.length === 0 ? [] : [`  Aussi : ${otherPlaces(others, style.texts)}`]),
        ...(following === 0
            ? []
            : [
                  `  En ${following > 1 ? 'découlent' : 'découle'} ${plural(following, 'autre constat', 'autres constats')} : des noms qu’il déclare sans doute.`,
              ]),
        ...related.flatMap((other) => [`  voir ${placeText(other.location, style.texts)} : ${other.message}`, ...excerpt(other.location, style)]),
        `  Remède : ${remedy}`,
        `  Pourquoi : language/docs/diagnostics/${code}.md`,
    ];
    return `${lines.join('\n')}\n`;
}

/** Places named beside the first. */
const OTHER_PLACES = 3;

function otherPlaces(locations: readonly Location[], texts: Texts): string {
    const named = locations.slice(0, OTHER_PLACES).map((location) => placeText(location, texts));
    const left = locations.length - named.length;
    return enumerate(left === 0 ? named : [...named, plural(left, 'autre endroit', 'autres endroits')]);
}

/** Causes that a person is shown at once. */
const MOST_SHOWN = 50;

/** Findings by cause; past the first ones, how many are left. `all` shows them however many they are. */
export function humanDiagnostics(diagnostics: readonly Diagnostic[], style: HumanStyle, all = false): string {
    const groups = groupFindings(diagnostics);
    const shown = all ? groups : groups.slice(0, MOST_SHOWN);
    const left = groups.slice(shown.length).reduce((count, { others }) => count + 1 + others.length, 0);
    const more = left === 0 ? '' : `… et ${plural(left, 'autre constat', 'autres constats')} : « --tout » les montre, « --format json » aussi.\n\n`;
    return shown.map((group) => `${humanGroup(group, style)}\n`).join('') + more;
}

/** `2 erreurs, 1 avertissement dans 3 fichiers.` */
export function summaryLine(diagnostics: readonly Diagnostic[], files: number): string {
    const { errors, warnings, informations } = countDiagnostics(diagnostics);
    const read = plural(files, 'fichier lu', 'fichiers lus');
    const parts = [
        errors === 0 ? undefined : plural(errors, 'erreur', 'erreurs'),
        warnings === 0 ? undefined : plural(warnings, 'avertissement', 'avertissements'),
        informations === 0 ? undefined : plural(informations, 'information', 'informations'),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? `Aucun constat ; ${read}.` : `${parts.join(', ')} ; ${read}.`;
}

const SEVERITY_WORDS: Readonly<Record<Severity, { readonly text: string; readonly colour: Colour }>> = {
    error: { text: 'erreur', colour: 'red' },
    warning: { text: 'avertissement', colour: 'yellow' },
    information: { text: 'information', colour: 'blue' },
};

/** The word of a severity. */
export function severityWord(severity: Severity): string {
    return SEVERITY_WORDS[severity].text;
}

const TITLES: ReadonlyMap<string, string> = new Map(Object.entries(DIAGNOSTICS).map(([code, { title }]) => [code, title]));

/** The title of a finding's page. */
export function titleOf(code: string): string {
    return TITLES.get(code) ?? '';
}

function placeText(location: Location, texts: Texts): string {
    const { path, start } = locate(location, texts);
    return `${path}:${start.line}:${start.column}`;
}

const LONGEST_LINE = 160;

/** The first line of the place, with its text underlined; long lines are cut around it. */
function excerpt(location: Location, { texts, colour }: HumanStyle): readonly string[] {
    const text = texts.get(location.path);
    if (text === undefined) return [];
    const { start, end } = locate(location, texts);
    const line = text.split(/\r\n|\r|\n/)[start.line - 1] ?? '';
    const from = start.column - 1;
    const until = end.line > start.line ? line.length : Math.max(end.column - 1, from + 1);
    const cut = from > LONGEST_LINE / 2 ? from - LONGEST_LINE / 2 : 0;
    const shown = `${cut > 0 ? '…' : ''}${line.slice(cut, cut + LONGEST_LINE)}${line.length > cut + LONGEST_LINE ? '…' : ''}`;
    const before = from - cut + (cut > 0 ? 1 : 0);
    const gutter = String(start.line);
    const blank = widthOf(shown.slice(0, before));
    const marked = Math.max(widthOf(shown.slice(before, before + until - from)), 1);
    return [`  ${gutter} | ${visible(shown)}`, `  ${' '.repeat(gutter.length)} | ${' '.repeat(blank)}${paint('red', '^'.repeat(marked), colour)}`];
}

/** Columns that a text takes on a terminal: combining marks take none. */
function widthOf(text: string): number {
    return [...visible(text).normalize('NFC')].filter((character) => !/\p{Mn}/u.test(character)).length;
}

/** A text without what would move the cursor or hide what follows. */
function visible(text: string): string {
    return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '�');
}
