import type { Diagnostic as Finding, Severity } from '@bareme/language/diagnostics';
import { DiagnosticSeverity, type CodeAction, type Diagnostic, type TextEdit } from 'vscode-languageserver-protocol';
import type { Program } from './programs.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
};

/** The findings of a program by the URI of their file; a file without any has an empty list. */
export function diagnosticsByUri(program: Program): ReadonlyMap<string, readonly Diagnostic[]> {
    const byUri = new Map<string, Diagnostic[]>(program.sources.map(({ path }) => [program.placeAt({ path, start: 0, end: 0 }).uri, []]));
    for (const finding of program.diagnostics) {
        if (finding.location === undefined) continue;
        const { uri } = program.placeAt(finding.location);
        byUri.get(uri)?.push(diagnosticOf(program, finding));
    }
    return byUri;
}

function diagnosticOf(program: Program, finding: Finding): Diagnostic {
    const location = finding.location ?? { path: '', start: 0, end: 0 };
    return {
        range: program.placeAt(location).range,
        severity: SEVERITIES[finding.severity],
        code: finding.code,
        source: 'barème',
        message: `${finding.message}\n${finding.remedy}`,
        relatedInformation: finding.related.map(({ message, location: related }) => ({ message, location: program.placeAt(related) })),
    };
}

/** The remedies that the findings of a range carry, ready to apply. */
export function fixesAt(program: Program, uri: string, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
    return program.diagnostics.flatMap((finding) => {
        if (finding.fix === undefined || finding.location === undefined || program.placeAt(finding.location).uri !== uri) return [];
        const mended = diagnostics.find(({ code, range }) => code === finding.code && sameRange(range, program.placeAt(finding.location!).range));
        if (mended === undefined) return [];
        const changes: Record<string, TextEdit[]> = {};
        for (const { location, newText } of finding.fix.edits) {
            const place = program.placeAt(location);
            (changes[place.uri] ??= []).push({ range: place.range, newText });
        }
        return [{ title: finding.fix.title, kind: 'quickfix', diagnostics: [mended], isPreferred: true, edit: { changes } }];
    });
}

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
    return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}
