import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, selectInEditor, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, complaints } = await workbench.page());
    await openDemo(page);
    await goTo(page, 'Rédiger');
    await page.locator('.monaco-editor .view-line').first().waitFor();
}, 600_000);

afterAll(() => workbench.close());

beforeEach(async () => {
    const restore = page.getByRole('button', { name: 'Revenir au texte ouvert' });
    while (await restore.isVisible()) await restore.click();
    await page.getByRole('tab', { name: '2024.1/politique' }).click();
    await page.locator('.monaco-editor .view-lines').first().click();
});

describe('the services of the language server in the page', () => {
    it('completes what may be written, in the words of the vocabulary', async () => {
        await selectInEditor(page, 'depuis dépôt');
        await page.keyboard.type('depuis dé');
        await page.keyboard.press('Control+Space');
        const list = page.locator('.suggest-widget.visible');
        await list.getByText('dépôt', { exact: true }).waitFor();
        await page.keyboard.press('Escape');
    });

    it('says what a name is and where it is used, and goes to where it is declared', async () => {
        await selectInEditor(page, 'depuis dépôt');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+I');
        const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'Date de la première demande' });
        await hover.waitFor();
        expect(await hover.innerText()).toMatch(/Nommé \d+ fois ailleurs/);
        await page.keyboard.press('Escape');
        await page.keyboard.press('F12');
        await page.getByRole('tab', { name: 'national/demande', selected: true }).waitFor();
    });

    it('marks a mistake where it is written', async () => {
        await selectInEditor(page, 'depuis dépôt');
        await page.keyboard.type('depuis depot_demande');
        await page.getByRole('heading', { name: /erreur/ }).waitFor();
        await page.locator('.squiggly-error').first().waitFor();
        expect(await page.getByRole('region', { name: /erreur/ }).innerText()).toContain('depot_demande');
        expect(complaints).toEqual([]);
    });

    it('lays out the text on demand, the same words', async () => {
        await selectInEditor(page, 'critère délai');
        await page.keyboard.type('critère      délai');
        await page.keyboard.press('F1');
        await page.keyboard.type('mettre le document en forme');
        await page.keyboard.press('Enter');
        await page.locator('.view-line').getByText('critère délai', { exact: false }).first().waitFor();
        await page.getByRole('heading', { name: /Aucun problème|point à voir/ }).waitFor();
        expect(complaints).toEqual([]);
    });

    it('renames a criterion in the policy, its examples and its variants at once', async () => {
        await selectInEditor(page, 'critère attente');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('F2');
        await page.locator('.rename-box input').fill('durée_attente');
        await page.keyboard.press('Enter');
        await page.locator('.view-line').getByText('durée_attente').first().waitFor();
        await page.getByRole('heading', { name: /Aucun problème|point à voir/ }).waitFor();
        const tree = page.getByRole('navigation', { name: 'Fichiers de règles' });
        expect(await tree.getByText('modifié').count()).toBeGreaterThan(2);
        await page.getByText('variantes', { exact: true }).click();
        expect(await tree.getByRole('button', { name: /attente-renforcee\s+● modifié/ }).count()).toBe(1);
        expect(complaints).toEqual([]);
    });
});
