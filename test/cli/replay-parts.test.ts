import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReplayReport } from '@bareme/language/replay';
import { sandbox } from './host.js';

const place = sandbox('mini');
afterAll(place.remove);

const read = (folder: string, name: string): string => readFileSync(join(place.folder, folder, name), 'utf8');
const replay = (sortie: string, ...more: readonly string[]) =>
    place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--variante', 'attente_double', '--graine', '7', '--sortie', sortie, ...more);

describe('a replay repeated under other seeds', () => {
    it('is the replay of the first seed, with what the draws change beside it', async () => {
        expect((await replay('une', '--tirages', '1', '--sans-sensibilite')).code).toBe(0);
        const repeated = await replay('trois', '--tirages', '3', '--sans-sensibilite');
        expect(repeated.code).toBe(0);
        expect(repeated.out).toContain('--graine 7 --tirages 3 --sans-sensibilite');
        const once = JSON.parse(read('une', 'rapport-interne.json')) as ReplayReport;
        const { replications, ...first } = JSON.parse(read('trois', 'rapport-interne.json')) as ReplayReport;
        expect(first).toEqual(once);
        expect(replications?.seeds).toEqual([7, 8, 9]);
        expect(read('trois', 'registre-interne.csv')).toBe(read('une', 'registre-interne.csv'));
        expect(read('trois', 'rapport.html')).toMatch(/3 tirages\u00a0: un écart qui change de signe/);
        expect(read('une', 'rapport.html')).toContain('Un seul tirage');
        expect((await replay('défaut')).out).toContain('--graine 7 --tirages 8 --sensibilite');
    });

    it('has every figure between those of each seed replayed alone', async () => {
        const alone = await Promise.all(
            [7, 8, 9].map(async (seed) => {
                expect((await replay(`seule-${seed}`, '--graine', String(seed), '--tirages', '1')).code).toBe(0);
                return JSON.parse(read(`seule-${seed}`, 'rapport-interne.json')) as ReplayReport;
            }),
        );
        const { replications } = JSON.parse(read('trois', 'rapport-interne.json')) as ReplayReport;
        const changed = alone.map(({ comparisons }) => comparisons[0]!.firstChanged).sort((a, b) => a - b);
        expect(replications?.comparisons[0]?.firstChanged).toEqual({ low: String(changed[0]), median: String(changed[1]), high: String(changed[2]) });
    });

    it('gives the same bytes twice, and another receipt than a single run', async () => {
        expect((await replay('encore', '--tirages', '3', '--sans-sensibilite')).code).toBe(0);
        for (const name of ['rapport-interne.json', 'rapport.html', 'registre-interne.csv', 'recu.json'])
            expect(read('encore', name)).toBe(read('trois', name));
        expect(read('trois', 'recu.json')).not.toBe(read('une', 'recu.json'));
        expect(read('trois', 'rapport.html')).toContain('--tirages 3');
    });

    it.each([
        ['0', 'vivier'],
        ['1,5', 'vivier'],
        ['1001', 'vivier'],
        ['beaucoup', 'vivier'],
        ['2', 'constants'],
        ['2', 'constat'],
    ])('refuses %s in mode %s, and writes nothing', async (count, mode) => {
        const refused = await replay('refus', '--tirages', count, '--mode', mode);
        expect(refused.code).toBe(2);
        expect(refused.err).toContain('BAR904');
        expect(() => read('refus', 'rapport-interne.json')).toThrow();
    });
});

describe('a replay with its assumptions moved', () => {
    it('says what each would have given, the report around it unchanged', async () => {
        const moved = await replay('moved', '--sensibilite', '--tirages', '1');
        expect(moved.code).toBe(0);
        expect(moved.out).toContain('--graine 7 --tirages 1 --sensibilite');
        const { sensitivity = [], ...first } = JSON.parse(read('moved', 'rapport-interne.json')) as ReplayReport;
        expect(first).toEqual(JSON.parse(read('une', 'rapport-interne.json')));
        expect(new Set(sensitivity.map(({ assumption }) => assumption))).toEqual(new Set(['acceptance', 'monthlyExit', 'followRate']));
        expect(read('moved', 'rapport.html')).toContain('Ce que les hypothèses changent');
    });

    it('gives under each assumption what a territory that declares it gives', async () => {
        const { sensitivity = [] } = JSON.parse(read('moved', 'rapport-interne.json')) as ReplayReport;
        const [shift] = sensitivity.filter(({ assumption }) => assumption === 'acceptance');
        const declared = JSON.parse(read('mini/territoire', 'territoire.json')) as { hypothèses: Record<string, unknown> };
        cpSync(join(place.folder, 'mini/territoire'), join(place.folder, 'autre'), { recursive: true });
        writeFileSync(
            join(place.folder, 'autre/territoire.json'),
            JSON.stringify({ ...declared, hypothèses: { ...declared.hypothèses, acceptation: shift?.value } }),
        );
        const args = ['rejouer', 'mini', '--territoire', 'autre', '--variante', 'attente_double', '--graine', '7', '--tirages', '1', '--sortie', 'declared'];
        expect((await place.bareme(...args)).code).toBe(0);
        const report = JSON.parse(read('declared', 'rapport-interne.json')) as ReplayReport;
        expect(shift?.comparisons.map(({ firstChanged, onlyOther }) => [firstChanged, onlyOther])).toEqual(
            report.comparisons.map(({ firstChanged, onlyOther }) => [firstChanged, onlyOther]),
        );
        expect(shift?.objectives.map(({ numerator }) => numerator)).toEqual(report.objectives.map(({ numerator }) => numerator));
    });

    it('moves them unasked where the territory is small, and gives the bytes of the option', async () => {
        expect((await replay('unasked', '--tirages', '1')).code).toBe(0);
        for (const name of ['rapport-interne.json', 'registre-interne.csv']) expect(read('unasked', name)).toBe(read('moved', name));
        expect(JSON.parse(read('unasked', 'recu.json'))).toMatchObject({ inputs: { sensitivity: true } });
        expect(read('une', 'rapport.html')).toContain('avec <code>--sensibilite</code>');
        expect(read('unasked', 'rapport.html')).not.toContain('avec <code>--sensibilite</code>');
    });

    it('says on the first screen what hangs on each assumption, with the figures of the report', () => {
        const { sensitivity = [], comparisons } = JSON.parse(read('moved', 'rapport-interne.json')) as ReplayReport;
        const page = read('moved', 'rapport.html').split('id="quelle-confiance"')[1]?.split('</section>')[0] ?? '';
        const lines = [...page.matchAll(/<span>((?:Propositions acceptées|Rangs suivis|Sorties sans relogement)[^<]*)<\/span>/g)].map(([, line]) => line);
        expect(lines).toHaveLength(3);
        const most = (assumption: string): number =>
            Math.max(comparisons[0]!.onlyOther, ...sensitivity.filter((of) => of.assumption === assumption).map((of) => of.comparisons[0]!.onlyOther));
        // So few households are not counted on a page given to others.
        for (const assumption of ['acceptance', 'followRate', 'monthlyExit']) expect(most(assumption)).toBeLessThan(11);
        for (const line of lines)
            expect(line).toMatch(/baux qui changent de ménage, «\s[^»]+\s»\s(moins de 11 baux|aucun bail)\s; .*(résultat change|aucun résultat)/);
    });

    it('is refused both asked and refused', async () => {
        const refused = await replay('refus', '--sensibilite', '--sans-sensibilite');
        expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('BAR904')]);
    });

    it('is refused where no assumption plays', async () => {
        const refused = await replay('refus', '--sensibilite', '--mode', 'constat');
        expect(refused.code).toBe(2);
        expect(refused.err).toContain('BAR904');
    });
});
