// The whole verification: compilation, lint, format, every test; ends with `N passed, N failed`. Run by with-setup.mjs under Node 22.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureCodeServer } from './code-server.mjs';
import { root, run } from './process.mjs';
import { countTests } from './count-tests.mjs';

const tool = (path) => join(root, 'node_modules', path);

/** Checks outside the test suites; each counts for one. */
const CHECKS = [
    { title: 'Compilation', args: [tool('typescript/bin/tsc'), '-b'] },
    { title: 'Règles de code', args: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
    { title: 'Mise en forme', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

const total = { passed: 0, failed: 0 };
for (const { title, args } of CHECKS) add(title, (await run(process.execPath, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
await ensureChromium();
await ensureCodeServer();
add('Tests', await runSuites(process.argv.slice(2)));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function add(title, { passed, failed }) {
    total.passed += passed;
    total.failed += failed;
    console.log(`${failed === 0 ? '✓' : '✗'} ${title}`);
}

async function runSuites(filters) {
    const folder = mkdtempSync(join(tmpdir(), 'bareme-tests-'));
    const report = join(folder, 'report.json');
    const args = [tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
    const code = await run(process.execPath, args);
    try {
        return countTests(JSON.parse(readFileSync(report, 'utf8')), code);
    } catch {
        return { passed: 0, failed: 1 };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
