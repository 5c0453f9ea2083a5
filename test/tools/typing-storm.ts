// `npm run storm -- MINUTES SEED`: real policies retyped and edited at random through the server; ends in error on an exception, a stale
// finding, or a heap that has grown by more than a twentieth between the first sixth of the time and the end. Each time is a median: what the
// machine compiles of the program comes and goes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadWorkspace } from '@bareme/language/node';
import { typingStorm } from '../language/lsp/typing-storm.js';

const MOST_GROWTH = 1.05;
/** Of how many measures a median is made. */
const AROUND = 5;

interface Heap {
    readonly at: number;
    readonly bytes: number;
}

const [minutes = '30', seed = '1'] = process.argv.slice(2);
const milliseconds = Number(minutes) * 60_000;
const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const started = performance.now();
const heaps: Heap[] = [];
const { keys, compared, stale, errors } = await typingStorm({
    sources,
    seed: Number(seed),
    milliseconds,
    onCalm: () => {
        // What only weak references held is let go of the second time.
        for (let times = 0; times < 3; times += 1) collect();
        heaps.push({ at: performance.now() - started, bytes: process.memoryUsage().heapUsed });
    },
});
const growth = median(heaps.slice(-AROUND)) / median(heaps.filter(({ at }) => at >= milliseconds / 6).slice(0, AROUND));
const megabytes = heaps.map(({ at, bytes }) => `${Math.round(at / 1000)} s : ${Math.round(bytes / 1e6)} Mo`);
console.log(`${keys} touches, ${compared} comparaisons, ${errors.length} exceptions, ${stale.length} constats périmés, tas × ${growth.toFixed(3)}`);
console.log([...megabytes.filter((_, index) => index % Math.ceil(megabytes.length / 30) === 0), megabytes.at(-1)].join(' ; '));
for (const message of [...errors, ...stale.map((found) => JSON.stringify(found))].slice(0, 5)) console.error(message);
if (errors.length + stale.length > 0 || growth > MOST_GROWTH) process.exitCode = 1;

function median(heaps: readonly Heap[]): number {
    const sorted = heaps.map(({ bytes }) => bytes).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? Number.NaN;
}
