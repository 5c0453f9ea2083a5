import { DIAGNOSTICS, type DiagnosticCode, type ParamsOf } from './codes.js';
import type { DiagnosticDefinition } from './codes/definition.js';
import type { Diagnostic, Location, TextEdit } from './diagnostic.js';

/** What may accompany a diagnostic: other places it speaks of, a mechanical mend. */
export interface Accompaniment {
    readonly related?: readonly { readonly message: string; readonly location: Location }[];
    readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** The one way to make a diagnostic: no code without registry, no parameter without type. */
export function report<Code extends DiagnosticCode>(code: Code, params: ParamsOf<Code>, location?: Location, more: Accompaniment = {}): Diagnostic {
    const definition = DIAGNOSTICS[code] as unknown as DiagnosticDefinition<ParamsOf<Code>>;
    return {
        code,
        severity: definition.severity,
        message: definition.message(params),
        remedy: definition.remedy(params),
        ...(location === undefined ? {} : { location }),
        related: more.related ?? [],
        ...(more.fix === undefined ? {} : { fix: more.fix }),
    };
}
