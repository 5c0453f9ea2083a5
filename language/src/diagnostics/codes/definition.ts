import type { Severity } from '../diagnostic.js';

/**
 * One diagnostic: its severity, the title of its page, and its French wording. `message` says what is wrong and why, `remedy` how to
 * mend it; the user's own words stand between « ».
 */
export interface DiagnosticDefinition<Params> {
    readonly severity: Severity;
    readonly title: string;
    readonly message: (params: Params) => string;
    readonly remedy: (params: Params) => string;
}

/** Declares a diagnostic whose parameters are typed by the wording that uses them. */
export function define<Params>(
    severity: Severity,
    title: string,
    wording: { readonly message: (params: Params) => string; readonly remedy: (params: Params) => string },
): DiagnosticDefinition<Params> {
    return { severity, title, ...wording };
}

/** `« a », « b » ou « c »`. */
export function oneOf(words: readonly string[]): string {
    const quoted = words.map((word) => `« ${word} »`);
    const last = quoted.pop() ?? '';
    return quoted.length === 0 ? last : `${quoted.join(', ')} ou ${last}`;
}

/** The remedy for an unknown name: the nearest ones, or what else to do. */
export function suggestion(nearest: readonly string[], otherwise: string): string {
    return nearest.length === 0 ? otherwise : `Vouliez-vous écrire ${oneOf(nearest)} ?`;
}
