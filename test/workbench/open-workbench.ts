import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../../.ci/chromium.mjs';
import { ensureSite } from './ensure-site.js';
import { serve } from '../../workbench/serve/serve.mjs';

/** The built workbench, served, and a browser to look at it. */
export interface OpenedWorkbench {
    readonly origin: string;
    /** A new page on the workbench, with what it complained of: errors, refused by the policy or thrown. */
    readonly page: (options?: BrowserContextOptions) => Promise<{ readonly page: Page; readonly complaints: readonly string[] }>;
    readonly close: () => Promise<void>;
}

/** Builds the site where it is not, serves it on a free port and starts Chromium. */
export async function openWorkbench(): Promise<OpenedWorkbench> {
    await ensureSite();
    const { server } = (await serve(0)) as { readonly server: Server };
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const browser: Browser = await chromium.launch({
        executablePath: findChromium(),
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    return {
        origin,
        page: async (options = {}) => {
            const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, acceptDownloads: true, locale: 'fr-FR', ...options });
            context.setDefaultTimeout(60_000);
            const page = await context.newPage();
            const complaints: string[] = [];
            page.on('console', (message) => {
                if (message.type() === 'error') complaints.push(message.text());
            });
            page.on('pageerror', (error) => complaints.push(error.message));
            await page.goto(`${origin}/`);
            await page.getByRole('heading', { level: 1 }).waitFor();
            return { page, complaints };
        },
        close: async () => {
            await browser.close();
            server.close();
        },
    };
}

/** Opens the demo from the first screen. */
export async function openDemo(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).click();
    await page.getByText('Ce qui bouge').waitFor();
}

/** Goes to a screen by the menu. */
export async function goTo(page: Page, name: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Écrans de l’atelier' }).getByRole('link', { name, exact: true }).click();
}

/** Puts the cursor on the first place of a text in the editor, selected. */
export async function selectInEditor(page: Page, text: string): Promise<void> {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+F');
    await page.getByRole('textbox', { name: 'Rechercher', exact: true }).waitFor();
    // What is typed is found as it is typed, from the top: Enter would go on to the next place.
    await page.keyboard.type(text);
    await page.locator('.find-widget .matchesCount').filter({ hasText: /^1\D/ }).waitFor();
    await page.keyboard.press('Escape');
}
