import { describe, expect, it } from 'vitest';
import { baseline, demand, dwelling, GIVEN, MONTHS, run, version, type Row } from './build.js';

const asked = (demande: string, rang: number, facts: Row = {}): Row => ({ logement: 'l1', demande, rang, ...facts });

/** One point a whole month since the first demand; the dwelling is designated on 01/04/2024, unless said. */
const territory = (candidatures: readonly Row[], depots: Readonly<Record<string, string>>) => ({
    demands: Object.entries(depots).map(([id, dépôt]) => demand(id, { dépôt })),
    dwellings: [dwelling('l1', { libération: '01/04/2024', bail: '20/05/2024', attributaire: 'd1' })],
    candidatures,
    ruleSets: [baseline(version({ criteria: [MONTHS] }))],
});
const DEPOSITS = { d1: '01/04/2023', d2: '02/04/2023', d3: '01/04/2022' };

describe('the notes that the file records', () => {
    it.each(['vivier', 'constants', 'constat'] as const)('are compared with those recomputed on the day of designation, exactly (%s)', (mode) => {
        const candidatures = [
            // 01/04/2023 → 01/04/2024: 12 months, 12 points: as the file says.
            asked('d1', 1, { note_du_fichier: 12 }),
            // 02/04/2023: the twelfth month ends tomorrow, 11 points; the file says 12.
            asked('d2', 2, { note_du_fichier: 12 }),
            // Without note in the file: not compared.
            asked('d3', 3),
        ];
        const { honesty } = run({ ...territory(candidatures, DEPOSITS), mode });
        expect(honesty.recomputedNote).toEqual({ numerator: 1, denominator: 2 });
        expect(honesty.why).not.toContain('recorded-note-absent');
    });

    it('are said absent where the file gives none', () => {
        const { honesty } = run(territory([asked('d1', 1), asked('d2', 2)], DEPOSITS));
        expect(honesty.recomputedNote).toBeUndefined();
        expect(honesty.why).toContain('recorded-note-absent');
    });

    it('are counted apart where the facts leave the note incomplete', () => {
        const { honesty, volumes } = run({
            // What is not known is neither right nor wrong: only d1, whose points are known, is compared.
            demands: [demand('d1', { points: 7 }), demand('d2', { points: { kind: 'missing' } })],
            dwellings: [dwelling('l1')],
            candidatures: [asked('d1', 1, { note_du_fichier: 7 }), asked('d2', 2, { note_du_fichier: 7 })],
            ruleSets: [baseline(version({ criteria: [GIVEN] }))],
        });
        expect(honesty.recomputedNote).toEqual({ numerator: 1, denominator: 1 });
        expect(volumes.notEvaluated).toContainEqual({ reason: 'recorded-note-not-recomputed', count: 1 });
    });
});
