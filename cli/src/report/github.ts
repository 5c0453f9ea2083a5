import type { Diagnostic, Severity } from '@bareme/language/diagnostics';
import { titleOf } from './human.js';
import { locate, type Texts } from './located.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/** Findings as the workflow commands of GitHub Actions, which annotate a change's files. */
export function githubAnnotations(diagnostics: readonly Diagnostic[], texts: Texts): string {
    return diagnostics.map((diagnostic) => `${annotation(diagnostic, texts)}\n`).join('');
}

function annotation({ code, severity, message, remedy, location }: Diagnostic, texts: Texts): string {
    const properties: [string, string][] = [['title', `${code} ${titleOf(code)}`.trim()]];
    if (location !== undefined) {
        const { path, start, end } = locate(location, texts);
        properties.unshift(['file', path], ['line', String(start.line)], ['endLine', String(end.line)], ['col', String(start.column)]);
    }
    const list = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
    return `::${COMMANDS[severity]} ${list}::${escapeData(`${message} ${remedy}`)}`;
}

function escapeData(text: string): string {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
