import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

/** What proves the last replay: its inputs, their hash, that of the report. */
async function receipt(page: Page): Promise<string> {
    await goTo(page, 'Partager');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Enregistrer : Reçu' }).click()]);
    return readFile(await download.path(), 'utf8');
}

/** The comparison that a replay ends on. */
const ended = (page: Page): Promise<void> =>
    page.getByText('Comment lire', { exact: false }).or(page.getByText('Ce qui est montré')).first().waitFor({ state: 'attached', timeout: 400_000 });

it('keeps nothing until it is asked, then resumes a run that a reload cut with the same hash, and erases in one click', { timeout: 600_000 }, async () => {
    const { page, complaints } = await workbench.page();
    const stored = (): Promise<readonly string[]> =>
        page.evaluate(async () => {
            const names: string[] = [];
            const root = (await navigator.storage.getDirectory()) as unknown as { keys: () => AsyncIterable<string> };
            for await (const name of root.keys()) names.push(name);
            return names;
        });
    await openDemo(page);
    await goTo(page, 'Rejouer');
    await page.waitForTimeout(1000);
    expect(await stored()).toEqual([]);
    await goTo(page, 'Accueil');
    await page.getByRole('button', { name: 'Conserver sur cette machine' }).click();
    await page.getByText(/^Conservé, /).waitFor();

    await goTo(page, 'Rejouer');
    const chosen = page.getByRole('checkbox', { checked: true });
    while ((await chosen.count()) > 0) await chosen.first().uncheck();
    await page.getByRole('combobox', { name: 'Tirages' }).selectOption('1');
    await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow').then(Number), { timeout: 300_000 }).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('button', { name: 'Reprendre' }).click();
    await page.getByRole('progressbar').waitFor();
    await ended(page);
    const resumed = await receipt(page);

    // Opened again once it is made, it is made again.
    await page.reload();
    await page.getByRole('button', { name: 'Reprendre' }).click();
    await page.getByRole('progressbar').waitFor();
    await ended(page);
    expect(await receipt(page)).toBe(resumed);

    // The same, never cut.
    await goTo(page, 'Rejouer');
    await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await ended(page);
    expect(await receipt(page)).toBe(resumed);

    await goTo(page, 'Accueil');
    await page.getByRole('button', { name: 'Ne plus conserver, et effacer' }).click();
    await page.getByRole('button', { name: 'Conserver sur cette machine' }).waitFor();
    await expect.poll(stored).toEqual([]);
    expect(complaints).toEqual([]);
});
