import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from '../host.js';

const place = sandbox('mini');
afterAll(place.remove);

const POLICY = join(place.folder, 'mini/politique.bareme');
writeFileSync(
    POLICY,
    readFileSync(POLICY, 'utf8')
        .replace('1 point par mois révolu depuis dépôt, plafonné à 60 points', 'à fixer par mois révolu depuis dépôt, plafond à fixer')
        .replace('5 points si personnes', 'à fixer si personnes'),
);
writeFileSync(
    join(place.folder, 'mini/variantes.bareme'),
    `barème 1
variante attente_double "Attente doublée" de mini version "1" { fixe attente : 2 points par mois révolu depuis dépôt, plafonné à 120 points }
variante décidée "Décidée" de mini version "1" {
  fixe attente : 2 points par mois révolu depuis dépôt, plafonné à 120 points
  fixe famille : 5 points
}
`,
);

const DEMANDS = ['mini', '--territoire', 'mini/territoire', '--date', '15/03/2024'] as const;
const WHOLE = 'les points de « attente », le plafond de « attente », les points de « famille »';

describe('a draft, whose numbers are not all decided', () => {
    it('is checked: one finding counts what is left to be set, and names it', async () => {
        const { code, out } = await place.bareme('verifier', 'mini');
        expect(code).toBe(1);
        expect(out.match(/BAR640 Valeurs à fixer/g)).toHaveLength(1);
        expect(out).toContain(`3 valeurs restent à fixer : ${WHOLE}.`);
    });

    it.each([
        ['noter', [...DEMANDS]],
        ['expliquer', ['mini', '--territoire', 'mini/territoire', '--date', '15/03/2024', '--demande', 'D-001']],
        ['tester', ['mini']],
        ['rejouer', ['mini', '--territoire', 'mini/territoire', '--graine', '7', '--sortie', 'rapport']],
    ] as const)('%s computes nothing, and names what is left to be set', async (verb, args) => {
        const { code, out, err } = await place.bareme(verb, ...args);
        expect(code).toBe(1);
        expect(`${out}${err}`).toContain(`BAR641 Projet encore à fixer`);
        expect(`${out}${err}`).toContain(WHOLE);
        expect(verb === 'tester' ? '' : out).toBe('');
        expect(existsSync(join(place.folder, 'rapport'))).toBe(false);
    });

    it('is computed under a variant that sets them all, and not under one that leaves some', async () => {
        const some = await place.bareme('noter', ...DEMANDS, '--variante', 'attente_double');
        expect(some.err).toContain('reste à fixer les points de « famille »');
        const all = await place.bareme('noter', ...DEMANDS, '--variante', 'décidée');
        expect(all.err).not.toContain('BAR641');
        expect(all.out.split('\n').length).toBeGreaterThan(2);
    });
});
