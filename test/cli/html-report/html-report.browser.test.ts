import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { findChromium } from '../../../.ci/chromium.mjs';
import { sampleReport } from '../fixtures/report.js';
import { sandbox } from '../host.js';

const RECEIPT = {
    hash: 'ab'.repeat(32),
    lines: [{ what: 'Politique : policies/national/vocabulaire-de-la-demande.bareme', value: 'cd'.repeat(32) }],
    command: 'bareme rejouer policies --territoire t',
};
const folder = mkdtempSync(join(tmpdir(), 'bareme-page-'));
let browser: Browser;

beforeAll(async () => {
    browser = await chromium.launch({
        executablePath: findChromium(),
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
});
afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
});

/** What a browser did with a page: what it asked the network, said, and opened. */
interface Visit {
    readonly page: Page;
    readonly requests: readonly string[];
    readonly troubles: readonly string[];
}

async function visit(html: string, width: number): Promise<Visit> {
    const path = join(folder, `page-${width}.html`);
    writeFileSync(path, html);
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const requests: string[] = [];
    const troubles: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('dialog', (dialog) => {
        troubles.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
    });
    await page.goto(pathToFileURL(path).href);
    return { page, requests, troubles };
}

/** How far the page is wider than its window, and which elements are to blame. */
const overflow = (page: Page) =>
    page.evaluate(() => {
        const wide = [...document.querySelectorAll('body *')].filter(
            (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && element.closest('thead, svg') === null,
        );
        return { by: document.documentElement.scrollWidth - window.innerWidth, wide: wide.map((element) => element.outerHTML.slice(0, 80)) };
    });

describe('the page of a replay in Chromium', () => {
    it.each([1280, 768, 360])('at %i pixels: nothing fetched, nothing refused, nothing beyond the window', async (width) => {
        const { page, requests, troubles } = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), width);
        expect(requests).toHaveLength(1);
        expect(troubles).toEqual([]);
        expect(await overflow(page)).toEqual({ by: 0, wide: [] });
        await page.close();
    });

    it('shows its charts, the headings of its sections, and the words of its bars', async () => {
        const { page } = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), 1280);
        await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
        const bars = await page.locator('svg.bar').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
        expect(bars).toHaveLength(6);
        for (const width of bars) expect(width).toBeGreaterThan(80);
        expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toContain('L’essentiel');
        expect(await page.getByRole('img', { name: /logés seulement par la variante/ }).count()).toBeGreaterThan(0);
        expect(await page.getByRole('table').count()).toBeGreaterThan(8);
        await page.close();
    });

    it('lays rows out as cards on a telephone, each cell with its title', async () => {
        const { page } = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), 360);
        const shown = await page
            .locator('td')
            .first()
            .evaluate((cell) => [getComputedStyle(cell).display, getComputedStyle(cell, '::before').content]);
        expect(shown[0]).toBe('flex');
        expect(shown[1]).toMatch(/^".+"$/);
        await page.close();
    });

    it('prints on A4 in few pages', async () => {
        const { page } = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), 1280);
        const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        // The sample fills every section: about a sheet for each reader's part and annex.
        expect(pages).toBeGreaterThanOrEqual(5);
        expect(pages).toBeLessThanOrEqual(20);
        await page.close();
    });

    it('prints tables as tables: a sheet is as narrow as a small window, and is no telephone', async () => {
        // A4 less its margins is 703 CSS pixels wide: browsers test the widths of media queries against that.
        const { page } = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), 703);
        const display = () => page.evaluate(() => ['thead', 'tbody tr', 'td'].map((name) => getComputedStyle(document.querySelector(name)!).display));
        expect(await display()).toEqual(['block', 'block', 'flex']);
        await page.emulateMedia({ media: 'print' });
        expect(await display()).toEqual(['table-header-group', 'table-row', 'table-cell']);
        await page.close();
    });

    it('runs nothing that a label holds', async () => {
        const { territory, ruleSets } = sampleReport();
        const attack = '"><img src=x onerror=alert(1)></style><script>alert(2)</script>';
        const attacked = sampleReport({
            territory: { ...territory, name: attack, notices: [attack] },
            ruleSets: ruleSets.map((ruleSet) => ({ ...ruleSet, label: attack })),
        });
        const plain = await visit(htmlReport({ report: sampleReport(), receipt: RECEIPT }), 1280);
        const hostile = await visit(htmlReport({ report: attacked, receipt: RECEIPT }), 1280);
        const count = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
        expect(hostile.troubles).toEqual([]);
        expect(hostile.requests).toHaveLength(1);
        expect(await count(hostile.page)).toBe(await count(plain.page));
        expect(await hostile.page.title()).toContain(attack);
        await plain.page.close();
        await hostile.page.close();
    });

    it('is what `rejouer` writes', async () => {
        const place = sandbox('mini');
        await place.bareme(
            'rejouer',
            'mini',
            '--variante',
            'attente_double',
            '--variante',
            'abri_relevé',
            '--territoire',
            'mini/territoire',
            '--sortie',
            'rapport',
        );
        const { page, troubles } = await visit(readFileSync(join(place.folder, 'rapport/rapport.html'), 'utf8'), 360);
        expect(troubles).toEqual([]);
        expect(await page.getByText('Données synthétiques — territoire fictif', { exact: true }).count()).toBe(1);
        expect(await overflow(page)).toEqual({ by: 0, wide: [] });
        await page.close();
        place.remove();
    });
});
