import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { generateTerritory, readModel } from '@bareme/language/data';
import { parseDate } from '@bareme/language/ir';

const POLICIES = fileURLToPath(new URL('../../policies', import.meta.url));

/** How the files of a work folder differ from Valmont's own, by their paths; nothing: the file is not there. */
export type Changes = Readonly<Record<string, (text: string) => string | undefined>>;

/** A folder as a user has it: Valmont's policies (fictitious) and a small synthetic territory. */
export interface WorkFolder {
    readonly path: string;
    readonly forget: () => void;
}

/** Writes a folder; every file may be changed on the way. */
export function workFolder(changes: Changes = {}): WorkFolder {
    const path = mkdtempSync(join(tmpdir(), 'bareme-'));
    for (const name of ['national', 'valmont']) cpSync(join(POLICIES, name), join(path, name), { recursive: true });
    rmSync(join(path, 'valmont/modele.json'), { force: true });
    mkdirSync(join(path, 'territoire'));
    for (const [name, text] of smallTerritory()) writeFileSync(join(path, 'territoire', name), text);
    for (const [name, change] of Object.entries(changes)) {
        const file = join(path, name);
        const text = change(readdirSync(dirname(file)).includes(name.split('/').at(-1) ?? '') ? readFileSync(file, 'utf8') : '');
        if (text === undefined) rmSync(file);
        else writeFileSync(file, text);
    }
    return { path, forget: () => rmSync(path, { recursive: true, force: true }) };
}

function smallTerritory(): ReadonlyMap<string, string> {
    const { model } = readModel(readFileSync(join(POLICIES, 'valmont/modele.json'), 'utf8'), 'modele.json');
    const [from, to] = [parseDate('01/01/2024'), parseDate('31/12/2024')];
    if (model === undefined || from === undefined || to === undefined) throw new Error('the model of Valmont is not read');
    return generateTerritory({ model, demands: 300, lettings: 60, seed: 5, from, to }).files;
}

/** Opens a folder from the first screen. */
export async function openFolder(page: Page, { path }: WorkFolder): Promise<void> {
    await page.getByLabel('Dossier', { exact: true }).setInputFiles(path);
}

/** A table with one of its columns taken away. */
export function withoutColumn(text: string, column: string): string {
    const [head = '', ...rows] = text.split(/\r?\n/);
    const place = head.replace('\uFEFF', '').split(';').indexOf(column);
    if (place === -1) throw new Error(`no column ${column} in ${head}`);
    return [head, ...rows]
        .map((row) =>
            row
                .split(';')
                .filter((_, other) => other !== place)
                .join(';'),
        )
        .join('\n');
}
