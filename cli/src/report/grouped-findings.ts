import type { Diagnostic, Location } from '@bareme/language/diagnostics';

/** Findings that say the same thing at several places: the first, and where the others are. */
export interface FindingGroup {
    readonly first: Diagnostic;
    readonly others: readonly Location[];
    /** Findings that follow from this one: mended with it, they are not shown. */
    readonly following: number;
}

/** An import that leads nowhere: what its file and those that build on it then do not know follows from it. */
const CAUSE = 'BAR205';
/** What a name without declaration leads to. */
const CONSEQUENCES = /^BAR2/;

/**
 * Findings by cause. Those of one code, message and remedy are one. When a vocabulary is missing, every name that nothing declares may be one of
 * its own: they are counted there, and shown only once the cause is gone.
 */
export function groupFindings(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
    const hasCause = diagnostics.some(({ code }) => code === CAUSE);
    const isFollowing = ({ code }: Diagnostic): boolean => hasCause && code !== CAUSE && CONSEQUENCES.test(code);
    const shown = diagnostics.filter((diagnostic) => !isFollowing(diagnostic));
    const groups = new Map<string, Diagnostic[]>();
    for (const diagnostic of shown) {
        const key = JSON.stringify([diagnostic.code, diagnostic.severity, diagnostic.message, diagnostic.remedy]);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [diagnostic]);
        else group.push(diagnostic);
    }
    let following = diagnostics.length - shown.length;
    return [...groups.values()].flatMap(([first, ...others]) => {
        if (first === undefined) return [];
        const own = first.code === CAUSE ? following : 0;
        if (own > 0) following = 0;
        return [{ first, others: others.flatMap(({ location }) => location ?? []), following: own }];
    });
}
