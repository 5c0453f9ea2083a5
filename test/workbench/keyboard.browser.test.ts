import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

/** The name of what has the focus, as it is read aloud: its label, its text, its title. */
const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
        const active = document.activeElement;
        if (!(active instanceof HTMLElement)) return '';
        const labels =
            active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? [...(active.labels ?? [])].map(({ innerText }) => innerText) : [];
        // A whole page or a region has the focus by its place, not by its words.
        const words = active.matches('a, button, summary, [role=row], [role=tab]') ? active.innerText : '';
        return [active.getAttribute('aria-label') ?? '', ...labels, words].join(' ').replaceAll(/\s+/g, ' ').trim();
    });

/** Presses Tab until what is named has the focus; a page without it, or a trap on the way, fails. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
    const seen: string[] = [];
    for (let press = 0; press < 150; press += 1) {
        const now = await focused(page);
        if (typeof name === 'string' ? now === name : name.test(now)) return;
        seen.push(now);
        await page.keyboard.press(key);
    }
    throw new Error(`no way to ${name} by ${key}, but to: ${seen.slice(0, 60).join(' | ')}`);
}

const enter = async (page: Page, name: string | RegExp, key?: string): Promise<void> => {
    await tabTo(page, name, key);
    await page.keyboard.press('Enter');
};

it('demo, edit, error, variant, replay, compare, letting, clause, export: by keyboard alone', { timeout: 900_000 }, async () => {
    const { page, complaints } = await workbench.page();
    await enter(page, 'Ouvrir la démonstration');
    await page.getByText('Ce qui bouge').waitFor();
    await enter(page, 'Rédiger');
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await tabTo(page, /^Texte de la politique/);
    await page.keyboard.press('Control+F');
    await page.getByRole('textbox', { name: 'Rechercher', exact: true }).waitFor();
    await page.keyboard.type('1 point par mois révolu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.type('3 points par moi révolu');
    await page.getByRole('region', { name: /erreur/ }).waitFor();
    for (let letter = 0; letter < ' révolu'.length; letter += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('s');
    await page.getByRole('button', { name: 'En faire une variante' }).waitFor();
    // The editor keeps Tab for itself until Ctrl+M gives it back, as its name says.
    await page.keyboard.press('Control+M');
    await enter(page, 'En faire une variante', 'Shift+Tab');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /Comme le groupe de travail/);
    await page.keyboard.type('Attente triplée');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /attente-triplee/, selected: true }).waitFor();
    await page.getByRole('button', { name: 'Rejouer avec elle' }).waitFor();
    await enter(page, 'Rejouer avec elle');
    await page.getByRole('heading', { name: 'Rejouer l’année' }).waitFor();
    await tabTo(page, 'Travailleurs essentiels et poids du loyer');
    await page.keyboard.press('Space');
    await tabTo(page, 'Rejouer');
    await page
        .evaluate(() => (document.activeElement instanceof HTMLAnchorElement ? 'link' : 'button'))
        .then(async (kind) => {
            // The menu has a link of the same name: the button comes later.
            if (kind === 'link') {
                await page.keyboard.press('Tab');
                await tabTo(page, 'Rejouer');
            }
        });
    await page.keyboard.press('Enter');
    await page.getByText('Ce qui bouge').waitFor({ timeout: 400_000 });
    await tabTo(page, /Vue d’ensemble/);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('grid').waitFor();
    await tabTo(page, /Chercher/);
    await page.keyboard.type('ancienneté');
    await page.waitForTimeout(800);
    await tabTo(page, /logement|LOG|\d{2}\/\d{2}\/\d{4}/i);
    await page.keyboard.press('Enter');
    await page.getByText('Premier selon les règles', { exact: true }).waitFor();
    await enter(page, 'Voir la clause dans le texte');
    await page.getByRole('tab', { name: /attente-triplee/, selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await enter(page, 'Partager', 'Shift+Tab');
    await page.getByRole('heading', { name: 'Partager', level: 1 }).waitFor();
    await tabTo(page, /Rapport/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('rapport.html');
    expect(complaints).toEqual([]);
});
