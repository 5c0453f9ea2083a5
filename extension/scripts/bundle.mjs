// The bundles of the extension: the client and the server, for Node and for the browser, and what only Node runs.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOM = fileURLToPath(new URL('..', import.meta.url));

const COMMON = { bundle: true, minify: true, sourcemap: false, target: 'es2022', legalComments: 'none', logLevel: 'warning', absWorkingDir: ROOM };
const NODE = { ...COMMON, platform: 'node', format: 'cjs' };
const WEB = { ...COMMON, platform: 'browser', conditions: ['browser'], define: { global: 'globalThis' } };

/** Packages in the older form of modules ask for `require`. */
const REQUIRE = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };

const BUNDLES = [
    { ...NODE, entryPoints: ['src/extension/node.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
    { ...NODE, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs' },
    // The command line finds its second thread beside itself: it stays a module, and the thread a file of the name that it gives.
    { ...NODE, entryPoints: ['src/machine/bareme.ts'], outfile: 'dist/bareme.mjs', format: 'esm', banner: REQUIRE },
    { ...NODE, entryPoints: [fileURLToPath(import.meta.resolve('@bareme/cli/groundwork-worker'))], outfile: 'dist/groundwork-worker.js' },
    { ...WEB, entryPoints: ['src/extension/browser.ts'], outfile: 'dist/extension.web.js', format: 'cjs', external: ['vscode'] },
    { ...WEB, entryPoints: ['src/server/browser.ts'], outfile: 'dist/server.web.js', format: 'iife' },
];

/** Writes every bundle into `extension/dist`. */
export async function bundle() {
    await Promise.all(BUNDLES.map((options) => build(options)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
