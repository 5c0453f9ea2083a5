import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

const DATE = ['--territoire', 'donnees', '--date', '01/11/2024'];

interface Note {
    readonly demand: string;
    readonly open: boolean;
    readonly declared: { readonly kind: string; readonly note?: string; readonly low?: string };
}
let notes: readonly Note[];
/** By demand, whether it asks for a mutation. */
let mutations: ReadonlyMap<string, string>;

beforeAll(async () => {
    for (const path of ['policies', 'essai']) mkdirSync(join(place.folder, path));
    cpSync(join(ROOT, 'policies/national'), join(place.folder, 'policies/national'), { recursive: true });
    const policy = (name: string, more: string): void =>
        writeFileSync(
            join(place.folder, `essai/${name}.bareme`),
            `barème 1
politique ${name} "Essai" version "1"
  en vigueur du 01/01/2024
  utilise national
cotation grille "Grille", cumulables {
  critère attente : 1 point par mois révolu depuis dépôt, plafonné à 12 points
  critère hébergé : 5 points si situations contient chez_particulier
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
${more}
`,
        );
    policy('dite', 'demandes analogues "Même intention" : mutation');
    policy('tue', '');
    const model = join(ROOT, 'policies/valmont/modele.json');
    await place.bareme('generer', '--modele', model, '--demandes', '400', '--attributions', '80', '--graine', '3', '--sortie', 'donnees');
    const noted = await place.bareme('noter', 'policies/national', 'essai', '--nom', 'dite', ...DATE, '--format', 'json');
    notes = (JSON.parse(noted.out) as { readonly results: readonly Note[] }).results;
    const [header = '', ...rows] = readFileSync(join(place.folder, 'donnees/demandes.csv'), 'utf8').trim().split('\n');
    const [id, mutation] = ['identifiant', 'mutation'].map((name) => header.split(';').indexOf(name)) as [number, number];
    mutations = new Map(rows.map((row) => row.split(';')).map((cells) => [cells[id]!, cells[mutation]!]));
});

const explained = async (demand: string, policy: string, ...more: readonly string[]) =>
    place.bareme('expliquer', 'policies/national', 'essai', '--nom', policy, ...DATE, '--demande', demand, ...more);

const pointsOf = ({ declared }: Note): number => Number(declared.note ?? declared.low);

describe('what a demandeur is told beside the note', () => {
    it('the position is that of the notes of all demands, read one by one', async () => {
        const open = notes.filter((note) => note.open && mutations.get(note.demand) !== '');
        for (const own of open.slice(0, 12)) {
            const alike = open.filter(({ demand }) => mutations.get(demand) === mutations.get(own.demand));
            const { out } = await explained(own.demand, 'dite', '--format', 'json');
            const { standing } = JSON.parse(out) as { readonly standing: { readonly position: Readonly<Record<string, number>> } };
            expect([own.demand, standing.position]).toMatchObject([
                own.demand,
                {
                    analogous: alike.length,
                    rank: 1 + alike.filter((other) => pointsOf(other) > pointsOf(own)).length,
                    ties: alike.filter((other) => other !== own && pointsOf(other) === pointsOf(own)).length,
                },
            ]);
        }
    });

    it('says it in French, with the clause', async () => {
        const { out } = await explained(notes.find(({ open }) => open)!.demand, 'dite');
        expect(out).toMatch(/Position : \S+ sur \d+ demandes analogues ouvertes et admissibles ce jour/);
        expect(out).toContain('Délai constaté :');
        expect(out).toContain('Sont analogues les demandes ainsi choisies : Même intention');
    });

    it('says what is wanting where the policy does not say which demands are analogous', async () => {
        const { out } = await explained(notes[0]!.demand, 'tue');
        expect(out).toContain('La politique ne dit pas quelles demandes sont analogues à la vôtre');
        expect(out).not.toContain('Position :');
    });
});
