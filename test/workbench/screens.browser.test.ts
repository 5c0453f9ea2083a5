import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

const AXE = readFileSync(createRequire(new URL('../../workbench/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');

/** Where to leave pictures of every screen, to be looked at; nothing without it. */
const PICTURES = process.env['WORKBENCH_PICTURES'];

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

interface AxeViolation {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What axe finds on the page: rule and element. */
async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: readonly AxeViolation[] }> } };
        return (await axe.run({ resultTypes: ['violations'] })).violations;
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`));
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How each screen is reached once the demo is open, and what tells that it is there. */
const SCREENS: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
    { name: 'accueil', reach: (page) => goTo(page, 'Accueil') },
    { name: 'comparer', reach: (page) => goTo(page, 'Comparer') },
    {
        name: 'registre',
        reach: async (page) => {
            await goTo(page, 'Comparer');
            await page.getByText('Registre des baux', { exact: true }).click();
            await page.getByRole('grid').getByRole('row').nth(2).click();
            await page.getByText('Premier selon les règles', { exact: true }).waitFor();
        },
    },
    { name: 'rejouer', reach: (page) => goTo(page, 'Rejouer') },
    {
        name: 'rediger',
        reach: async (page) => {
            await goTo(page, 'Rédiger');
            await page.locator('.monaco-editor .view-line').first().waitFor();
        },
    },
    {
        name: 'fiche',
        reach: async (page) => {
            await goTo(page, 'Rédiger');
            await page.getByRole('button', { name: 'Fiche demandeur' }).click();
            await page.getByRole('heading', { name: 'Fiche demandeur' }).waitFor();
        },
    },
    {
        name: 'sensibilite',
        reach: async (page) => {
            await goTo(page, 'Sensibilité');
            await page.getByRole('slider').first().waitFor();
        },
    },
    {
        name: 'donnees',
        reach: async (page) => {
            await goTo(page, 'Données');
            await page.getByText('Ce qui a été lu').waitFor();
        },
    },
    {
        name: 'exemples',
        reach: async (page) => {
            await goTo(page, 'Exemples');
            await page.getByRole('heading', { name: /exemples sont confirmés/ }).waitFor();
        },
    },
    { name: 'partager', reach: (page) => goTo(page, 'Partager') },
    {
        name: 'grille',
        reach: async (page) => {
            await goTo(page, 'Rédiger');
            await page.getByText('Grille', { exact: true }).click();
            await page
                .getByRole('group', { name: /^Cotation/ })
                .first()
                .waitFor();
        },
    },
    {
        name: 'galerie',
        reach: async (page) => {
            await page.evaluate(() => {
                window.location.hash = '#/galerie';
            });
            await page.getByRole('heading', { name: 'Galerie des composants' }).waitFor();
        },
    },
    // Last: it covers the menu.
    {
        name: 'presenter',
        reach: async (page) => {
            await goTo(page, 'Présenter');
            await page.keyboard.press('ArrowRight');
            await page.getByText('Page 2 sur').waitFor();
        },
    },
];

const LOOKS = [
    { look: 'clair', options: { colorScheme: 'light' } },
    { look: 'sombre', options: { colorScheme: 'dark' } },
    { look: 'etroit', options: { colorScheme: 'light', viewport: { width: 390, height: 844 } } },
] as const;

describe.each(LOOKS)('screens, $look', ({ look, options }) => {
    it('are accessible, fit the width and complain of nothing', async () => {
        const { page, complaints } = await workbench.page(options);
        await openDemo(page);
        const found: string[] = [];
        for (const { name, reach } of SCREENS) {
            await reach(page);
            if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}-${look}.png`, fullPage: true });
            found.push(...(await violations(page)).map((text) => `${name}, ${text}`));
            const beyond = await overflow(page);
            if (beyond > 0) found.push(`${name}: ${beyond} px too wide`);
        }
        expect([...found, ...complaints]).toEqual([]);
    }, 600_000);
});

describe('empty screens', () => {
    it.each(['Comparer', 'Rejouer', 'Rédiger', 'Sensibilité', 'Exemples', 'Données', 'Présenter', 'Partager'])(
        '%s has one next action and is accessible',
        async (name) => {
            const { page, complaints } = await workbench.page();
            await goTo(page, name);
            await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
            expect(await page.getByRole('main').getByRole('button').count()).toBe(1);
            expect([...(await violations(page)), ...complaints]).toEqual([]);
        },
        120_000,
    );
});
