import { absurd } from '@bareme/language/ir';
import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Format } from '../commands/command-syntax.js';
import { usesColour, type Host } from '../host.js';
import { githubAnnotations } from './github.js';
import { humanDiagnostics } from './human.js';
import { diagnosticsDocument, jsonText } from './json.js';
import type { Texts } from './located.js';
import { sarifDocument } from './sarif.js';

/** Findings to print, and how. */
export interface Findings {
    readonly command: string;
    readonly diagnostics: readonly Diagnostic[];
    readonly texts: Texts;
    readonly format: Format;
    /** `out` where findings are the result; `err` where the result is something else. Formats for programs always go to `out`. */
    readonly stream: 'out' | 'err';
    /** Shows a person every cause, however many they are. */
    readonly all?: boolean;
}

/** Prints findings in the chosen format. */
export function printFindings({ command, diagnostics, texts, format, stream, all = false }: Findings, host: Host): void {
    switch (format) {
        case 'humain':
            host[stream].write(humanDiagnostics(diagnostics, { texts, colour: usesColour(host[stream], host.env) }, all));
            return;
        case 'json':
            host.out.write(jsonText(diagnosticsDocument(command, diagnostics, texts)));
            return;
        case 'sarif':
            host.out.write(jsonText(sarifDocument(diagnostics, texts)));
            return;
        case 'github':
            host.out.write(githubAnnotations(diagnostics, texts));
            return;
        default:
            absurd(format);
    }
}
