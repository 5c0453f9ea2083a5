import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type OpenedWorkbench } from './open-workbench.js';

/** What opening the workbench may cost a connection, in bytes. */
const MOST = 2_000_000;

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

it('the whole workbench is downloaded at once, compressed, under 2 MB', async () => {
    const { page } = await workbench.page();
    await page.waitForLoadState('networkidle');
    const sizes = await page.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && entry.name.startsWith('http'))
            .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, encodedBodySize, decodedBodySize })),
    );
    const script = sizes.find(({ name }) => name.endsWith('.js'));
    expect(script?.encodedBodySize).toBeLessThan((script?.decodedBodySize ?? 0) / 3);
    expect(sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(MOST);
});
