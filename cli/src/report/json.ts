import type { Diagnostic, Location } from '@bareme/language/diagnostics';
import { countDiagnostics, locate, type Counts, type Texts } from './located.js';

/** The version of the findings' JSON (`diagnostics.schema.json`). */
export const DIAGNOSTICS_VERSION = '1.0';

/** Findings for programs. Lines and columns start at 1; columns count UTF-16 units; ends are past the last character. */
export interface DiagnosticsDocument {
    readonly diagnosticsVersion: string;
    /** The verb that was run. */
    readonly command: string;
    readonly counts: Counts;
    readonly diagnostics: readonly DiagnosticEntry[];
}

export interface DiagnosticEntry {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'information';
    readonly message: string;
    readonly remedy: string;
    readonly place?: PlaceEntry;
    readonly related: readonly { readonly message: string; readonly place: PlaceEntry }[];
    readonly fix?: { readonly title: string; readonly edits: readonly { readonly place: PlaceEntry; readonly newText: string }[] };
}

export interface PlaceEntry {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}

/** The findings of a command as a document. */
export function diagnosticsDocument(command: string, diagnostics: readonly Diagnostic[], texts: Texts): DiagnosticsDocument {
    return {
        diagnosticsVersion: DIAGNOSTICS_VERSION,
        command,
        counts: countDiagnostics(diagnostics),
        diagnostics: diagnostics.map((diagnostic) => entryOf(diagnostic, texts)),
    };
}

function entryOf({ code, severity, message, remedy, location, related, fix }: Diagnostic, texts: Texts): DiagnosticEntry {
    return {
        code,
        severity,
        message,
        remedy,
        ...(location === undefined ? {} : { place: placeOf(location, texts) }),
        related: related.map((other) => ({ message: other.message, place: placeOf(other.location, texts) })),
        ...(fix === undefined
            ? {}
            : { fix: { title: fix.title, edits: fix.edits.map(({ location: at, newText }) => ({ place: placeOf(at, texts), newText })) } }),
    };
}

function placeOf(location: Location, texts: Texts): PlaceEntry {
    const { path, start, end } = locate(location, texts);
    return { path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** JSON as this program writes it: two spaces, a final newline. */
export function jsonText(value: unknown): string {
    return `${JSON.stringify(value, undefined, 2)}\n`;
}
