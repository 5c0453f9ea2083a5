// `npm start`: builds the workbench, then serves it on this machine.
import { buildSite } from './build.mjs';
import { announce, serve } from '../serve/serve.mjs';

console.log('Construction de l’atelier…');
await buildSite();
announce(await serve());
