// Serves the built workbench on this machine alone: `node workbench/serve/serve.mjs [PORT]`. Node builtins only.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECURITY_HEADERS } from './security-headers.mjs';

const SITE = fileURLToPath(new URL('../dist/site', import.meta.url));
const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
    '.ttf': 'font/ttf',
};

/** The path of the file asked for, inside the site; undefined when there is none. */
function fileOf(url) {
    let path;
    try {
        path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    } catch {
        return undefined;
    }
    const file = normalize(join(SITE, path === '/' ? 'index.html' : path));
    return file.startsWith(SITE + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function answer(request, response) {
    const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(request.url ?? '/') : undefined;
    if (file === undefined) {
        response.writeHead(404, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Introuvable\n');
        return;
    }
    const isCompressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(`${file}.br`);
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
    response.writeHead(200, { ...SECURITY_HEADERS, ...headers, ...(isCompressed ? { 'Content-Encoding': 'br' } : {}) });
    if (request.method === 'HEAD') response.end();
    else createReadStream(isCompressed ? `${file}.br` : file).pipe(response);
}

/** Listens on the loopback alone, on the first free port from `port` on; gives the port taken. */
export function serve(port = FIRST_PORT, last = port + PORTS_TRIED) {
    return new Promise((resolve, reject) => {
        const server = createServer(answer);
        server.once('error', (error) => (error.code === 'EADDRINUSE' && port < last ? resolve(serve(port + 1, last)) : reject(error)));
        server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port }));
    });
}

/** Says where the workbench is. */
export function announce({ port }) {
    console.log(`\nL’atelier Barème est ouvert : http://localhost:${port}/\nIl ne sert que cette machine ; rien n’en sort. Ctrl-C l’arrête.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    if (!existsSync(join(SITE, 'index.html'))) {
        console.error('L’atelier n’est pas construit : lancez d’abord « npm run build ».');
        process.exit(2);
    }
    const asked = Number(process.argv[2] ?? FIRST_PORT);
    announce(await serve(Number.isInteger(asked) && asked >= 0 && asked < 65_536 ? asked : FIRST_PORT));
}
