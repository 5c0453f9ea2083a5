import { readFile } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo, openDemo, openWorkbench, selectInEditor, type OpenedWorkbench } from './open-workbench.js';

let workbench: OpenedWorkbench;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, complaints } = await workbench.page());
    await openDemo(page);
}, 600_000);

afterAll(() => workbench.close());

/** What a button saves. */
async function saved(name: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The files of an archive, each as long and with the sum that the archive says. */
function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    let at = bytes.readUInt32LE(end + 16);
    for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
        const [method, sum, packed, size] = [
            bytes.readUInt16LE(at + 10),
            bytes.readUInt32LE(at + 16),
            bytes.readUInt32LE(at + 20),
            bytes.readUInt32LE(at + 24),
        ];
        const [name, extra, comment, local] = [
            bytes.readUInt16LE(at + 28),
            bytes.readUInt16LE(at + 30),
            bytes.readUInt16LE(at + 32),
            bytes.readUInt32LE(at + 42),
        ];
        const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const content = bytes.subarray(start, start + packed);
        const raw = method === 0 ? content : inflateRawSync(content);
        expect([raw.length, crc32(raw)]).toEqual([size, sum]);
        files.set(bytes.toString('utf8', at + 46, at + 46 + name), raw.toString('utf8'));
        at += 46 + name + extra + comment;
    }
    return files;
}

it('saves each chart as a drawing and as a picture', { timeout: 300_000 }, async () => {
    await goTo(page, 'Partager');
    const count = await page.getByRole('button', { name: /en SVG/ }).count();
    expect(count).toBeGreaterThan(2);
    const svg = await saved(/en SVG : Objectifs/);
    expect(svg.name).toBe('objectifs.svg');
    // What a browser takes for a drawing, without a fault: read on another page, since this one makes no markup of a text.
    const blank = await page.context().newPage();
    const parsed = await blank.evaluate((text) => {
        const found = new DOMParser().parseFromString(text, 'image/svg+xml');
        return { root: found.documentElement.localName, faults: found.querySelectorAll('parsererror').length, texts: found.documentElement.textContent };
    }, svg.bytes.toString('utf8'));
    expect(parsed).toMatchObject({ root: 'svg', faults: 0 });
    expect(parsed.texts).toContain('Territoire fictif');
    const png = await saved(/en PNG : Objectifs/);
    expect(png.name).toBe('objectifs.png');
    expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(png.bytes.readUInt32BE(16)).toBe(1920);
    expect(png.bytes.length).toBeGreaterThan(20_000);
    expect(complaints).toEqual([]);
});

it('saves a workbook that holds no formula', { timeout: 300_000 }, async () => {
    const { name, bytes } = await saved('Enregistrer : Classeur');
    expect(name).toBe('tableaux-interne.xlsx');
    const files = unzipped(bytes);
    const sheets = [...files].filter(([path]) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(6);
    expect(sheets.filter(([, text]) => /<f[ >/]/.test(text))).toEqual([]);
    expect(files.get('xl/workbook.xml')).toContain('Registre des baux');
    expect([...files.keys()].filter((path) => /vba|macro|external/i.test(path))).toEqual([]);
});

it('shares a link that brings the texts and the settings, said before it is opened', { timeout: 300_000 }, async () => {
    await goTo(page, 'Rédiger');
    await page.locator('.monaco-editor .view-lines').first().click();
    await selectInEditor(page, '1 point par mois');
    await page.keyboard.type('4 points par mois');
    await goTo(page, 'Partager');
    const field = page.getByRole('textbox', { name: 'Lien à partager' });
    const address = await field.inputValue();

    const { page: other, complaints: said } = await workbench.page();
    await other.goto(address);
    await other.getByText('Un lien apporte 1 fichier de règles').waitFor();
    expect(other.url()).toBe(`${workbench.origin}/#/accueil`);
    await other.getByRole('button', { name: 'Ouvrir ces textes' }).click();
    await other.getByRole('heading', { name: 'Rejouer l’année' }).waitFor();
    expect(await other.getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(await other.getByRole('progressbar').count()).toBe(0);
    await goTo(other, 'Rédiger');
    await other.locator('.monaco-editor .view-lines').first().click();
    await selectInEditor(other, '4 points par mois');
    await other.goto(`${workbench.origin}/#/ouvrir=abime`);
    await other.getByText('Ce lien est abîmé').waitFor();
    expect([...complaints, ...said]).toEqual([]);
});
