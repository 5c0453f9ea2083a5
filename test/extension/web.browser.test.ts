import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openEditor, type Editor } from './editor.js';
import { goTo, openFile, runCommand, save, statusSays, until, write } from './gestures.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PHOTOGRAPHS = process.env['BAREME_PHOTOGRAPHIES'];
const OPENING = 600_000;
/** VS Code runs the extension in the page, as it does where there is no machine behind it. */
const IN_THE_PAGE = { 'remote.extensionKind': { 'bareme.bareme-vscode': ['web'] } };

const BOURG = `barème 1

politique bourg "Communauté du Bourg" version "1"
  en vigueur du 01/01/2025
  utilise national

cotation accès "Toutes les demandes", cumulables {
  critère toit "Sans logement" : 40 points si situations contient sans_abri
}

classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
`;

describe('a browser without any machine', () => {
    let editor: Editor;
    let page: Page;
    beforeAll(async () => {
        const copies = { mini: join(ROOT, 'test/cli/fixtures/mini') };
        editor = await openEditor({ copies, settings: IN_THE_PAGE, ...(PHOTOGRAPHS === undefined ? {} : { photographs: PHOTOGRAPHS }) });
        ({ page } = editor);
        await openFile(page, join(editor.folder, 'mini/politique.bareme'));
    }, OPENING);
    beforeEach(() => onTestFailed(({ task }) => editor.photograph(`échec, ${task.name}`)));
    afterAll(() => editor.close());

    it('the extension runs in the page, and its server in a worker of it', async () => {
        await statusSays(page, 'mini 1 · aucun problème · 4 exemples');
        expect(editor.hasServerProcess()).toBe(false);
    });

    it('a wrong word is underlined and told, and its remedy mends it', async () => {
        await goTo(page, 16);
        await write(page, 'critère toit "Sans toit" : 30 points si situation est sans_abris');
        await page.locator('.squiggly-error').first().waitFor();
        await statusSays(page, '1 erreur');
        await until(page.locator('.zone-widget', { hasText: 'sans_abris' }), () => page.keyboard.press('F8'));
        await editor.photograph('navigateur-probleme');
        await page.keyboard.press('Escape');
        await goTo(page, 17);
        await until(page.locator('.action-widget', { hasText: 'Remplacer par « sans_abri »' }), () => page.keyboard.press('Control+.'));
        await page.keyboard.press('Enter');
        await statusSays(page, 'mini 1 · aucun problème');
        await save(page);
        expect(editor.read('mini/politique.bareme')).toContain('critère toit "Sans toit" : 30 points si situation est sans_abri\n');
    });

    it('examples are run in the page', async () => {
        await runCommand(page, 'Test: Run All Tests');
        await statusSays(page, '3/4 exemples confirmés');
    });

    it('a policy that appears is read, and given the national vocabulary that it lacks', async () => {
        mkdirSync(join(editor.folder, 'bourg'));
        writeFileSync(join(editor.folder, 'bourg/bourg.bareme'), BOURG);
        await openFile(page, join(editor.folder, 'bourg/bourg.bareme'));
        await statusSays(page, '1 erreur');
        await goTo(page, 5);
        await until(page.locator('.action-widget', { hasText: 'Ajouter le vocabulaire national' }), () => page.keyboard.press('Control+.'));
        await editor.photograph('navigateur-vocabulaire');
        await page.keyboard.press('Enter');
        await page.locator('.notification-toast', { hasText: 'vocabulaire national ajouté dans policies/national' }).waitFor();
        await statusSays(page, '2 politiques · 1 avertissement');
        expect(editor.read('policies/national/socle.bareme')).toContain('socle loi_accès');
    });

    it('what needs a machine is said, not silently left undone', async () => {
        await page.locator('.codelens-decoration a', { hasText: 'Rejouer' }).first().click();
        await page.locator('.notification-toast', { hasText: 'le rejeu demande un VS Code installé' }).waitFor();
    });

    it('no error is left on the page', () => {
        expect(editor.errors).toEqual([]);
    });
});
