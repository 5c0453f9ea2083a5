import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadWorkspace } from '@bareme/language/node';
import type { ReplayProgress } from '@bareme/language/replay';
import { replayStockholm, type StockholmOutcome } from './replay-stockholm.js';
import { summaryOf } from './summary.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SEED = 20_002_014;

/** `npm run stockholm -- FICHIER`: exit 0 done, 1 the file is refused, 2 misuse. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
    const [path] = args;
    if (path === undefined || args.length > 1)
        return misuse('Indiquez le fichier des logements attribués : npm run stockholm -- FICHIER (CSV, ou CSV compressé .gz).');
    const lettings = await readLettings(path);
    if (lettings === undefined)
        return misuse(`« ${path} » ne peut pas être lu : vérifiez le chemin, les droits, et que le fichier est un CSV ou un CSV compressé.`);
    const { sources } = await loadWorkspace(['.'], { root: HERE });
    return show(await replayStockholm({ sources, lettings, seed: SEED, progress: showProgress }));
}

async function readLettings(path: string): Promise<Uint8Array | undefined> {
    try {
        const bytes = await readFile(path);
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    } catch {
        return undefined;
    }
}

function show(outcome: StockholmOutcome): number {
    if (process.stderr.isTTY) process.stderr.write('\n');
    switch (outcome.kind) {
        case 'done':
            console.log(summaryOf(outcome));
            return 0;
        case 'file-refused':
            for (const { code, file, column } of outcome.findings) console.error(`${code} ${file ?? ''} ${column ?? ''}`.trim());
            console.error('Le fichier n’a pas la forme attendue (voir test/stockholm/README.md) : rien n’est rejoué.');
            return 1;
        case 'policy-refused':
            for (const { code, message } of outcome.diagnostics) console.error(`${code} ${message}`);
            return 1;
        case 'replay-refused':
            for (const { code } of outcome.findings) console.error(`Le rejeu est refusé : ${code}`);
            return 1;
        case 'cancelled':
            return 1;
    }
}

/** One line that rewrites itself on a terminal, nothing in a file. */
function showProgress({ done, total, label }: ReplayProgress): boolean {
    if (process.stderr.isTTY) process.stderr.write(`\r${label} : ${done} / ${total}   `);
    return true;
}

function misuse(message: string): number {
    console.error(message);
    return 2;
}
