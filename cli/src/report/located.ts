import { lineAndColumn, type Diagnostic, type Location, type TextPosition } from '@bareme/language/diagnostics';
import type { SourceText } from '@bareme/language';

/** Texts by path, to show where findings are. */
export type Texts = ReadonlyMap<string, string>;

/** The texts of sources by path. */
export function textsOf(sources: readonly SourceText[]): Texts {
    return new Map(sources.map(({ path, text }) => [path, text]));
}

/** A place with its lines and columns, from 1; the end is past the last character. */
export interface LocatedRange {
    readonly path: string;
    readonly start: TextPosition;
    readonly end: TextPosition;
}

/** Where a location is, in lines and columns; a file whose text is unknown is at its beginning. */
export function locate(location: Location, texts: Texts): LocatedRange {
    const text = texts.get(location.path) ?? '';
    return { path: location.path, start: lineAndColumn(text, location.start), end: lineAndColumn(text, location.end) };
}

/** How many findings of each severity. */
export interface Counts {
    readonly errors: number;
    readonly warnings: number;
    readonly informations: number;
}

/** Counts findings by severity. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Counts {
    const count = (severity: Diagnostic['severity']) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return { errors: count('error'), warnings: count('warning'), informations: count('information') };
}
