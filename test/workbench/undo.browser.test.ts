import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

it('takes back what a screen did, and never an edit made since', { timeout: 300_000 }, async () => {
    const { page, complaints } = await workbench.page();
    await openDemo(page);
    await goTo(page, 'Rédiger');
    const editor = page.locator('.code-editor');
    const line = (text: string) => page.locator('.view-line').filter({ hasText: text });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n// première ligne\n');
    await page.getByRole('button', { name: 'Revenir au texte ouvert' }).click();
    await line('première ligne').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler : « politique.bareme » remis au texte ouvert' }).click();
    await editor.click();
    await page.keyboard.press('Control+End');
    await line('première ligne').waitFor();
    await page.getByRole('button', { name: 'Rétablir : « politique.bareme » remis au texte ouvert' }).click();
    await line('première ligne').waitFor({ state: 'detached' });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n// seconde ligne\n');
    await page.getByRole('button', { name: /^Annuler : / }).click();
    await line('seconde ligne').waitFor();
    expect(complaints).toEqual([]);
});
