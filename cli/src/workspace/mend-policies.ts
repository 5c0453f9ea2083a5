import { join } from 'node:path';
import { disjointFixes, type Diagnostic, type TextEdit } from '@bareme/language/diagnostics';
import { plural } from '../french.js';
import { replaceText } from '../output/replace-text.js';
import { loadPolicies, type LoadedPolicies } from './load-policies.js';

/** Files after their mechanical corrections. */
export interface MendedPolicies {
    readonly loaded: LoadedPolicies;
    /** Corrections applied, one finding each. */
    readonly applied: number;
    /** Files that could not be written. */
    readonly diagnostics: readonly Diagnostic[];
}

/** A correction may let another appear; more rounds than this would be one that undoes another. */
const MOST_ROUNDS = 10;

/** Applies the corrections that findings carry, round after round until none is left. */
export async function mendPolicies(paths: readonly string[], root: string): Promise<MendedPolicies> {
    let loaded = await loadPolicies(paths, root);
    let applied = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const chosen = disjointFixes(loaded.diagnostics);
        if (chosen.length === 0) break;
        const edited = editedTexts(loaded, chosen);
        const diagnostics = [...edited].flatMap(([path, text]) =>
            replaceText({ path: join(root, path), shown: path, before: loaded.texts.get(path) ?? '', after: text }),
        );
        if (diagnostics.length > 0) return { loaded, applied, diagnostics };
        applied += chosen.length;
        loaded = await loadPolicies(paths, root);
    }
    return { loaded, applied, diagnostics: [] };
}

/** What was done, for a person. */
export function mendedText({ applied }: MendedPolicies): string {
    return applied === 0 ? 'Aucune correction mécanique à appliquer.' : `${plural(applied, 'correction appliquée', 'corrections appliquées')}.`;
}

function editedTexts({ texts }: LoadedPolicies, chosen: readonly (readonly TextEdit[])[]): ReadonlyMap<string, string> {
    const edited = new Map<string, string>();
    const last = chosen.flat().sort((a, b) => b.location.start - a.location.start);
    for (const { location, newText } of last) {
        const text = edited.get(location.path) ?? texts.get(location.path);
        if (text !== undefined) edited.set(location.path, text.slice(0, location.start) + newText + text.slice(location.end));
    }
    return edited;
}
