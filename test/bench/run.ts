import type { Bench, BenchRow } from './bench.js';
import { checkingBench } from './checking-bench.js';
import { editorBench } from './editor-bench.js';
import { replayBench } from './replay-bench.js';
import { workbenchBench } from './workbench-bench.js';

/** Every bench, in the order run; `npm run bench -- NOM` runs one. */
const BENCHES: readonly Bench[] = [checkingBench, editorBench, replayBench, workbenchBench];

const [wanted] = process.argv.slice(2);
for (const bench of BENCHES) if (wanted === undefined || wanted === bench.name) await show(bench);

async function show({ name, aim, run }: Bench): Promise<void> {
    console.log(`${name} — visée : ${aim}`);
    const rows = await run();
    const first = rows[0]?.milliseconds ?? 1;
    for (const row of rows) console.log(`  ${line(row, first)}`);
}

/** Time, time per unit and ratio to the first line: only figures of one run can be compared. */
function line({ label, milliseconds, units, unit }: BenchRow, first: number): string {
    const each = (milliseconds * 1000) / Math.max(1, units);
    return `${label.padEnd(44)} ${milliseconds.toFixed(0).padStart(8)} ms  ${each.toFixed(1).padStart(9)} µs par ${unit.padEnd(9)} × ${(milliseconds / first).toFixed(2)}`;
}
