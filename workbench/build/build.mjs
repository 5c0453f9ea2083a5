// Builds the workbench: a static folder, `workbench/dist/site`, that any static host can serve.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the site; throws when a file is refused. */
export function buildSite() {
    return build({ configFile: fileURLToPath(new URL('../vite.config.mjs', import.meta.url)), logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await buildSite();
    console.log('L’atelier est construit : workbench/dist/site. Servez ce dossier tel quel.');
}
