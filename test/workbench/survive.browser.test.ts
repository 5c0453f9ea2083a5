import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, selectInEditor, type OpenedWorkbench } from './open-workbench.js';
import { openFolder, workFolder } from './work-folder.js';

let workbench: OpenedWorkbench;

beforeAll(async () => {
    workbench = await openWorkbench();
}, 600_000);

afterAll(() => workbench.close());

/** Has the page remember its workers, so that one can be made to fall as a browser says that it fell. */
async function withWorkers(page: Page): Promise<(place: number) => Promise<void>> {
    await page.addInitScript(() => {
        const made: Worker[] = [];
        const Original = globalThis.Worker;
        globalThis.Worker = class extends Original {
            constructor(...given: ConstructorParameters<typeof Original>) {
                super(...given);
                made.push(this);
            }
        };
        Object.assign(globalThis, { made });
    });
    await page.reload();
    return (place) =>
        page.evaluate((at) => {
            const { made } = globalThis as unknown as { readonly made: readonly Worker[] };
            made.at(at)?.dispatchEvent(new ErrorEvent('error'));
        }, place);
}

describe('a worker that falls', () => {
    it('is said, and starts again: the checker at the next key, the replay when it is asked', { timeout: 500_000 }, async () => {
        const { page, complaints } = await workbench.page();
        const fall = await withWorkers(page);
        await openDemo(page);
        await goTo(page, 'Rédiger');
        await page.locator('.monaco-editor .view-lines').first().click();
        await page.getByRole('heading', { name: /Aucun problème|à voir/ }).waitFor();
        // Monaco has a worker of its own: each but the page's is made to fall.
        await fall(0);
        await page.getByText('La vérification s’est arrêtée ; elle reprend à la prochaine frappe.').waitFor();
        await selectInEditor(page, '1 point par mois révolu');
        await page.keyboard.type('1 point par moi révolu');
        await page.getByRole('region', { name: /erreur/ }).waitFor();
        await page.getByRole('button', { name: 'Revenir au texte ouvert' }).click();
        await page.getByRole('heading', { name: /Aucun problème|à voir/ }).waitFor();

        await goTo(page, 'Rejouer');
        const chosen = page.getByRole('checkbox', { checked: true });
        while ((await chosen.count()) > 0) await chosen.first().uncheck();
        const replay = page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true });
        await replay.click();
        await page.getByRole('progressbar').waitFor();
        await fall(-1);
        await page.getByText('Le rejeu s’est interrompu.').waitFor();
        await replay.click();
        await page.getByRole('progressbar').waitFor();
        await page.getByRole('button', { name: 'Arrêter' }).click();
        await page.getByText('Rejeu arrêté').first().waitFor();
        expect(complaints).toEqual([]);
    });
});

describe('files that are not opened', () => {
    it('are said on the screen that the others lead to, before anything of them is read', { timeout: 200_000 }, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'bareme-'));
        const file = (name: string, bytes: number): string => {
            const path = join(folder, name);
            writeFileSync(path, name === 'territoire.json' ? '{}' : 'barème 1\n');
            if (bytes > 0) truncateSync(path, bytes);
            return path;
        };
        const { page, complaints } = await workbench.page();
        const open = (...paths: readonly string[]): Promise<void> => page.getByLabel('Fichiers', { exact: true }).setInputFiles([...paths]);
        try {
            await open(file('petite.bareme', 0), file('enorme.bareme', 2 * 1024 * 1024));
            await page.getByText('« enorme.bareme » n’est pas ouvert : il dépasse 1 Mo').waitFor();
            await page.getByRole('tab', { name: /petite/ }).waitFor();
            await page.getByRole('button', { name: 'Fermer', exact: true }).click();

            await goTo(page, 'Accueil');
            await open(file('territoire.json', 0), file('demandes.csv', 200 * 1024 * 1024), file('logements.csv', 200 * 1024 * 1024));
            await page.getByText(/les données font 401\sMo, plus que la mémoire d’une page \(256\sMo\)/).waitFor();
            await open(file('refus.csv', 0));
            await page.getByText('« refus.csv » n’est pas ouvert : aucun « territoire.json » ne dit ce qu’est ce tableau.').waitFor();
            await open(file('notes.txt', 0));
            await page.getByText('Rien à ouvrir là').waitFor();
            expect(complaints).toEqual([]);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});

describe('keeping on the machine', () => {
    it('is one tab’s; the other says so', { timeout: 200_000 }, async () => {
        const { page } = await workbench.page();
        const other = await page.context().newPage();
        await other.goto(`${workbench.origin}/`);
        for (const tab of [page, other]) {
            await openDemo(tab);
            await goTo(tab, 'Accueil');
            await tab.getByRole('button', { name: 'Conserver sur cette machine' }).click();
            await tab.getByText(tab === page ? /^Conservé, / : 'Un autre onglet conserve déjà son travail').waitFor();
        }
    });

    it.each([
        ['the browser refuses', 'getDirectory'],
        ['there is no room', 'createWritable'],
    ])('is said where %s, and the texts stay', { timeout: 200_000 }, async (_, method) => {
        const { page, complaints } = await workbench.page();
        await page.addInitScript((refused) => {
            const fail = (): Promise<never> => Promise.reject(new DOMException('no', refused === 'getDirectory' ? 'SecurityError' : 'QuotaExceededError'));
            if (refused === 'getDirectory') StorageManager.prototype.getDirectory = fail;
            else FileSystemFileHandle.prototype.createWritable = fail;
        }, method);
        await page.reload();
        await openDemo(page);
        await goTo(page, 'Accueil');
        await page.getByRole('button', { name: 'Conserver sur cette machine' }).click();
        await page.getByText('Le navigateur a refusé de conserver, ou n’a plus de place.').waitFor();
        await goTo(page, 'Rédiger');
        await page.locator('.monaco-editor .view-line').first().waitFor();
        expect(complaints).toEqual([]);
    });
});

/** What would run if a text were ever taken for markup, in the words of a label and of a cell. */
const PAYLOADS = ['<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '</script><script>alert(1)</script>', 'javascript:alert(1)'];
const PAYLOAD = PAYLOADS.join(' ');

it('shows policies and data full of markup as text, on every screen', { timeout: 500_000 }, async () => {
    const folder = workFolder({
        'valmont/2024.1/politique.bareme': (text) => text.replaceAll('"Ancienneté de la demande"', `"${PAYLOAD}"`),
        'valmont/variantes/attente-renforcee.bareme': (text) => text.replace(/"Ancienneté renforcée[^"]*"/, `"${PAYLOAD}"`),
        'territoire/territoire.json': (text) => text.replace(/"nom": "[^"]*"/, `"nom": ${JSON.stringify(PAYLOAD)}`),
        'territoire/logements.csv': (text) => text.replaceAll('les_peupliers', PAYLOAD.replaceAll(';', ',')),
        'territoire/demandes.csv': (text) => text.replaceAll(/\bD0/g, '<b>D0'),
        'territoire/candidatures.csv': (text) => text.replaceAll(/\bD0/g, '<b>D0'),
        'territoire/refus.csv': (text) => text.replaceAll(/\bD0/g, '<b>D0'),
    });
    const { page, complaints } = await workbench.page();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
    });
    try {
        await openFolder(page, folder);
        await page.getByRole('heading', { name: 'Rejouer l’année' }).waitFor();
        await page.getByText(PAYLOAD).first().waitFor();
        await page.getByRole('main').getByRole('button', { name: 'Rejouer', exact: true }).click();
        await page.getByText('Ce qui bouge').waitFor({ timeout: 300_000 });
        for (const screen of ['Comparer', 'Rédiger', 'Sensibilité', 'Exemples', 'Données', 'Partager', 'Présenter']) {
            await goTo(page, screen);
            await page.waitForTimeout(700);
            const made = await page.evaluate(() => ({
                images: [...document.querySelectorAll('img')].filter((image) => !image.src.endsWith('/icon.svg')).length,
                scripts: document.querySelectorAll('script:not([src])').length,
                handlers: document.querySelectorAll('[onload], [onerror], a[href^="javascript"]').length,
                bold: document.querySelectorAll('b').length,
            }));
            expect({ screen, ...made }).toEqual({ screen, images: 0, scripts: 0, handlers: 0, bold: 0 });
        }
        expect([...dialogs, ...complaints]).toEqual([]);
    } finally {
        folder.forget();
    }
});
