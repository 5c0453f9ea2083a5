import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openEditor, type Editor, type EditorOptions } from './editor.js';
import { answer, choose, goTo, openFile, panelWith, replaceInFile, runCommand, save, statusSays, until, write } from './gestures.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PHOTOGRAPHS = process.env['BAREME_PHOTOGRAPHIES'];
const OPENING = 600_000;
const WAITING = 60_000;

const open = (options: EditorOptions): Promise<Editor> => openEditor({ ...options, ...(PHOTOGRAPHS === undefined ? {} : { photographs: PHOTOGRAPHS }) });

/** Waits for a proposal: VS Code asks once for those of a word, and forgets to when keys come too close; then an author asks again. */
const proposals = async (page: Page, text: string, row = '.monaco-list-row'): Promise<void> => {
    const shown = page.locator(`.suggest-widget.visible ${row}`, { hasText: text }).first();
    await shown.waitFor({ timeout: 15_000 }).catch(() => until(shown, () => page.keyboard.press('Control+Space')));
};

describe('a policy written from nothing', () => {
    let editor: Editor;
    let page: Page;
    const POLICY = 'policies/bourg/1/politique.bareme';
    beforeAll(async () => {
        editor = await open({ name: 'Été à Valmont' });
        ({ page } = editor);
    }, OPENING);
    beforeEach(() => onTestFailed(({ task }) => editor.photograph(`échec, ${task.name}`)));
    afterAll(() => editor.close());

    it('the command writes the first version, with the national vocabulary', async () => {
        await runCommand(page, 'Barème: Nouvelle politique');
        await answer(page, 'Intitulé de la politique', 'Communauté du Bourg');
        await answer(page, 'Nom court', 'bourg');
        await answer(page, 'Entrée en vigueur', '01/01/2025');
        await page.locator('.tab.active', { hasText: 'politique.bareme' }).waitFor();
        await statusSays(page, 'bourg 1 · aucun problème');
        expect(editor.read('policies/national/socle.bareme')).toContain('socle loi_accès');
    });

    it('a wrong word is underlined and told, and its remedy mends it', async () => {
        await goTo(page, 10);
        await write(page, 'critère toit "Sans logement" : 40 points si situations contient sans_abris');
        await page.locator('.squiggly-error').first().waitFor();
        await statusSays(page, '1 erreur');
        await until(page.locator('.zone-widget', { hasText: 'sans_abris' }), () => page.keyboard.press('F8'));
        await editor.photograph('probleme');
        await page.locator('.zone-widget a', { hasText: 'BAR202' }).click();
        await page.locator('.tab.active', { hasText: 'BAR202' }).waitFor();
        expect(await (await panelWith(page, 'h1')).locator('h1').innerText()).toContain('BAR202');
        await page.locator('.tab', { hasText: 'politique' }).click();
        await goTo(page, 11);
        await until(page.locator('.action-widget', { hasText: 'Remplacer par « sans_abri »' }), () => page.keyboard.press('Control+.'));
        await editor.photograph('correction');
        await page.keyboard.press('Enter');
        await statusSays(page, 'aucun problème');
        await save(page);
        expect(editor.read(POLICY)).toContain('critère toit "Sans logement" : 40 points si situations contient sans_abri\n');
    });

    it('the words, then the facts that may follow are proposed', async () => {
        await goTo(page, 11);
        await write(page, 'critère santé "Handicap" : 5 points ');
        await page.keyboard.type('s');
        await proposals(page, 'si', '.monaco-list-row.focused');
        await page.keyboard.type('i ha');
        await proposals(page, 'handicap');
        await editor.photograph('propositions');
        await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'handicap' }).first().click();
        await statusSays(page, 'aucun problème');
        await save(page);
        expect(editor.read(POLICY)).toContain('critère santé "Handicap" : 5 points si handicap\n');
    });

    it('a disorderly text is laid out', async () => {
        await goTo(page, 12);
        await write(page, '    critère   âges    "Aînés":10 points   si âge au moins 60');
        await statusSays(page, 'aucun problème');
        await runCommand(page, 'Format Document');
        const saved = async (): Promise<string> => (await save(page), editor.read(POLICY));
        await expect.poll(saved, { timeout: WAITING }).toContain('\n  critère âges "Aînés" : 10 points si âge au moins 60\n');
    });

    it('an example is found by the Test Explorer, contradicted in place, then confirmed with what it covers', async () => {
        await goTo(page, 22);
        const household = 'situations : sans_abri ; dépôt : 15/05/2024 ; handicap : non ; âge : 40';
        const expected = 'date d’examen : 15/03/2025 ; attendu : note 51 dont attente 10, toit 40';
        await write(page, `exemple "Sans abri, dix mois" de bourg version "1" { ${household} ; ${expected} }`);
        await statusSays(page, 'aucun problème · 1 exemple');
        await runCommand(page, 'Test: Run All Tests');
        await statusSays(page, '0/1 exemples confirmés');
        await page.getByText('note 50 != note 51').waitFor();
        await editor.photograph('exemple-contredit');
        await goTo(page, 23);
        await replaceInFile(page, 'note 51', 'note 50');
        await runCommand(page, 'Test: Run All Tests with Coverage');
        await statusSays(page, '1/1 exemples confirmés');
        await page.getByText('View Test Coverage').click();
        await goTo(page, 11);
        await page.locator('.coverage-deco-hit').first().waitFor();
        await page.locator('.coverage-deco-miss').first().waitFor();
        await editor.photograph('exemple-confirme');
    });

    it('the view « Politique » leads to the clause', async () => {
        await runCommand(page, 'View: Show Barème');
        const grid = page.locator('.pane-body .monaco-list-row', { hasText: 'Toutes les demandes' });
        await grid.locator('.monaco-tl-twistie').click();
        await page.locator('.pane-body .monaco-list-row', { hasText: 'Sans logement' }).click();
        await page.locator('.statusbar-item', { hasText: 'Ln 11,' }).waitFor();
        await editor.photograph('vue-politique');
    });

    it('the annex is shown beside the text and follows the cursor', async () => {
        await runCommand(page, 'Barème: Aperçu de l’annexe');
        const annex = await panelWith(page, 'main header');
        expect(await annex.locator('main').innerText()).toContain('Communauté du Bourg, version 1');
        await goTo(page, 11);
        await annex.locator('.current', { hasText: 'Sans logement' }).waitFor();
        await editor.photograph('annexe');
    });

    it('the server, killed, says so and starts again with the same findings', async () => {
        editor.killServer();
        await page.locator('.notification-toast', { hasText: 'Il redémarre' }).waitFor();
        await goTo(page, 11);
        await write(page, 'critère inconnu : 5 points si fait_inconnu');
        await statusSays(page, 'bourg 1 · 1 erreur');
    });

    it('no error is left on the page', () => {
        expect(editor.errors).toEqual([]);
    });
});

describe('a territory replayed', () => {
    let editor: Editor;
    let page: Page;
    beforeAll(async () => {
        editor = await open({ copies: { mini: join(ROOT, 'test/cli/fixtures/mini') } });
        ({ page } = editor);
        await openFile(page, join(editor.folder, 'mini/politique.bareme'));
        await statusSays(page, 'mini 1 · aucun problème');
    }, OPENING);
    beforeEach(() => onTestFailed(({ task }) => editor.photograph(`échec, ${task.name}`)));
    afterAll(() => editor.close());

    it('a name leads to its declaration', async () => {
        await goTo(page, 16, 60);
        await until(page.locator('.tab.active', { hasText: 'vocabulaire.bareme' }), () => page.keyboard.press('F12'));
        await page.locator('.statusbar-item', { hasText: 'Ln 15,' }).waitFor();
    });

    it('a fact is renamed in every file, and stays bound to its column', async () => {
        const newName = page.locator('.rename-box input');
        await until(newName, () => page.keyboard.press('F2'));
        await editor.photograph('renommer');
        await newName.fill('taille');
        await newName.press('Enter');
        await newName.waitFor({ state: 'hidden' });
        await statusSays(page, 'mini 1 · aucun problème');
        await runCommand(page, 'File: Save All');
        await expect
            .poll(() => editor.read('mini/vocabulaire.bareme'), { timeout: WAITING })
            .toContain('taille : entier de 1 à 20 personnes "Personnes à loger" colonne "personnes"');
        expect(editor.read('mini/politique.bareme')).toContain('5 points si taille plus de 12');
        expect(editor.read('mini/exemples.bareme')).not.toContain('personnes :');
    });

    it('the replay reads the same data, and its report is shown beside the text', async () => {
        await runCommand(page, 'Barème: Rejouer et comparer');
        await page.locator('.quick-input-widget', { hasText: 'Attente doublée' }).waitFor();
        await page.locator('.quick-input-header [role=checkbox]').click();
        await page.locator('.quick-input-box input').press('Enter');
        await choose(page, 'territoire');
        await choose(page, 'Vivier');
        const report = await panelWith(page, 'h1');
        expect(await report.locator('h1').first().innerText()).toContain('Mini Agglomération');
        await editor.photograph('rapport');
    });

    it('the clauses say how many leases they decided, until the text is another', async () => {
        const lens = page.locator('.codelens-decoration a', { hasText: /bail décidé|baux décidés/ });
        await openFile(page, join(editor.folder, 'mini/politique.bareme'));
        await lens.first().waitFor();
        await editor.photograph('baux-decides');
        await goTo(page, 16);
        await write(page, '// Une ligne de plus.');
        await lens.first().waitFor({ state: 'detached' });
    });

    it('a demand is explained from a form made of the vocabulary', async () => {
        await runCommand(page, 'Barème: Expliquer une demande');
        const form = await panelWith(page, '#expliquer');
        await form.locator('[id="demande.dépôt"]').fill('01/01/2023');
        await form.locator('[id="demande.taille"]').fill('14 personnes');
        await form.locator('#expliquer').click();
        await form.locator('#resultat h2').waitFor();
        expect(await form.locator('#resultat').innerText()).toContain('Très grande famille\t5 points\tdonné');
        await editor.photograph('explication');
    });

    it('no error is left on the page', () => {
        expect(editor.errors).toEqual([]);
    });
});
