// Dependencies and Node 22 of the workspace. Node builtins only.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, run } from './process.mjs';

/** Installs from the lockfile when node_modules does not hold what the lockfile says; gives npm's exit code. */
export async function installDependencies() {
    if (isInstalled()) return 0;
    console.log('Installation des dépendances (npm ci)…');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** True when every package that the lockfile requires is installed in the locked version. */
function isInstalled() {
    const wanted = packagesOf('package-lock.json');
    const present = packagesOf('node_modules/.package-lock.json');
    if (!wanted || !present) return false;
    return Object.entries(wanted)
        .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional)
        .every(([path, entry]) => present[path]?.version === entry.version && existsSync(join(root, path)));
}

function packagesOf(path) {
    const file = join(root, path);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** Path of a Node that runs the tools (22.12 or newer): the one npm installed, else the current one; undefined when neither fits. */
export function nodeTwentyTwo() {
    const program = process.platform === 'win32' ? 'node.exe' : 'node';
    const platform = process.platform === 'win32' ? 'win' : process.platform;
    const bundled = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
    if (existsSync(bundled)) return bundled;
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    return major > 22 || (major === 22 && minor >= 12) ? process.execPath : undefined;
}

/** PATH under which `node` is the given one and the installed tools are found. */
export function binFolder(node) {
    return [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
}
