import type { Diagnostic, Severity } from '@bareme/language/diagnostics';
import { titleOf } from './human.js';
import { locate, type Texts } from './located.js';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
export function sarifDocument(diagnostics: readonly Diagnostic[], texts: Texts): object {
    const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'bareme', rules: codes.map((code) => ({ id: code, shortDescription: { text: titleOf(code) || code } })) } },
                columnKind: 'utf16CodeUnits',
                results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes, texts)),
            },
        ],
    };
}

function resultOf({ code, severity, message, remedy, location }: Diagnostic, codes: readonly string[], texts: Texts): object {
    return {
        ruleId: code,
        ruleIndex: codes.indexOf(code),
        level: LEVELS[severity],
        message: { text: `${message} ${remedy}` },
        ...(location === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(location, texts) }] }),
    };
}

function physicalLocation(location: NonNullable<Diagnostic['location']>, texts: Texts): object {
    const { path, start, end } = locate(location, texts);
    return {
        artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
        region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    };
}
