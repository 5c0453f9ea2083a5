// `npm run storm -- MINUTES SEED`: real policies retyped and edited at random through the server; ends in error on an exception, a stale
// finding, or a heap that has grown by more than a twentieth between the first sixth of the time and the end. Each time is a median. What the
// machine compiles of the program is part of its heap: what is not, the data, is told apart, so that a growth can be read.
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadWorkspace } from '@bareme/language/node';
import { typingStorm } from '../language/lsp/typing-storm.js';

const MOST_GROWTH = 1.05;
/** Of how many measures a median is made. */
const AROUND = 5;

interface Heap {
    readonly at: number;
    /** All of it, and without the program as the machine compiled it. */
    readonly whole: number;
    readonly data: number;
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
        const whole = process.memoryUsage().heapUsed;
        const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
        heaps.push({ at: performance.now() - started, whole, data: whole - code - bytecode });
    },
});
const growth = growthOf(({ whole }) => whole);
const megabytes = heaps.map(({ at, whole, data }) => `${Math.round(at / 1000)} s : ${(data / 1e6).toFixed(1)} Mo (tas ${Math.round(whole / 1e6)} Mo)`);
const told = `tas × ${growth.toFixed(3)}, dont données × ${growthOf(({ data }) => data).toFixed(3)}`;
console.log(`${keys} touches, ${compared} comparaisons, ${errors.length} exceptions, ${stale.length} constats périmés, ${told}`);
console.log([...megabytes.filter((_, index) => index % Math.ceil(megabytes.length / 30) === 0), megabytes.at(-1)].join(' ; '));
for (const message of [...errors, ...stale.map((found) => JSON.stringify(found))].slice(0, 5)) console.error(message);
if (errors.length + stale.length > 0 || growth > MOST_GROWTH) process.exitCode = 1;

/** The end over the first sixth. */
function growthOf(bytesOf: (heap: Heap) => number): number {
    const first = heaps.filter(({ at }) => at >= milliseconds / 6).slice(0, AROUND);
    return median(heaps.slice(-AROUND).map(bytesOf)) / median(first.map(bytesOf));
}

function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? Number.NaN;
}
