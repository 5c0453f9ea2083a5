import { describe, expect, it } from 'vitest';
import { RECEIPT_VERSION, type Receipt } from '@bareme/language/replay';
import { differencesOf, foreignVersion, receiptLines } from '../../cli/src/replay-run/receipt-words.js';

const RECEIPT: Receipt = {
    receiptVersion: RECEIPT_VERSION,
    inputs: {
        engineVersion: '0.1.0',
        ruleSets: ['en-vigueur'],
        policies: [{ path: 'p.bareme', sha256: 'a' }],
        data: [{ path: 'demandes.csv', sha256: 'b' }],
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
        mode: 'vivier',
        window: { from: 19_723, to: 20_088 },
        seed: 7,
        random: 'philox4x32-10',
    },
    inputsSha256: 'entrées',
    resultSha256: 'résultat',
};

/** The receipt read back from its file, with other inputs. */
const earlier = (inputs: object, more: object = { inputsSha256: 'autres' }): unknown =>
    JSON.parse(JSON.stringify({ ...RECEIPT, inputs: { ...RECEIPT.inputs, ...inputs }, ...more }));

describe('what differs between two receipts', () => {
    it.each([
        ['nothing', earlier({}, {}), []],
        ['the order of the members', earlier({ window: { to: 20_088, from: 19_723 } }, {}), []],
        ['the seed', earlier({ seed: 8 }), ['la graine']],
        ['a file of the policy', earlier({ policies: [{ path: 'p.bareme', sha256: 'z' }] }), ['les fichiers de la politique (p.bareme)']],
        ['a file more', earlier({ data: [] }), ['les données (demandes.csv)']],
        ['the window and the mode', earlier({ window: { from: 1, to: 2 }, mode: 'constat' }), ['le mode', 'la période']],
        ['an assumption', earlier({ assumptions: { acceptance: '1/3' } }), ['les hypothèses']],
        ['the version', earlier({ engineVersion: '0.2.0' }), ['la version de Barème']],
        ['the result alone', earlier({}, { resultSha256: 'autre' }), ['le résultat']],
        ['files that are no list', earlier({ policies: 'x', data: [null, 3] }), ['les fichiers de la politique (p.bareme)', 'les données (demandes.csv)']],
    ])('%s', (_, other, differences) => expect(differencesOf(RECEIPT, other)).toEqual(differences));

    it.each([
        [null],
        ['texte'],
        [12],
        [[]],
        [{}],
        [{ inputs: null, inputsSha256: 'a', resultSha256: 'b' }],
        [{ inputs: {}, inputsSha256: 1, resultSha256: 'b' }],
    ])('%j is no receipt', (value) => expect(differencesOf(RECEIPT, value)).toBeUndefined());

    it.each([
        ['an older one', { ...RECEIPT, receiptVersion: '0.9' }, '0.9'],
        ['one without version', { ...RECEIPT, receiptVersion: undefined }, '?'],
        ['one of this version', RECEIPT, undefined],
        ['what is no receipt', { receiptVersion: '0.9' }, undefined],
    ])('%s: the version that is not compared', (_, value, version) => expect(foreignVersion(value)).toBe(version));

    it('its lines name every file with its hash', () => {
        const lines = receiptLines(RECEIPT).map(({ what, value }) => `${what} ${value}`);
        expect(lines).toContain('Politique : p.bareme a');
        expect(lines).toContain('Données : demandes.csv b');
        expect(lines).toContain('Mode, période, graine vivier, du 2024-01-01 au 2024-12-31, graine 7, philox4x32-10');
    });
});
