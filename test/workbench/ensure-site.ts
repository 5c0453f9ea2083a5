import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSite } from '../../workbench/build/build.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = `${ROOT}workbench/dist/site/index.html`;
const BUILDING = `${ROOT}workbench/dist/building`;

/** What the site is made of. */
const INPUTS = ['workbench/{src,build,public,serve}/**/*', 'workbench/*.{html,mjs,json}', '{language,cli}/dist/**/*.js', 'policies/{national,valmont}/**/*'];

/** How long a build lasts at most, in milliseconds: beyond it, whoever was building is no more. */
const LONGEST = 300_000;

/** The site, built from the sources as they are: once, by the first suite that needs it, while the others wait. */
export async function ensureSite(): Promise<void> {
    for (;;) {
        if (existsSync(BUILDING)) {
            if (Date.now() - statSync(BUILDING).mtimeMs > LONGEST) rmSync(BUILDING, { recursive: true, force: true });
            await pause(250);
        } else if (isBuilt()) return;
        else await buildAlone();
    }
}

function isBuilt(): boolean {
    if (!existsSync(PAGE)) return false;
    const built = statSync(PAGE).mtimeMs;
    return INPUTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).every((path) => statSync(ROOT + path).mtimeMs <= built);
}

async function buildAlone(): Promise<void> {
    mkdirSync(`${ROOT}workbench/dist`, { recursive: true });
    try {
        mkdirSync(BUILDING);
    } catch {
        // Another suite has just begun.
        return;
    }
    try {
        await buildSite();
    } finally {
        rmSync(BUILDING, { recursive: true, force: true });
    }
}
