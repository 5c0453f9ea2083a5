import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandbox, type Sandbox } from './host.js';

let place: Sandbox;
beforeEach(() => {
    place = sandbox('mini');
});
afterEach(() => place.remove());

function put(path: string, content: string | Uint8Array): void {
    writeFileSync(join(place.folder, path), content);
}

/** Changes a file of the sandbox. */
function edit(path: string, change: (text: string) => string): void {
    const before = readFileSync(join(place.folder, path), 'utf8');
    const after = change(before);
    expect(after, 'the fixture has what the test changes').not.toBe(before);
    put(path, after);
}

const replay = (...more: readonly string[]) => place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--sortie', 'rapport', ...more);

/** The report of a replay that was written. */
function report(): {
    readonly volumes: { readonly demands: number; readonly vacancies: number };
    readonly ledger: readonly { readonly dwelling: string; readonly end: string }[];
} {
    return JSON.parse(readFileSync(join(place.folder, 'rapport/rapport-interne.json'), 'utf8')) as ReturnType<typeof report>;
}

/** What every refusal has: its code, French words with a remedy, no output and nothing beside it. */
function expectNothingWritten(): void {
    expect(readdirSync(place.folder).filter((name) => name !== 'mini')).toEqual([]);
}

describe('policies that cannot be read', () => {
    it.each([
        ['an empty file', '', 'BAR105'],
        ['a binary file', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe]), 'BAR106'],
        ['a policy of 5 MB', `barème 1\n${'// long\n'.repeat(660_000)}`, 'BAR103'],
        ['300 nested parentheses', `barème 1\npolitique a "A" version "1" { }\n${'('.repeat(300)}1${')'.repeat(300)}`, 'BAR104'],
        ['decomposed accents', 'barème 1\n\nvariante v "V" de mini version "1" { fixe attente : 2 points }\n'.normalize('NFD'), 'BAR107'],
        [
            'a cyclic import',
            'barème 1\nvocabulaire un "Un" utilise deux { demande { jour_un : date } }\nvocabulaire deux "Deux" utilise un { demande { jour_deux : date } }\n',
            'BAR206',
        ],
    ])('%s is an error with its code, and the files beside it are still read', async (_, content, code) => {
        put('faux.bareme', content);
        const alone = await place.bareme('verifier', 'faux.bareme');
        expect(alone.code).toBe(1);
        expect(alone.out).toMatch(new RegExp(`erreur ${code}`));
        expect(alone.out).toContain('Remède : ');
        const together = await place.bareme('verifier', 'mini', 'faux.bareme', '--format', 'json');
        const document = JSON.parse(together.out) as {
            readonly diagnostics: readonly { readonly severity: string; readonly place?: { readonly path: string } }[];
        };
        const elsewhere = document.diagnostics.filter(({ severity, place: at }) => severity === 'error' && at !== undefined && at.path !== 'faux.bareme');
        expect(elsewhere).toEqual([]);
        expect((await place.bareme('verifier', 'mini')).code).toBe(0);
    });

    it('a missing import names what to add', async () => {
        const { code, out } = await place.bareme('verifier', 'mini/politique.bareme');
        expect(code).toBe(1);
        expect(out).toContain('BAR205');
        expect(out).toContain('« mini »');
    });

    it('two versions in force the same day name both and the day', async () => {
        const text = readFileSync(join(place.folder, 'mini/politique.bareme'), 'utf8');
        put('mini/seconde.bareme', text.replace('version "1"', 'version "2"').replace('en vigueur du 01/01/2024', 'en vigueur du 01/01/2024'));
        const { code, out } = await place.bareme('verifier', 'mini');
        expect(code).toBe(1);
        expect(out).toContain('BAR501');
        expect(out).toContain('01/01/2024');
        const refused = await replay();
        expect(refused.code).toBe(1);
        expectNothingWritten();
    });

    it('a variant that edits nothing is called out by verifier', async () => {
        put('mini/rien.bareme', 'barème 1\n\nvariante rien "Rien" de mini version "1" {\n  fixe abri : 40 points\n}\n');
        const { code, out } = await place.bareme('verifier', 'mini');
        expect(code).toBe(1);
        expect(out).toContain('avertissement BAR503');
        expect(out).toContain('« rien »');
    });

    it('a variant that changes no note of the period is called out by rejouer, in the terminal and in the report', async () => {
        const { code, err, out } = await replay('--variante', 'famille_relevée');
        expect(code).toBe(1);
        expect(err).toContain('avertissement BAR830');
        expect(out).toContain('ne change rien');
        expect(readFileSync(join(place.folder, 'rapport/rapport.html'), 'utf8')).toContain('ne change rien');
    });
});

describe('data that cannot be read end the replay with 1, and nothing is written', () => {
    const cases: readonly (readonly [name: string, spoil: () => void, code: string, words: string])[] = [
        [
            'wrong columns',
            () => edit('mini/territoire/demandes.csv', (text) => text.replace('identifiant;dépôt', 'numero;depot_le')),
            'BAR706',
            '« identifiant »',
        ],
        ['an empty file', () => put('mini/territoire/demandes.csv', ''), 'BAR705', 'demandes.csv'],
        ['a binary file', () => put('mini/territoire/logements.csv', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), 'BAR704', 'logements.csv'],
        ['zero demands', () => edit('mini/territoire/demandes.csv', (text) => `${text.split('\n')[0] ?? ''}\n`), 'BAR814', 'aucune demande'],
        ['zero lettings', () => edit('mini/territoire/logements.csv', (text) => `${text.split('\n')[0] ?? ''}\n`), 'BAR815', 'du 01/01/2024 au 31/12/2024'],
        ['a manifest that is not JSON', () => put('mini/territoire/territoire.json', '{'), 'BAR701', 'territoire.json'],
        [
            'a manifest without an assumption',
            () => edit('mini/territoire/territoire.json', (text) => text.replace('"suivi": "1",', '')),
            'BAR702',
            'hypothèses.suivi',
        ],
        [
            'a file that is not there',
            () => edit('mini/territoire/territoire.json', (text) => text.replace('logements.csv', 'absents.csv')),
            'BAR703',
            'absents.csv',
        ],
        [
            'synthetic rows in a territory said to be real',
            () => edit('mini/territoire/territoire.json', (text) => text.replace('"synthétique": true', '"synthétique": false')),
            'BAR725',
            'synthétique',
        ],
        [
            'social-security numbers',
            () => edit('mini/territoire/demandes.csv', (text) => text.replace(';synthétique', ';nir;synthétique').replace(/;oui$/gm, ';185057800608436;oui')),
            'BAR710',
            '« nir »',
        ],
    ];

    it.each(cases)('%s', async (_, spoil, code, words) => {
        spoil();
        const ended = await replay();
        expect(ended).toMatchObject({ code: 1, out: '' });
        expect(ended.err).toContain(`erreur ${code}`);
        expect(ended.err).toContain(words);
        expect(ended.err).not.toContain('185057800608436');
        expectNothingWritten();
    });

    it('a territory that leads outside its folder is refused', async () => {
        put('secret.csv', 'identifiant\nD01\n');
        edit('mini/territoire/territoire.json', (text) => text.replace('"demandes.csv"', '"../../secret.csv"'));
        const { code, err } = await replay();
        expect(code).toBe(1);
        expect(err).toMatch(/BAR702|BAR915/);
        expect(existsSync(join(place.folder, 'rapport'))).toBe(false);
    });

    it('a folder without territory is a misuse', async () => {
        const ended = await place.bareme('rejouer', 'mini', '--territoire', 'absent', '--sortie', 'rapport');
        expect(ended).toMatchObject({ code: 2, out: '' });
        expect(ended.err).toContain('« absent/territoire.json » n’a pas pu être lu : il n’existe pas.');
        expectNothingWritten();
    });
});

describe('cells that cannot be read are told one by one; the row stays, the replay goes on and ends with 1', () => {
    const cases: readonly (readonly [name: string, from: string, to: string, words: string])[] = [
        ['31/02/2024', 'D07;2024-02-29', 'D07;2024-02-31', 'ce jour n’existe pas dans le calendrier'],
        ['a negative income', ';900;T2', ';-900;T2', 'un montant ne peut pas être négatif'],
        ['a word for a number', ';1100;', ';mille;', 'ce n’est pas un nombre'],
        ['an unknown situation', ';locataire;1500', ';propriétaire;1500', 'n’est pas de celles que le vocabulaire déclare'],
    ];

    it.each(cases)('%s', async (_, from, to, words) => {
        edit('mini/territoire/demandes.csv', (text) => text.replace(from, to));
        const { code, err } = await replay();
        expect(code).toBe(1);
        expect(err).toContain('erreur BAR718');
        expect(err).toContain(words);
        expect(err).toMatch(/demandes\.csv, ligne de données \d+, colonne « /);
        expect(err, 'no value of a row in a message').not.toMatch(/-900|mille|propriétaire|02-31/);
        expect(report().volumes.vacancies).toBe(4);
        const notes = await place.bareme('noter', 'mini', '--territoire', 'mini/territoire', '--date', '15/03/2024', '--silencieux');
        expect(notes.out.trim().split('\r\n')).toHaveLength(13);
    });

    it('a demand without household size is told, and still scored', async () => {
        edit('mini/territoire/demandes.csv', (text) => text.replace('oui;2;hébergé;900', 'oui;;hébergé;900'));
        const { code, err } = await replay();
        expect(code).toBe(1);
        expect(report().volumes.demands).toBe(12);
        const notes = await place.bareme('noter', 'mini', '--territoire', 'mini/territoire', '--date', '15/03/2024', '--silencieux');
        expect(notes.out).toContain('D02;oui;mini 1;grille;incomplète;;51;56;');
        expect(notes.out).toContain(';personnes;');
        expect(err).toContain('erreur BAR719');
        expect(err).toContain('demandes.csv, ligne de données 2, colonne « personnes »');
    });

    it('a letting whose typology no one wants ends without candidate, and is counted', async () => {
        edit('mini/territoire/demandes.csv', (text) => text.replace(/T2\|T3|T1\|T2|T3/g, 'T1'));
        const { code, out } = await replay();
        expect(code).toBe(0);
        expect(out).toMatch(/Règles en vigueur +\d+ baux? signés? +0 sans preneur +1 sans candidat/);
        expect(report().ledger.find(({ dwelling }) => dwelling === 'L2')?.end).toBe('without-candidate');
    });

    it('a row without identifier is refused and told; the others stay', async () => {
        edit('mini/territoire/demandes.csv', (text) => text.replace('D07;', ';'));
        const { code, err } = await replay();
        expect(code).toBe(1);
        expect(err).toContain('erreur BAR715');
        expect(report().volumes.demands).toBe(11);
    });
});
