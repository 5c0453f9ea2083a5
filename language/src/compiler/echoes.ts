import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ParsedSource } from '../parser/source-text.js';

/** Findings that a name is unknown: what declares it may stand in what could not be read. */
const UNKNOWN_NAMES: ReadonlySet<string> = new Set([
    ...['BAR201', 'BAR202', 'BAR203', 'BAR205', 'BAR210', 'BAR212'],
    ...['BAR440', 'BAR450', 'BAR452', 'BAR507', 'BAR605'],
]);

/** Findings that a file lacks a sentence: it may be the one that could not be read. */
const ABSENCES: ReadonlySet<string> = new Set(['BAR484', 'BAR504', 'BAR508', 'BAR603', 'BAR604']);

/** The findings without those that only follow from a text that could not be read, which is told where it stands. */
export function withoutEchoes(sources: readonly ParsedSource[], syntax: readonly Diagnostic[], findings: readonly Diagnostic[]): readonly Diagnostic[] {
    const damaged = sources.filter(({ leftOut }) => leftOut.length > 0);
    const isRefused = sources.some(({ root }) => root === undefined);
    const slips = syntax.flatMap(({ severity, location }) => (severity === 'error' && location !== undefined ? [location] : []));
    if (damaged.length === 0 && !isRefused && slips.length === 0) return findings;
    const unread = new Set(damaged.flatMap(({ text, leftOut }) => leftOut.flatMap(({ start, end }) => text.slice(start, end).match(WORD) ?? [])));
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const paths = new Set(damaged.map(({ path }) => path));
    return findings.filter(({ code, location }) => {
        if (location === undefined) return true;
        if (ABSENCES.has(code)) return !paths.has(location.path);
        if (!UNKNOWN_NAMES.has(code)) return true;
        const words = (texts.get(location.path) ?? '').slice(location.start, location.end).match(WORD) ?? [];
        // A name that is itself the slip is told as such.
        if (slips.some((slip) => slip.path === location.path && slip.start < location.end && location.start < slip.end)) return false;
        return !isRefused && !words.some((word) => unread.has(word));
    });
}

const WORD = /[\p{L}\p{N}_]+/gu;
