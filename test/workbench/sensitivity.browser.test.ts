import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, complaints } = await workbench.page());
    await openDemo(page);
    await goTo(page, 'Sensibilité');
}, 600_000);

afterAll(() => workbench.close());

it('replays the year while a number moves, and keeps it as a variant', { timeout: 600_000 }, async () => {
    const results = page.getByRole('region', { name: /Réglez un nombre|baux iraient|bail irait/ });
    await results.getByText('Chiffres à jour').waitFor({ timeout: 300_000 });
    const slider = page.getByRole('slider', { name: 'Ancienneté de la demande, Points par mois', exact: true }).first();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('2\u00a0points');
    await page.getByText(/exemples? sur \d+ changent? de note/).waitFor();
    await page.getByRole('heading', { name: /iraient? à d’autres ménages/ }).waitFor({ timeout: 300_000 });
    await results.getByText('Chiffres à jour').waitFor({ timeout: 300_000 });
    // A hand that slid twice on one number made one move: it is undone at once, and the year is as it was.
    await slider.press('Control+z');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1\u00a0point');
    await page.getByRole('heading', { name: 'Réglez un nombre pour voir ce qu’il déplace' }).waitFor({ timeout: 300_000 });

    const bound = page.getByRole('textbox', { name: "Taux d'effort, Limite entre deux tranches, nombre exact" }).first();
    await bound.fill('55');
    await page.getByText('Il doit rester entre les limites voisines.').waitFor();
    await bound.fill('35');
    await page.getByText('de 35 % à moins de 50 %').waitFor();
    await page.getByRole('button', { name: 'Garder comme variante' }).click();
    expect(await page.getByRole('dialog').innerText()).toContain('35 %');
    await page.getByRole('textbox', { name: 'Comme le groupe de travail l’appellera' }).fill('Effort dès 35 %');
    await page.getByRole('button', { name: 'Créer la variante' }).click();
    await page.getByRole('tab', { name: /effort-des-35/, selected: true }).waitFor();
    await page.getByRole('button', { name: 'Rejouer avec elle' }).waitFor();
    expect(await page.locator('.monaco-editor .view-lines').innerText()).toContain('remplace');
    expect(complaints).toEqual([]);
});
