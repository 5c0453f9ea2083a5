import { describe, expect, it } from 'vitest';
import type { GeneratorRequest } from '../../../../language/src/data/synthetic/draft-territory.js';
import { generateTerritory, LABEL_FILE } from '../../../../language/src/data/synthetic/generate-territory.js';
import type { GeneratorModel } from '../../../../language/src/data/synthetic/generator-model.js';
import { readModel } from '../../../../language/src/data/synthetic/read-model.js';
import { readManifest } from '../../../../language/src/data/manifest.js';
import valmont from '../../../../policies/valmont/modele.json' with { type: 'json' };

const MODEL = readModel(JSON.stringify(valmont), 'modele.json').model as GeneratorModel;

/** 2024, from 1 January (day 19,723) to 31 December (day 20,088). */
const REQUEST: GeneratorRequest = { model: MODEL, demands: 300, lettings: 40, seed: 42, from: 19723, to: 20088 };

function made(change: Partial<GeneratorRequest> = {}): ReadonlyMap<string, string> {
    return generateTerritory({ ...REQUEST, ...change }).files;
}

/** Rows of a file without its titles, cut into cells; the generator quotes nothing. */
function rows(files: ReadonlyMap<string, string>, file: string): readonly (readonly string[])[] {
    const lines = (files.get(file) ?? '').trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('"'))).toEqual([]);
    return lines.slice(1).map((line) => line.split(';'));
}

describe('a synthetic territory', () => {
    it('is the same bytes for the same request', () => {
        expect([...made()]).toEqual([...made()]);
    });

    it('is another one for another seed', () => {
        expect(made({ seed: 43 }).get('demandes.csv')).not.toBe(made().get('demandes.csv'));
    });

    it('keeps its first demands when more are asked for, and no letting', () => {
        const few = rows(made({ lettings: 0 }), 'demandes.csv');
        const more = rows(made({ lettings: 0, demands: 500 }), 'demandes.csv');
        expect(more.slice(0, few.length)).toEqual(few);
        expect(more.length).toBeGreaterThan(few.length);
    });

    it('says that it is synthetic in its manifest, beside its files and on every row', () => {
        const files = made();
        const manifest = readManifest(files.get('territoire.json') ?? '').manifest;
        expect(manifest?.synthetic).toBe(true);
        expect(manifest).toEqual(generateTerritory(REQUEST).manifest);
        expect(files.get(LABEL_FILE)).toContain('synthétiques');
        const csv = [...files.keys()].filter((name) => name.endsWith('.csv'));
        expect(csv).toEqual(['demandes.csv', 'logements.csv', 'candidatures.csv', 'refus.csv', 'occupants.csv']);
        for (const name of csv) {
            expect(files.get(name)?.startsWith('synthétique;')).toBe(true);
            expect(rows(files, name).filter(([label]) => label !== 'oui')).toEqual([]);
            expect(rows(files, name).length).toBeGreaterThan(0);
        }
    });

    it('has the occupants that its model asks for, the same whatever the demands, and none without', () => {
        const files = made();
        expect(rows(files, 'occupants.csv')).toHaveLength(MODEL.occupants!.households);
        expect(made({ demands: 10, lettings: 0 }).get('occupants.csv')).toBe(files.get('occupants.csv'));
        const { occupants, ...rest } = MODEL;
        expect(occupants?.contracts).not.toEqual(MODEL.work.contracts);
        const without = made({ model: rest });
        expect(without.has('occupants.csv')).toBe(false);
        expect(readManifest(without.get('territoire.json') ?? '').manifest?.files.has('occupants')).toBe(false);
        // No draw of the other files depends on the occupants.
        for (const name of ['demandes.csv', 'logements.csv', 'candidatures.csv', 'refus.csv']) expect(without.get(name)).toBe(files.get(name));
    });

    it('may be empty', () => {
        const files = made({ demands: 0, lettings: 0 });
        for (const name of ['demandes.csv', 'logements.csv', 'candidatures.csv', 'refus.csv']) expect(rows(files, name)).toEqual([]);
        expect(rows(made({ demands: 0 }), 'candidatures.csv')).toEqual([]);
    });

    it.each([{ demands: -1 }, { demands: 1.5 }, { lettings: 20_000_000 }, { from: 20089 }, { seed: -1 }, { seed: 2 ** 32 }])('refuses %o', (change) => {
        expect(() => made(change)).toThrow(RangeError);
    });
});
