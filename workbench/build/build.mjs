// Builds the workbench: a static folder, `workbench/dist/site`, that any static host can serve.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the site as it is served, whatever runs the build; throws when a file is refused. */
export async function buildSite() {
    process.env.NODE_ENV = 'production';
    await build({ configFile: fileURLToPath(new URL('../vite.config.mjs', import.meta.url)), logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await buildSite();
    console.log('L’atelier est construit : workbench/dist/site. Servez ce dossier tel quel.');
}
