// Shows a report as people see it: `node test/tools/screenshot.mjs rapport.html DOSSIER` writes the page at 1280 and 360 pixels, and as A4.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../.ci/chromium.mjs';

const [page, folder] = process.argv.slice(2);
if (!page || !folder) {
    console.error('node test/tools/screenshot.mjs rapport.html DOSSIER');
    process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
    for (const width of [1280, 360]) await photograph(width);
    // As wide as the sheet: a browser tests the widths of media queries against that.
    const tab = await browser.newPage({ viewport: { width: 703, height: 1000 } });
    await tab.goto(pathToFileURL(resolve(page)).href);
    await tab.pdf({ path: join(folder, 'rapport.pdf'), format: 'A4', preferCSSPageSize: true });
} finally {
    await browser.close();
}

async function photograph(width) {
    const tab = await browser.newPage({ viewport: { width, height: 900 } });
    await tab.goto(pathToFileURL(resolve(page)).href);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) console.error(`À ${width} pixels, la page déborde de ${overflow} pixels.`);
    await tab.screenshot({ path: join(folder, `ecran-${width}.png`), fullPage: true });
    await tab.close();
}
