import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

/** What opening the workbench may cost a connection, in bytes. */
const MOST = 2_000_000;

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

it('once open, no screen asks for anything more: the network may go', async () => {
    const { page } = await workbench.page();
    // The last thing fetched.
    await page.waitForFunction(() => document.fonts.check('16px codicon'));
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => request.url().startsWith('http') && asked.push(request.url()));
    await openDemo(page);
    for (const screen of ['Rédiger', 'Sensibilité', 'Exemples', 'Données', 'Rejouer', 'Partager', 'Comparer']) {
        await goTo(page, screen);
        await page.locator(`main[data-screen] :is(h1, h2)`).first().waitFor();
    }
    await goTo(page, 'Rédiger');
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await goTo(page, 'Présenter');
    await page.locator('main h1').first().waitFor();
    expect([...new Set(asked)]).toEqual([]);
});

it('the whole workbench is downloaded at once, compressed, under 2 MB', async () => {
    const { page } = await workbench.page();
    await page.waitForFunction(() => document.fonts.check('16px codicon'));
    const sizes = await page.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && entry.name.startsWith('http'))
            .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, encodedBodySize, decodedBodySize })),
    );
    const script = sizes.find(({ name }) => name.endsWith('.js'));
    expect(script?.encodedBodySize).toBeLessThan((script?.decodedBodySize ?? 0) / 3);
    expect(sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(MOST);
});
