// Builds the workbench: a static folder, `workbench/dist/site`, that any static host can serve.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'vite';

const SITE = fileURLToPath(new URL('../dist/site', import.meta.url));
const COMPRESSION = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
const compress = promisify(brotliCompress);

/** Builds the site as it is served, whatever runs the build; throws when a file is refused. */
export async function buildSite() {
    process.env.NODE_ENV = 'production';
    await build({ configFile: fileURLToPath(new URL('../vite.config.mjs', import.meta.url)), logLevel: 'warn' });
    await compressSite();
}

/** Puts a compressed copy beside each text of the site, and its one font that is not compressed already (`.br`): a window as wide as the texts, whose workers repeat what the page has. */
async function compressSite() {
    const files = globSync('**/*.{html,js,css,svg,ttf}', { cwd: SITE }).map((name) => join(SITE, name));
    await Promise.all(
        files.map(async (file) => {
            const bytes = readFileSync(file);
            writeFileSync(`${file}.br`, await compress(bytes, { params: { ...COMPRESSION, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
        }),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await buildSite();
    console.log('L’atelier est construit : workbench/dist/site. Servez ce dossier tel quel.');
}
