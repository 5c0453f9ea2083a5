import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../language/src/data/manifest.js';
import schema from '../../../language/docs/schemas/territoire.schema.json' with { type: 'json' };
import { ASSUMPTIONS, MANIFEST } from './fixture.js';

const matchesSchema = new Ajv({ strict: true }).compile(schema);

function faultsOf(content: unknown): readonly string[] {
    return readManifest(JSON.stringify(content)).findings.map(({ code, params }) => {
        const { path, problem, expected, nearest } = { path: '', problem: '', expected: '', nearest: [], ...params };
        return [code, path, problem, expected, ...nearest].filter((part) => part !== '').join(' ');
    });
}

function without(name: string, from: object): object {
    return Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
}

describe('territoire.json', () => {
    it('says whose data, over which days, in which files, and what is supposed', () => {
        expect(readManifest(JSON.stringify(MANIFEST))).toEqual({
            findings: [],
            manifest: {
                name: 'Essai',
                synthetic: false,
                notices: ['Territoire fictif.'],
                window: { from: 19723, to: 20088 },
                files: new Map([
                    ['demandes', 'demandes.csv'],
                    ['logements', 'logements.csv'],
                ]),
                assumptions: {
                    acceptance: '1/2',
                    legitimateRefusal: '1/5',
                    monthlyExit: '1/50',
                    followRate: '1',
                    candidatesPerRound: 3,
                    rounds: 5,
                    designationDelay: 0,
                    examinationDelay: 30,
                    leaseDelay: 45,
                    supply: 'figée',
                    orientation: 'enregistré',
                },
            },
        });
        expect(matchesSchema(MANIFEST)).toBe(true);
    });

    it('is read with a mark at its start', () => {
        expect(readManifest(`\uFEFF${JSON.stringify(MANIFEST)}`).findings).toEqual([]);
    });

    it.each(['', '{', 'nom: Essai', '{"nom":"Essai",}'])('that is not JSON: « %s »', (text) => {
        expect(readManifest(text).findings).toEqual([{ code: 'BAR701', severity: 'error', file: 'territoire.json', params: {} }]);
    });

    const assumed = (change: object): object => ({ ...MANIFEST, hypothèses: { ...ASSUMPTIONS, ...change } });

    it.each([
        ['a list', [], ['BAR702 wrong-type object']],
        ['another format', { ...MANIFEST, format: 'autre' }, ['BAR702 format wrong-value choice']],
        ['a later version', { ...MANIFEST, version: 2 }, ['BAR702 version wrong-value choice']],
        ['no name', without('nom', MANIFEST), ['BAR702 nom missing text']],
        ['an empty name', { ...MANIFEST, nom: ' ' }, ['BAR702 nom wrong-value text']],
        ['a name that is a number', { ...MANIFEST, nom: 3 }, ['BAR702 nom wrong-type text']],
        ['« synthétique » in words', { ...MANIFEST, synthétique: 'oui' }, ['BAR702 synthétique wrong-type boolean']],
        ['a notice that is a number', { ...MANIFEST, avertissements: ['a', 2] }, ['BAR702 avertissements[1] wrong-type text']],
        ['a misspelt member', { ...MANIFEST, hypothéses: 1 }, ['BAR702 hypothéses unknown nothing hypothèses']],
        ['a member named __proto__', JSON.parse(`${JSON.stringify(MANIFEST).slice(0, -1)},"__proto__":1}`), ['BAR702 __proto__ unknown nothing']],
        ['a day that does not exist', { ...MANIFEST, période: { du: '2024-02-31', au: '2024-12-31' } }, ['BAR702 période.du wrong-value date']],
        ['a French day', { ...MANIFEST, période: { du: '01/01/2024', au: '2024-12-31' } }, ['BAR702 période.du wrong-value date']],
        ['a window backwards', { ...MANIFEST, période: { du: '2024-12-31', au: '2024-01-01' } }, ['BAR702 période.au wrong-value date']],
        [
            'a path out of the folder',
            { ...MANIFEST, fichiers: { demandes: '../d.csv', logements: 'l.csv' } },
            ['BAR702 fichiers.demandes wrong-value file-name'],
        ],
        [
            'a path of another system',
            { ...MANIFEST, fichiers: { demandes: 'C:d.csv', logements: 'l.csv' } },
            ['BAR702 fichiers.demandes wrong-value file-name'],
        ],
        ['no assumption', without('hypothèses', MANIFEST), ['BAR702 hypothèses missing object']],
        ['an assumption left out', { ...MANIFEST, hypothèses: without('tours', ASSUMPTIONS) }, ['BAR702 hypothèses.tours missing integer']],
        ['a probability above one', assumed({ acceptation: '3/2' }), ['BAR702 hypothèses.acceptation wrong-value fraction']],
        ['a probability as a float', assumed({ acceptation: 0.5 }), ['BAR702 hypothèses.acceptation wrong-type fraction']],
        ['a probability with a comma', assumed({ suivi: '0,5' }), ['BAR702 hypothèses.suivi wrong-value fraction']],
        ['a denominator of zero', assumed({ suivi: '1/0' }), ['BAR702 hypothèses.suivi wrong-value fraction']],
        ['no candidate at all', assumed({ candidats_par_tour: 0 }), ['BAR702 hypothèses.candidats_par_tour wrong-value integer']],
        ['half a round', assumed({ tours: 1.5 }), ['BAR702 hypothèses.tours wrong-type integer']],
        ['a delay before the release', assumed({ délai_bail: -1 }), ['BAR702 hypothèses.délai_bail wrong-value integer']],
        ['an unknown kind of supply', assumed({ offre: 'infinie' }), ['BAR702 hypothèses.offre wrong-value choice']],
    ])('with %s is refused, and says where', (_, content, expected) => {
        expect(readManifest(JSON.stringify(content)).manifest).toBeUndefined();
        expect(faultsOf(content)).toEqual(expected);
    });

    it('is refused by the published schema whenever our reader refuses it, but for what a schema cannot say', () => {
        const beyondSchema = new Set([
            'BAR702 période.du wrong-value date',
            'BAR702 période.au wrong-value date',
            'BAR702 hypothèses.acceptation wrong-value fraction',
        ]);
        const contents: readonly unknown[] = [
            MANIFEST,
            [],
            without('nom', MANIFEST),
            { ...MANIFEST, nom: ' ' },
            { ...MANIFEST, autre: 1 },
            { ...MANIFEST, fichiers: { demandes: '../d.csv' } },
            { ...MANIFEST, fichiers: { demandes: '.d.csv' } },
            { ...MANIFEST, période: { du: '2024-02-31', au: '2024-12-31' } },
            ...['0', '1', '1/2', '3/2', '1/0', '0,5', '', '01', '1/10000000000'].map((acceptation) => assumed({ acceptation })),
            ...[0, 1, 3, 1000, 1001, 1.5, '3'].map((tours) => assumed({ tours })),
            ...['figée', 'chaînes', 'infinie'].map((offre) => assumed({ offre })),
        ];
        const disagreements = contents.filter((content) => {
            const faults = faultsOf(content).filter((fault) => !beyondSchema.has(fault) || !matchesSchema(content));
            return matchesSchema(content) !== (faults.length === 0);
        });
        expect(disagreements).toEqual([]);
    });
});
