import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monkeyWalk } from './monkey.js';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

/** A short walk each time; the long one: `WORKBENCH_MONKEY=2000 WORKBENCH_MONKEY_SEED=7 vitest run test/workbench/monkey`. */
const STEPS = Number(process.env['WORKBENCH_MONKEY'] ?? 120);
const SEED = Number(process.env['WORKBENCH_MONKEY_SEED'] ?? 1);

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

it(`${STEPS} random interactions throw nothing and lose no edit (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
    const { page, complaints } = await workbench.page();
    await openDemo(page);
    await goTo(page, 'Rédiger');
    await page.locator('.monaco-editor .view-line').first().waitFor();
    const { typed, trail } = await monkeyWalk(page, { seed: SEED, steps: STEPS });
    const told = trail.slice(-15).join(' > ');
    expect(complaints, told).toEqual([]);
    expect(await page.getByText('Cet écran ne s’affiche pas').count(), told).toBe(0);
    await page.keyboard.press('Escape');
    await page.goto(`${workbench.origin}/#/partager`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /correctif/ }).click()]);
    const patch = await readFile(await download.path(), 'utf8');
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter((line) => !patch.includes(`+// ${line}\n`))).toEqual([]);
});
