// Builds the `.vsix`, offline: bundles, then a folder that holds exactly what is shipped, then the archive.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { bundle } from './bundle.mjs';

const ROOM = fileURLToPath(new URL('..', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAGE = join(ROOM, 'dist/vsix');

/** What is shipped besides the manifest and the bundles. */
const SHIPPED = ['language-configuration.json', 'package.nls.json', 'package.nls.fr.json', 'icons', 'media', 'syntaxes/bareme.tmLanguage.json', 'walkthrough'];
const BUNDLES = ['extension.cjs', 'server.cjs', 'bareme.mjs', 'groundwork-worker.js', 'extension.web.js', 'server.web.js'];

/** Builds `extension/dist/bareme-<version>.vsix` and gives its path. */
export async function buildVsix() {
    await bundle();
    rmSync(STAGE, { recursive: true, force: true });
    mkdirSync(join(STAGE, 'dist'), { recursive: true });
    for (const name of SHIPPED) cpSync(join(ROOM, name), join(STAGE, name), { recursive: true });
    for (const name of BUNDLES) cpSync(join(ROOM, 'dist', name), join(STAGE, 'dist', name));
    for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(join(ROOT, name), join(STAGE, name));
    stageReadme();
    stageNational();
    cpSync(join(ROOT, 'language/docs/diagnostics'), join(STAGE, 'constats'), { recursive: true });
    const version = stageManifest();
    const packagePath = join(ROOM, `dist/bareme-${version}.vsix`);
    writeFileSync(join(STAGE, '.vscodeignore'), '');
    await createVSIX({ cwd: STAGE, packagePath, dependencies: false, rewriteRelativeLinks: false, allowMissingRepository: true });
    return packagePath;
}

/** The page of the extension without its pictures: they weigh more than all the rest. */
function stageReadme() {
    const page = readFileSync(join(ROOM, 'README.md'), 'utf8');
    writeFileSync(join(STAGE, 'README.md'), page.replace(/## En images\n[^]*?(?=\n## )/, ''));
}

/** The national vocabulary, with an index: a browser cannot list the folder of an extension. */
function stageNational() {
    mkdirSync(join(STAGE, 'national'));
    const files = globSync('policies/national/*.bareme', { cwd: ROOT }).sort();
    for (const file of files) cpSync(join(ROOT, file), join(STAGE, 'national', basename(file)));
    writeFileSync(join(STAGE, 'national/index.json'), JSON.stringify(files.map((file) => basename(file))));
}

/** The manifest without what is only for building: `type` would have the bundles read as modules. */
function stageManifest() {
    const { type, private: kept, devDependencies, ...manifest } = JSON.parse(readFileSync(join(ROOM, 'package.json'), 'utf8'));
    if (type !== 'module' || kept !== true || devDependencies === undefined) throw new Error('the manifest of the extension has another shape');
    writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    return manifest.version;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const path = await buildVsix();
    console.log(`${path} : ${Math.round(statSync(path).size / 1024)} ko`);
}
