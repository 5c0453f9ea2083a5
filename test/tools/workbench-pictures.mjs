// The pictures of the README: `node test/tools/workbench-pictures.mjs` photographs the built workbench into `workbench/docs/pictures`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../.ci/chromium.mjs';
import { serve } from '../../workbench/serve/serve.mjs';

const FOLDER = fileURLToPath(new URL('../../workbench/docs/pictures', import.meta.url));
const LONGEST = 300_000;

mkdirSync(FOLDER, { recursive: true });
const { server, port } = await serve(0);
const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'fr-FR', reducedMotion: 'reduce' });
    page.setDefaultTimeout(LONGEST);
    const menu = (name) => page.getByRole('navigation', { name: 'Écrans de l’atelier' }).getByRole('link', { name, exact: true }).click();
    const picture = (name) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).click();
    await page.getByText('Ce qui bouge').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await picture('comparer');

    await menu('Rédiger');
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByText('Grille', { exact: true }).click();
    await page.getByRole('group', { name: /^Rubrique Ressources/ }).scrollIntoViewIfNeeded();
    await picture('grille');

    await menu('Sensibilité');
    await page.getByText('Chiffres à jour').waitFor();
    await page.getByRole('searchbox', { name: 'Chercher un critère' }).fill('ancienneté');
    const slider = page.getByRole('slider', { name: /^Ancienneté de la demande, Points par mois/ }).first();
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    await page.getByRole('heading', { name: /à d’autres ménages/ }).waitFor();
    await page.getByText('Chiffres à jour').waitFor();
    await picture('sensibilite');
} finally {
    await browser.close();
    server.close();
}
