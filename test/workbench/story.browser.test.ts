import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, selectInEditor, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

const saved = async (page: Page, act: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
};

describe('the story of a working group', () => {
    it('demo, edit, error, variant, replay, compare, letting, clause, export: with the mouse', async () => {
        const { page, complaints } = await workbench.page();
        await openDemo(page);
        await goTo(page, 'Rédiger');
        await page.locator('.monaco-editor .view-line').first().waitFor();
        await page.locator('.monaco-editor .view-lines').click();
        await selectInEditor(page, '1 point par mois révolu');
        await page.keyboard.type('3 points par moi révolu');
        const problems = page.getByRole('region', { name: /erreur/ });
        await problems.waitFor();
        expect(await problems.innerText()).toContain('Vouliez-vous écrire « mois » ?');
        await selectInEditor(page, 'par moi révolu');
        await page.keyboard.type('par mois révolu');
        await page.getByRole('button', { name: 'En faire une variante' }).click();
        await page.getByRole('textbox', { name: 'Comme le groupe de travail l’appellera' }).fill('Attente triplée');
        expect(await page.getByRole('dialog').innerText()).toContain('fixe attente : 3 points par mois révolu depuis dépôt, plafonné à 60 points');
        await page.getByRole('button', { name: 'Créer la variante' }).click();
        await page.getByRole('button', { name: 'Rejouer avec elle' }).click();
        expect(await page.getByRole('checkbox', { name: 'Attente triplée' }).isChecked()).toBe(true);
        await page.getByRole('checkbox', { name: 'Travailleurs essentiels et poids du loyer' }).uncheck();
        await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
        await page.getByRole('progressbar').waitFor();
        await page.getByText('Ce qui bouge').waitFor({ timeout: 240_000 });
        expect(await page.locator('[data-block=changes] h2').innerText()).toContain('Attente triplée');
        await page.getByText('Registre des baux', { exact: true }).click();
        await page.getByRole('searchbox', { name: 'Chercher' }).fill('ancienneté');
        await page.getByRole('grid').getByRole('row').nth(1).click();
        await page.getByRole('button', { name: 'Voir la clause dans le texte' }).click();
        await page.locator('.monaco-editor .view-line').first().waitFor();
        // What the variant says of the criterion, and not the version's own text.
        await page.getByRole('tab', { name: /attente-triplee/, selected: true }).waitFor();
        await goTo(page, 'Partager');
        const report = await saved(page, () => page.getByRole('button', { name: 'Enregistrer : Rapport' }).click());
        expect(report.name).toBe('rapport.html');
        expect(report.text).toContain('Attente triplée');
        const patch = await saved(page, () => page.getByRole('button', { name: /correctif/ }).click());
        expect(patch.text).toContain('+++ b/policies/valmont/variantes/attente-triplee.bareme');
        expect(complaints).toEqual([]);
    }, 600_000);
});
