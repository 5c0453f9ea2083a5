import { compareText } from '../kit/text-order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** By file, place and code; the same finding at the same place is said once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const keyed = diagnostics.map((diagnostic) => ({ diagnostic, key: sortKey(diagnostic) }));
    keyed.sort((a, b) => compareText(a.key, b.key));
    return keyed
        .filter(({ key, diagnostic }, index) => keyed[index - 1]?.key !== key || keyed[index - 1]?.diagnostic.message !== diagnostic.message)
        .map(({ diagnostic }) => diagnostic);
}

function sortKey({ location, code }: Diagnostic): string {
    if (location === undefined) return `\u0000${code}`;
    return `${location.path}\u0000${String(location.start).padStart(9, '0')}\u0000${String(location.end).padStart(9, '0')}\u0000${code}`;
}
