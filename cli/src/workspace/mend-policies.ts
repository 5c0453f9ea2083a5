import { join } from 'node:path';
import type { Diagnostic, TextEdit } from '@bareme/language/diagnostics';
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
        const chosen = disjoint(loaded.diagnostics);
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

/** The corrections, each whole, that touch no place twice. */
function disjoint(diagnostics: readonly Diagnostic[]): readonly (readonly TextEdit[])[] {
    const taken: TextEdit[] = [];
    return diagnostics.flatMap(({ fix }) => {
        if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return [];
        taken.push(...fix.edits);
        return [fix.edits];
    });
}

function touches(a: TextEdit, b: TextEdit): boolean {
    return a.location.path === b.location.path && a.location.start <= b.location.end && b.location.start <= a.location.end;
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
