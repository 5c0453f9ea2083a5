import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';
import { openFolder, withoutColumn, workFolder, type Changes } from './work-folder.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

/** A page where a folder was opened. */
async function opened(changes: Changes): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const folder = workFolder(changes);
    try {
        const { page, complaints } = await workbench.page();
        await openFolder(page, folder);
        await page.getByRole('heading', { name: 'Rejouer l’année' }).waitFor();
        return { page, complaints };
    } finally {
        folder.forget();
    }
}

/** Replays with one draw, and the variants that stay chosen. */
async function replay(page: Page, withVariants: boolean): Promise<void> {
    await goTo(page, 'Rejouer');
    const chosen = page.getByRole('checkbox', { checked: true });
    while (!withVariants && (await chosen.count()) > 0) await chosen.first().uncheck();
    await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
}

describe('every state says what it is and leads on', () => {
    it('data that are not read: another folder; a replay asked for meanwhile leads to them', { timeout: 300_000 }, async () => {
        const { page, complaints } = await opened({ 'territoire/demandes.csv': () => undefined });
        await replay(page, false);
        await page.getByText('Les données ne se lisent pas.').waitFor({ timeout: 120_000 });
        await page.getByRole('button', { name: 'Voir les données' }).click();
        await page.getByRole('heading', { name: 'Ces données ne se lisent pas' }).waitFor();
        await page.getByText('demandes.csv').first().waitFor();
        await page.getByRole('button', { name: 'Ouvrir un autre dossier' }).click();
        await page.getByRole('heading', { name: 'Mes fichiers' }).waitFor();
        expect(complaints).toEqual([]);
    });

    it('no days of exit: said where data are read; the replay that needs them is refused in words of the screen', { timeout: 300_000 }, async () => {
        const { page, complaints } = await opened({ 'territoire/demandes.csv': (text) => withoutColumn(text, 'date_sortie') });
        await goTo(page, 'Données');
        await page.getByText('« demandes.csv » n’a pas la colonne « date_sortie » (sortie)').waitFor({ timeout: 120_000 });
        await replay(page, false);
        await page.getByText('choisissez un mode qui n’en a pas besoin (« Constat »)').waitFor({ timeout: 120_000 });
        await page.getByRole('button', { name: 'Voir les données' }).click();
        await page.getByRole('heading', { name: /lignes lues/ }).waitFor();
        expect(complaints).toEqual([]);
    });

    it('no lease changes: said, and all of them are shown', { timeout: 300_000 }, async () => {
        const { page, complaints } = await opened({});
        await replay(page, false);
        await page.locator('[data-block=trust]').waitFor({ timeout: 200_000 });
        await page.getByText('Registre des baux', { exact: true }).click();
        await page.getByText('60 logements sur 60').waitFor();
        await page.getByRole('searchbox', { name: 'Chercher' }).fill('introuvable');
        await page.getByText('Aucun logement ne répond.').waitFor();
        await page.getByRole('button', { name: 'Tout montrer' }).click();
        await page.getByText('60 logements sur 60').waitFor();
        expect(complaints).toEqual([]);
    });
});
