// A Chromium for the browser tests: the machine's own, else Debian's package when this process may install it.
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of the machine's Chromium, or undefined. */
export function findChromium() {
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
    return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Installs Debian's Chromium when browser tests need it and this process is root; otherwise says how to get it. */
export async function ensureChromium() {
    const needed = globSync('test/**/*.browser.test.ts', { cwd: root }).length > 0;
    if (!needed || findChromium()) return;
    const apt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
    if (!apt || process.getuid?.() !== 0) {
        console.error('Les tests du rapport demandent Chromium : installez-le (sous Debian : apt-get install chromium), puis relancez npm test.');
        return;
    }
    console.log('Installation de Chromium pour les tests du rapport (apt-get)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['-qq', 'update'], env);
    await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], env);
}
