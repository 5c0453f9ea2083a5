// A real VS Code for the tests of the extension: code-server, installed once outside the workspace (600 MB that no lockfile of ours holds).
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, runIn } from './process.mjs';

const VERSION = '4.139.1';

/** Where code-server is, or is to be: `BAREME_CODE_SERVER`, else the user's cache. */
export const codeServerFolder =
    process.env.BAREME_CODE_SERVER ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bareme', `code-server-${VERSION}`);

/** The program, or undefined when it is not installed. */
export function findCodeServer() {
    const entry = join(codeServerFolder, 'node_modules/code-server/out/node/entry.js');
    return existsSync(join(codeServerFolder, '.complete')) && existsSync(entry) ? entry : undefined;
}

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Its own dependencies are in three folders; the inner two are not installed by the first. `npm ci` fails in the second. */
const STEPS = [
    { folder: '.', args: ['install', `code-server@${VERSION}`, ...QUIET] },
    { folder: 'node_modules/code-server/lib/vscode', args: ['install', '--omit=dev', ...QUIET] },
    { folder: 'node_modules/code-server/lib/vscode/extensions', args: ['ci', '--omit=dev', ...QUIET] },
];

/** Installs it when tests need it, whole or not at all; says how when it cannot. */
export async function ensureCodeServer() {
    const needed = globSync('test/extension/**/*.browser.test.ts', { cwd: root }).length > 0;
    if (!needed || findCodeServer()) return;
    console.log(`Installation de VS Code pour les tests de l’extension (code-server ${VERSION}, 600 Mo, dans ${codeServerFolder})…`);
    mkdirSync(dirname(codeServerFolder), { recursive: true });
    const folder = mkdtempSync(`${codeServerFolder}-`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    for (const step of STEPS) {
        if ((await npm(join(folder, step.folder), step.args)) === 0) continue;
        console.error('L’installation de code-server a échoué : les tests de l’extension échoueront. Vérifiez l’accès réseau de npm, puis relancez npm test.');
        return rmSync(folder, { recursive: true, force: true });
    }
    writeFileSync(join(folder, '.complete'), '');
    rmSync(codeServerFolder, { recursive: true, force: true });
    renameSync(folder, codeServerFolder);
}

function npm(folder, args) {
    const script = process.env.npm_execpath;
    return script?.endsWith('.js') ? runIn(folder, process.execPath, [script, ...args]) : runIn(folder, process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}
