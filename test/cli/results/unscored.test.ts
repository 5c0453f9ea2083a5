import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from '../host.js';

const place = sandbox('mini');
afterAll(place.remove);

const POLICY = join(place.folder, 'mini/politique.bareme');
const DELIBERATION = 'délibération du 01/10/2023, article 3';
writeFileSync(
    POLICY,
    `${readFileSync(POLICY, 'utf8')}
hors cotation abrités "Sans abri orientés par le SIAO" : si situation est sans_abri et personnes moins de 3, motif "orientés par le SIAO" réf "${DELIBERATION}"
`,
);
writeFileSync(
    join(place.folder, 'mini/exemples.bareme'),
    `barème 1
exemple "À part" de mini version "1" {
  dépôt : 01/01/2023 ; situation : sans_abri ; personnes : 1 ; ressources : 1 200 € par mois
  date d'examen : 15/03/2024
  attendu : hors cotation abrités
}
exemple "Famille" de mini version "1" {
  dépôt : 01/01/2023 ; situation : sans_abri ; personnes : 3 ; ressources : 1 200 € par mois
  date d'examen : 15/03/2024
  attendu : hors cotation
}
`,
);

const ASKED = ['mini', '--territoire', 'mini/territoire', '--date', '15/03/2024'] as const;

describe('a demand that a deliberation treats apart', () => {
    it('is what an example may expect, and is contradicted by a note', async () => {
        const { code, out } = await place.bareme('tester', 'mini');
        expect(code).toBe(1);
        expect(out).toMatch(/confirmé .*À part/);
        // 40 + 14 = 54.
        expect(out).toContain('hors cotation');
        expect(out).toContain('note 54');
    });

    it('has no note and no rank in the results, and is counted', async () => {
        const { out, err } = await place.bareme('noter', ...ASKED);
        const line =
            out
                .split('\n')
                .find((each) => each.startsWith('D03;'))
                ?.trim()
                .split(';') ?? [];
        expect(line.slice(4, 8)).toEqual(['hors cotation : abrités', '', '', '']);
        expect(line.slice(17, 19)).toEqual(['', '']);
        // D03 and D10: without shelter, one person.
        expect(
            out
                .split('\n')
                .filter((each) => each.includes('hors cotation'))
                .map((each) => each.split(';')[0]),
        ).toEqual(['D03', 'D10']);
        expect(err).toContain('2 hors cotation');
    });

    it('is told why in the letter and its annex, without a place', async () => {
        const { out } = await place.bareme('expliquer', ...ASKED, '--demande', 'D03');
        expect(out).toContain('elle est traitée hors cotation');
        expect(out).toContain(`orientés par le SIAO (${DELIBERATION})`);
        expect(out).toContain('Note : hors cotation');
        expect(out).toContain('Aucune : la demande est traitée hors cotation.');
        expect(out).not.toMatch(/undefined|NaN/);
    });

    it('is in no pool of a replay, whose report counts it', async () => {
        const { code, err } = await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--graine', '7', '--sortie', 'rapport');
        expect(err).not.toContain('erreur');
        expect(code).toBeLessThan(2);
        const ledger = readFileSync(join(place.folder, 'rapport/registre-interne.csv'), 'utf8').trim().split('\n');
        // Scored, D03 (T1 and T2) and D10 (T1) make these pools 6, 4, 4 and 6. Without them, the
        // third dwelling, a T1, goes to D12 instead of D10, and D12 is no longer there for the fourth, a T2.
        expect(ledger.slice(1, 5).map((line) => line.split(';')[11])).toEqual(['5', '4', '2', '4']);
        expect(readFileSync(join(place.folder, 'rapport/rapport-interne.json'), 'utf8')).toContain('"treated-apart"');
        expect(readFileSync(join(place.folder, 'rapport/rapport.html'), 'utf8')).toContain('hors cotation (abrités)');
    });
});
