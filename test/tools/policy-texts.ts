import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The text of every policy of the repository, in the order of their paths. */
export function policyTexts(): readonly string[] {
    return globSync('policies/**/*.bareme', { cwd: ROOT })
        .sort()
        .map((path) => readFileSync(ROOT + path, 'utf8'));
}
