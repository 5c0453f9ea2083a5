import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;
let canary: Server;
const hits: string[] = [];

beforeAll(async () => {
    workbench = await openWorkbench();
    canary = createServer((request, response) => {
        hits.push(request.url ?? '');
        response.end();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
}, 600_000);

afterAll(async () => {
    await workbench.close();
    canary.close();
});

it('asks for nothing but its own files, and only while it loads', async () => {
    const { page } = await workbench.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openDemo(page);
    for (const name of ['Rédiger', 'Données', 'Rejouer', 'Partager', 'Comparer']) await goTo(page, name);
    const isOwn = (url: string): boolean => url.startsWith(`${workbench.origin}/assets/`) || url === `${workbench.origin}/icon.svg`;
    expect(asked.filter((url) => !/^(blob|data):/.test(url) && !isOwn(url))).toEqual([]);
});

it('a page or a worker that tries to reach a server cannot (REQ-19)', async () => {
    const { page } = await workbench.page();
    const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
    const outcomes = await page.evaluate(async (url) => {
        const attempt = (act: () => unknown): Promise<string> =>
            Promise.resolve()
                .then(act)
                .then(
                    () => 'done',
                    () => 'refused',
                );
        const worker = (): Promise<string> =>
            new Promise((resolve) => {
                const source = `fetch('${url}/worker').then(() => postMessage('done'), () => postMessage('refused'))`;
                const started = new Worker(URL.createObjectURL(new Blob([source])));
                started.onmessage = ({ data }) => resolve(String(data));
            });
        const image = new Image();
        image.src = `${url}/image`;
        navigator.sendBeacon(`${url}/beacon`);
        const link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = `${url}/prefetch`;
        document.head.append(link);
        return [await attempt(() => fetch(`${url}/fetch`)), await attempt(() => new WebSocket(url.replace('http', 'ws'))), await worker()];
    }, address);
    await page.waitForTimeout(500);
    expect(outcomes[0]).toBe('refused');
    expect(outcomes[2]).toBe('refused');
    expect(hits).toEqual([]);
});

it('makes no markup from a text: Trusted Types refuse it (REQ-12)', async () => {
    const { page } = await workbench.page();
    const refused = await page.evaluate(() => {
        try {
            document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>';
            return false;
        } catch {
            return true;
        }
    });
    expect(refused).toBe(true);
});
