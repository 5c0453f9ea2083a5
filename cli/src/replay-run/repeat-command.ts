import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { formatIso, type Day } from '@bareme/language/ir';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { policyPaths, rootOf } from '../workspace/load-policies.js';
import type { ReplayOptions } from './replay-options.js';

/**
 * The command that repeats a replay, from the root of its policies. It holds nothing of this machine: a folder outside the root is
 * named alone, and the output is for the reader to choose.
 */
export function repeatCommand(invocation: Invocation, host: Host, run: { readonly options: ReplayOptions; readonly from: Day; readonly to: Day }): string {
    const root = rootOf(invocation, host);
    const option = (name: string, value: string | undefined) => (value === undefined ? [] : [`--${name}`, quoted(value)]);
    const words = [
        'bareme rejouer',
        ...[...new Set(policyPaths(invocation).map((path) => quoted(portable(path, root, root))))].sort(),
        ...invocation.values('nom').flatMap((name) => option('nom', name)),
        ...option('correspondance', invocation.value('correspondance')),
        ...invocation.values('variante').flatMap((variant) => option('variante', variant.includes('/') ? portable(variant, root, root) : variant)),
        ...option('territoire', portable(invocation.value('territoire') ?? '', host.cwd, root)),
        ...option('du', formatIso(run.from)),
        ...option('au', formatIso(run.to)),
        ...option('mode', run.options.mode),
        ...option('graine', String(run.options.seed)),
        ...option('orientation', run.options.orientation),
        ...option('offre', run.options.supply),
        ...option('tirages', run.options.mode === 'vivier' ? String(run.options.replications) : undefined),
        ...sensitivityOption(run.options),
        '--sortie rapport',
    ];
    return words.join(' ');
}

/** As it was asked; where it was not, the size of the territory decides again. */
function sensitivityOption({ sensitivity }: ReplayOptions): readonly string[] {
    return sensitivity === undefined ? [] : [sensitivity ? '--sensibilite' : '--sans-sensibilite'];
}

/** A path relative to the root, with `/`; the last name alone when it lies elsewhere. */
function portable(path: string, from: string, root: string): string {
    const full = resolve(from, path);
    const way = relative(root, full);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return basename(full);
    return way === '' ? '.' : way.split(sep).join('/');
}

function quoted(word: string): string {
    return /^[\p{L}\p{N}_./=:@-]+$/u.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}
