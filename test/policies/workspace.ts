import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSources, type Compilation, type SourceText } from '@bareme/language';

const POLICIES = fileURLToPath(new URL('../../policies/', import.meta.url));

/** The `.bareme` files below a folder of `policies/`, with the paths that a user would write. */
export function policySources(folder: string): readonly SourceText[] {
    return readdirSync(POLICIES + folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.bareme'))
        .map((name) => name.replaceAll('\\', '/'))
        .sort()
        .map((name) => policySource(`${folder}/${name}`));
}

/** One file of `policies/`. */
export function policySource(path: string): SourceText {
    return { path: `policies/${path}`, text: readFileSync(POLICIES + path, 'utf8') };
}

/** The national vocabulary with the whole of Valmont, as the command line reads them. */
export function compileValmont(): Compilation {
    return compileSources([...policySources('national'), ...policySources('valmont')]);
}
