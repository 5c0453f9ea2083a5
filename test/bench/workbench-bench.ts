import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { goTo, openDemo, openWorkbench, type OpenedWorkbench } from '../workbench/open-workbench.js';
import { calibrationLoop, timeOf, type Bench, type BenchRow } from './bench.js';
import { generatedPolicy, GENERATED_VOCABULARY } from './generated-policy.js';

const SEED = 60;
const KEYS = 12;
const WARM = 4;
const OPENINGS = 3;
/** A key that changes nothing for so long is a fault of this bench, in milliseconds. */
const LONGEST_KEY = 20_000;

/** What the user of the built workbench waits for, in Chromium, over the loopback. */
export const workbenchBench: Bench = {
    name: 'atelier',
    aim: 'premier affichage 1,5 s ; éditeur prêt 3 s ; une touche : constats et fiche 100 ms à 60 critères ; jamais plus de 100 ms bloquées',
    run: async () => {
        const rows: BenchRow[] = [];
        const row = (label: string, milliseconds: number): number => rows.push({ label, milliseconds, units: 1, unit: 'fois' });
        row('boucle d’étalonnage', Math.min(...Array.from({ length: 5 }, () => timeOf(calibrationLoop))));
        const workbench = await openWorkbench();
        try {
            const openings = [];
            for (let opening = 0; opening < OPENINGS; opening += 1) openings.push(await opened(workbench));
            row('premier affichage', Math.min(...openings.map(({ paint }) => paint)));
            row('démonstration comparée, depuis le clic', Math.min(...openings.map(({ compared }) => compared)));
            row('éditeur prêt, depuis l’adresse', Math.min(...openings.map(({ editor }) => editor)));
            const { findings, sheet } = await typed(workbench);
            row('60 critères : une touche, les constats', findings);
            row('60 critères : une touche, la fiche', sheet);
            const { blocked, took } = await replayed(workbench);
            row('plus longue tâche de la page pendant un rejeu', blocked);
            row('rejeu de la démonstration, un tirage', took);
        } finally {
            await workbench.close();
        }
        return rows;
    },
};

/** A cold page: when it first paints, when the editor has its text and the server its findings, when the demo is compared. */
async function opened(workbench: OpenedWorkbench): Promise<{ readonly paint: number; readonly editor: number; readonly compared: number }> {
    const { page } = await workbench.page();
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
    const start = performance.now();
    await openDemo(page);
    const compared = performance.now() - start;
    await page.goto('about:blank');
    await page.goto(`${workbench.origin}/#/rediger`);
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByRole('heading', { name: /Aucun problème|point/ }).waitFor();
    const editor = await page.evaluate(() => performance.now());
    await page.context().close();
    return { paint, editor, compared };
}

/** Keys in a name that nothing declares, then in a field of the sheet: from the key to what it changes on the page, the best of several. */
async function typed(workbench: OpenedWorkbench): Promise<{ readonly findings: number; readonly sheet: number }> {
    const folder = mkdtempSync(join(tmpdir(), 'bareme-'));
    const { page } = await workbench.page();
    try {
        writeFileSync(join(folder, 'vocabulaire.bareme'), GENERATED_VOCABULARY);
        writeFileSync(join(folder, 'politique.bareme'), `${generatedPolicy(60, SEED)}${EXAMPLE}`);
        await page.getByLabel('Fichiers', { exact: true }).setInputFiles([join(folder, 'vocabulaire.bareme'), join(folder, 'politique.bareme')]);
        await page.locator('.monaco-editor .view-lines').first().click();
        await page.getByRole('button', { name: 'Fiche demandeur' }).click();
        const field = page.getByRole('complementary', { name: 'Fiche demandeur' }).getByLabel('personnes');
        await field.click();
        const sheet = await keyTimes(page, '.fact-sheet', async (place) => {
            await page.keyboard.press('Control+A');
            await page.keyboard.press(place % 2 === 0 ? '1' : '6');
        });
        await page.getByRole('complementary', { name: 'Fiche demandeur' }).getByRole('button', { name: 'Fermer' }).click();
        await page.locator('.monaco-editor .view-lines').first().click();
        await page.keyboard.press('Control+End');
        await page.keyboard.insertText(`\nexemple "Essai" de inconnue_${AFTER_NAME}`);
        for (let back = 0; back < AFTER_NAME.length; back += 1) await page.keyboard.press('ArrowLeft');
        await page.getByRole('heading', { name: /erreur/ }).waitFor();
        await page.waitForTimeout(1000);
        const findings = await keyTimes(page, '.problems', (place) => page.keyboard.type('abcdefghijklmnopqrstuvwxyz'.charAt(place)));
        return { findings, sheet };
    } finally {
        await page.context().close();
        rmSync(folder, { recursive: true });
    }
}

const EXAMPLE = `
exemple "Ménage" de générée version "1" {
  personnes : 3 ; enfants : 1 ; dépôt : 01/02/2021 ; ressources : 1 900 € par mois
  date d'examen : 01/03/2024
  attendu : note 0
}
`;

/** The name is that of no policy: what is found names it, hence changes with each of its letters. */
const AFTER_NAME = ` version "1" { personnes : 3 ; date d'examen : 01/03/2024 ; attendu : note 0 }`;

/** From a key to the first change of a part of the page. */
async function keyTimes(page: Page, part: string, press: (place: number) => Promise<void>): Promise<number> {
    const times: number[] = [];
    for (let place = 0; place < WARM + KEYS; place += 1) {
        const changed = page.evaluate(
            (selector) =>
                new Promise<number>((resolve) => {
                    let at = 0;
                    window.addEventListener('keydown', () => (at = performance.now()), { capture: true });
                    const observer = new MutationObserver(() => {
                        if (at === 0) return;
                        observer.disconnect();
                        requestAnimationFrame(() => resolve(performance.now() - at));
                    });
                    const target = document.querySelector(selector);
                    if (target !== null) observer.observe(target, { subtree: true, childList: true, characterData: true });
                }),
            part,
        );
        await press(place);
        const unchanged = setTimeout(LONGEST_KEY).then(() => Promise.reject(new Error(`a key changed nothing in ${part}`)));
        times.push(await Promise.race([changed, unchanged]));
        await page.waitForTimeout(300);
    }
    return Math.min(...times.slice(WARM));
}

/** The page while the worker replays: its longest task, that of the first draw of the progress aside. */
async function replayed(workbench: OpenedWorkbench): Promise<{ readonly blocked: number; readonly took: number }> {
    const { page } = await workbench.page();
    await openDemo(page);
    await goTo(page, 'Rejouer');
    const start = performance.now();
    await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await page.evaluate(() => {
        const seen = { longest: 0 };
        Object.assign(globalThis, { seen });
        new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
        }).observe({ type: 'longtask' });
    });
    await page.getByText('Ce qui bouge').waitFor({ timeout: 600_000 });
    const took = performance.now() - start;
    const blocked = await page.evaluate(() => (globalThis as unknown as { readonly seen: { readonly longest: number } }).seen.longest);
    await page.context().close();
    return { blocked, took };
}
