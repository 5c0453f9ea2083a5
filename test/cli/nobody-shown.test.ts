import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox('mini');
afterAll(place.remove);

/** Ids of every look: a name, a case number of a landlord, a number alone of eight digits, something a spreadsheet may cut. */
const looksOf = (place: number): string => [`Zoubida-Ferrand-${place}`, `OPH/2019/${40_000 + place}`, String(83_000_000 + place), `id ${place}∷x`][place % 4]!;

const ids = new Map<string, string>();
let said = '';

beforeAll(async () => {
    const folder = join(place.folder, 'mini/territoire');
    for (const name of ['demandes.csv', 'logements.csv', 'candidatures.csv', 'refus.csv']) {
        const path = join(folder, name);
        const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
        const titles = header.split(';');
        const columns = titles.flatMap((title, column) =>
            ['demande', 'attributaire'].includes(title) || (name === 'demandes.csv' && title === 'identifiant') ? [column] : [],
        );
        const renamed = rows.map((row) =>
            row
                .split(';')
                .map((cell, column) => (columns.includes(column) && cell !== '' ? nameOf(cell) : cell))
                .join(';'),
        );
        writeFileSync(path, `${[header, ...renamed].join('\n')}\n`);
    }
    const { code, out, err } = await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--variante', 'attente_double', '--sortie', 'sortie');
    expect([code, err]).toEqual([0, expect.any(String)]);
    said = out + err;
});

function nameOf(id: string): string {
    const known = ids.get(id) ?? looksOf(ids.size);
    ids.set(id, known);
    return known;
}

describe('what is shown or written for others names no household, whatever identifiers look like', () => {
    it('they are in the files of internal use alone', () => {
        const files = readdirSync(join(place.folder, 'sortie'));
        const holding = files.filter((name) => {
            const text = readFileSync(join(place.folder, 'sortie', name), 'utf8');
            return [...ids.values()].some((id) => text.includes(id));
        });
        expect(ids.size).toBeGreaterThan(8);
        expect(holding.sort()).toEqual(['rapport-interne.json', 'registre-interne.csv']);
    });

    it('the terminal tells none of them', () => {
        expect([...ids.values()].filter((id) => said.includes(id))).toEqual([]);
    });
});
