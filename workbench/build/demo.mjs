// What the workbench opens at the first click: Valmont (fictitious), its policies, a synthetic territory's model and a replay already made.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sharedParts } from './share-parts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'workbench/dist/demo');

/** The size of the demo: large enough for the figures to speak, small enough to be replayed again in seconds. */
export const DEMO = {
    demands: 4000,
    lettings: 600,
    // Half a year more than the civil year whose objectives get a verdict: every lease signed in 2024 comes of a vacancy of the window.
    from: '01/06/2023',
    to: '31/12/2024',
    seed: 2024,
    replaySeed: 1,
    replications: 4,
    variants: ['attente_renforcée', 'travailleurs_essentiels'],
};

/** The policy files of the demo, in the order of their paths. */
export function demoPolicies() {
    return globSync('policies/{national,valmont}/**/*.bareme', { cwd: ROOT })
        .map((path) => path.replaceAll('\\', '/'))
        .sort()
        .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]);
}

/** The model that the synthetic territory is drawn from. */
export function demoModel() {
    return readFileSync(join(ROOT, 'policies/valmont/modele.json'), 'utf8');
}

/** How free from the rules the history of the territory is, in words. */
export async function demoNotices() {
    const [{ readModel }, { freedomNotice }] = await Promise.all([import('@bareme/language/data'), import('@bareme/language/telling')]);
    return [freedomNotice(readModel(demoModel(), 'modele.json').model.freedom)];
}

/**
 * The compiled policies and the replay of the demo: JSON with its equal parts shared, compressed, in base64. Made once for the same policies and the same language:
 * the result is kept beside the built site.
 */
export async function bakedDemo() {
    const key = createHash('sha256')
        .update(JSON.stringify([DEMO, demoPolicies(), demoModel(), makers()]))
        .digest('hex');
    const kept = join(CACHE, `${key}.txt`);
    if (existsSync(kept)) return readFileSync(kept, 'utf8');
    const { bakeDemo } = await import('./bake-demo.mjs');
    // As JSON: what is undefined is left out, and each part stands in its own place.
    const baked = JSON.parse(JSON.stringify(bakeDemo(demoPolicies(), demoModel(), await demoNotices())));
    const text = gzipSync(JSON.stringify(sharedParts(baked)), { level: 9 }).toString('base64');
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, text);
    return text;
}

/** What makes the demo: every compiled file of the language, since another engine makes another replay, and these scripts. */
function makers() {
    const hash = createHash('sha256');
    for (const path of globSync(['language/dist/**/*.js', 'workbench/build/*.mjs'], { cwd: ROOT }).sort()) hash.update(readFileSync(join(ROOT, path)));
    return hash.digest('hex');
}
