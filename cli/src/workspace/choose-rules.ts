import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { nearestNames, report, type Diagnostic } from '@bareme/language/diagnostics';
import type { Policy } from '@bareme/language/ir';
import type { LoadedPolicies } from './load-policies.js';

/** The versions of the policies asked for, territory by territory and by date, with the variants asked for. */
export interface ChosenRules {
    readonly names: readonly string[];
    readonly versions: readonly Policy[];
    readonly variants: readonly Policy[];
}

export type RulesChoice = { readonly kind: 'chosen'; readonly rules: ChosenRules } | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** What the user asked for: the policies' names where several are read, variants by name or by path. */
export interface RulesRequest {
    readonly names: readonly string[];
    readonly variants: readonly string[];
    /** The folder that paths of variants start from. */
    readonly root: string;
}

/** The words of `--variante` that are paths: they are read with the policies. */
export function variantPaths({ variants, root }: RulesRequest): readonly string[] {
    return variants.filter((word) => isPath(word, root));
}

function isPath(word: string, root: string): boolean {
    return word.endsWith('.bareme') || word.includes('/') || existsSync(resolve(root, word));
}

/** Picks the policy and its variants among what was read. */
export function chooseRules(loaded: LoadedPolicies, request: RulesRequest): RulesChoice {
    const names = [...new Set(loaded.project.policies.map(({ name }) => name))];
    const asked = request.names.length > 0 ? [...new Set(request.names)] : names.length === 1 ? names : [];
    if (asked.length === 0 && names.length > 1) return refused(report('BAR920', { names }));
    const unknown = asked.find((name) => !names.includes(name));
    if (unknown !== undefined) return refused(report('BAR921', { name: unknown, nearest: nearestNames(unknown, names) }));
    if (asked.length === 0) return refused(report('BAR921', { name: undefined, nearest: [] }));
    const isAsked = ({ name }: Policy): boolean => asked.includes(name);
    const known = loaded.project.variants.filter(isAsked);
    const variants: Policy[] = [];
    for (const word of request.variants) {
        const found = isPath(word, request.root) ? variantsUnder(known, word, request.root) : known.filter(({ variant }) => variant?.name === word);
        if (found.length === 0) return refused(unknownVariant(word, known));
        variants.push(...found.filter((variant) => !variants.includes(variant)));
    }
    return { kind: 'chosen', rules: { names: asked, versions: loaded.project.policies.filter(isAsked), variants } };
}

function refused(diagnostic: Diagnostic): RulesChoice {
    return { kind: 'refused', diagnostics: [diagnostic] };
}

function unknownVariant(word: string, known: readonly Policy[]): Diagnostic {
    const names = known.flatMap(({ variant }) => variant?.name ?? []);
    return report('BAR922', { name: word, nearest: nearestNames(word, names) });
}

/** The variants written in a file, or in the files of a folder. */
function variantsUnder(known: readonly Policy[], word: string, root: string): readonly Policy[] {
    const wanted = relative(root, resolve(root, word)).split(sep).join('/');
    return known.filter(({ at: [path] }) => path === wanted || path.startsWith(wanted === '' ? '' : `${wanted}/`));
}
