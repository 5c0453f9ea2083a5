import { describe, expect, it } from 'vitest';
import { OWN_FORM, valueClassOf, type CellForm } from '../../../language/src/data/cell.js';
import { decimalMarkOf } from '../../../language/src/data/number-cell.js';
import { cellReader } from '../../../language/src/data/read-cell.js';
import { smallVocabulary } from './fixture.js';

const { facts, enumerations } = smallVocabulary();

/** What a cell of a demand's fact says, in short: the value, the absence, or the reason of the refusal. */
function read(name: string, text: string, form: Partial<CellForm> = {}): string {
    const fact = facts.find((candidate) => candidate.owner === 'demande' && candidate.name === name);
    if (fact === undefined) throw new Error(`no fact ${name}`);
    const cell = cellReader(fact, { ...OWN_FORM, ...form }, enumerations)(text);
    switch (cell.kind) {
        case 'refused':
            return `refused ${cell.reason}${cell.low === undefined ? '' : ` [${cell.low}, ${cell.high ?? ''}]`}`;
        case 'number':
        case 'word':
            return cell.value;
        case 'boolean':
            return String(cell.value);
        case 'date':
            return `day ${cell.day}`;
        case 'duration':
            return `${cell.amount} ${cell.unit}`;
        case 'set':
            return `{${cell.values.join(' ')}}`;
        default:
            return cell.kind;
    }
}

const DOT: Partial<CellForm> = { decimal: '.' };

describe('what a cell says', () => {
    it.each([
        // 1970-01-01 is day 0, so 2024-01-01 is 54 years later: 54 × 365 + 13 leap days = 19,723.
        ['dépôt', '01/01/2024', 'day 19723'],
        ['dépôt', '2024-01-01', 'day 19723'],
        ['dépôt', '29/02/2024', 'day 19782'],
        ['dépôt', '31/02/2024', 'refused impossible-date'],
        ['dépôt', '29/02/2023', 'refused impossible-date'],
        ['dépôt', '2024-13-01', 'refused impossible-date'],
        ['dépôt', '1/3/2024', 'refused not-a-date'],
        ['dépôt', '45292', 'refused not-a-date'],
        ['dépôt', '01/03/24', 'refused not-a-date'],
        ['dépôt', '2024-01-01T00:00', 'refused date-with-time'],
        ['dépôt', '01/01/0024', 'refused implausible-year'],
        ['dépôt', '01/01/2101', 'refused implausible-year'],
        ['dépôt', '', 'missing'],
        ['dépôt', 'NONDOC', 'missing'],
        ['dépôt', 'Non renseigné', 'missing'],
        ['dépôt', 'sans objet', 'not-applicable'],
        ['personnes', '3', '3'],
        ['personnes', '3,0', '3'],
        ['personnes', '2,5', 'refused not-an-integer'],
        ['personnes', '0', 'refused below-minimum [1, 20]'],
        ['personnes', '21', 'refused above-maximum [1, 20]'],
        ['personnes', 'trois', 'refused not-a-number'],
        ['personnes', '3.0', 'refused other-decimal-mark'],
        // Money: euros become cents.
        ['ressources', '1234,56', '123456'],
        ['ressources', '1 234,56', '123456'],
        ['ressources', '1\u00A0234,5 €', '123450'],
        ['ressources', '1\u202F234€', '123400'],
        ['ressources', '0', '0'],
        ['ressources', '-1', 'refused negative-amount'],
        ['ressources', '−0,01', 'refused negative-amount'],
        ['ressources', '1 00', 'refused not-a-number'],
        ['ressources', '1234,567', 'refused too-many-decimals'],
        ['ressources', '1234.56', 'refused other-decimal-mark'],
        ['ressources', '1E+5', 'refused scientific-notation'],
        ['ressources', '12 %', 'refused not-a-number'],
        ['ressources', '90071992547410,00', 'refused above-maximum [0 €, 90\u202F071\u202F992\u202F547\u202F409,91 €]'],
        ['effort', '33,3 %', '333/1000'],
        ['effort', '0,333', '333/1000'],
        ['effort', '33,33333 %', 'refused too-many-decimals'],
        ['poids', '1,25', '5/4'],
        ['poids', '-1,2', '-6/5'],
        ['poids', '1,255', 'refused ambiguous-thousands'],
        ['handicap', 'oui', 'true'],
        ['handicap', 'OUI', 'true'],
        ['handicap', 'Non', 'false'],
        ['handicap', '1', 'true'],
        ['handicap', '0', 'false'],
        ['handicap', 'true', 'true'],
        ['handicap', 'FAUX', 'false'],
        ['handicap', 'peut-être', 'refused not-yes-no'],
        ['handicap', 'NONDOC', 'missing'],
        // « NON » is a value of Statut before it is a way to say no.
        ['statut', 'NON', 'NON'],
        ['statut', 'Actif', 'ACTIF'],
        ['statut', 'CADUC', 'refused unknown-value'],
        ['statut', 'NONDOC', 'missing'],
        ['statut', 'NON|ACTIF', 'refused several-values'],
        ['situations', 'SD', '{sans_abri}'],
        ['situations', 'sans_abri | CPE', '{sans_abri chez_parents}'],
        ['situations', "Loge a l'hotel", '{hôtel}'],
        ['situations', 'SD|SD||CPE', '{sans_abri chez_parents}'],
        ['situations', 'SD|inconnue', 'refused unknown-value'],
        ['situations', 'aucune', '{}'],
        ['situations', '', 'missing'],
        ['communes', '99001|99002', '{99001 99002}'],
        ['communes', '01004', '{01004}'],
        ['communes', 'sans objet', 'not-applicable'],
        ['communes', '1,1E+04', 'refused scientific-notation'],
        ['identifiant', 'd1', 'd1'],
        ['identifiant', '1,11E+17', 'refused scientific-notation'],
        ['identifiant', 'a|b', 'refused several-values'],
        ['identifiant', 'a\u0007b', 'refused control-characters'],
        ['identifiant', 'x'.repeat(201), 'refused too-long'],
        ['remarque', 'ligne 1\nligne 2', 'ligne 1\nligne 2'],
        ['remarque', 'aucune', 'aucune'],
        ['séjour', '37 mois', '37 mois'],
        ['séjour', '2 ans', '2 ans'],
        ['séjour', '1 jour', '1 jours'],
        ['séjour', '37', 'refused not-a-number'],
    ])('%s: « %s » → %s', (fact, text, expected) => {
        expect(read(fact, text)).toBe(expected);
    });

    const written: readonly (readonly [fact: string, text: string, form: Partial<CellForm>, expected: string])[] = [
        ['ressources', '1234.56', DOT, '123456'],
        ['ressources', '1 234.5', DOT, '123450'],
        ['ressources', '1234,56', DOT, 'refused other-decimal-mark'],
        ['ressources', '1,234.56', DOT, 'refused ambiguous-thousands'],
        ['ressources', '12', { factor: { n: 100n, d: 1n } }, '120000'],
        ['effort', '333', { factor: { n: 1n, d: 1000n } }, '333/1000'],
        ['situations', 'SD/CPE', { split: '/' }, '{sans_abri chez_parents}'],
        ['communes', '', { empty: { kind: 'set', values: [] } }, '{}'],
        ['statut', '9', { codes: new Map([['9', { kind: 'not-applicable' }]]) }, 'not-applicable'],
        ['situations', 'x|SD', { codes: new Map([['x', { kind: 'word', value: 'hôtel' }]]) }, '{hôtel sans_abri}'],
        ['situations', 'x', { codes: new Map([['x', { kind: 'word', value: 'hôtel' }]]) }, '{hôtel}'],
        ['personnes', '99', { codes: new Map([['99', { kind: 'missing' }]]) }, 'missing'],
    ];

    it.each(written)('%s: « %s » with %o → %s', (fact, text, form, expected) => {
        expect(read(fact, text, form)).toBe(expected);
    });
});

describe('the decimal mark of a file', () => {
    it.each([
        [['12', '1 200'], undefined],
        [['12,5', '12.5'], ','],
        [['12', '12.5'], '.'],
        [['12.5 €'], '.'],
        [['01.02.2024'], undefined],
        [[], undefined],
    ])('%o → %s', (texts, mark) => {
        expect(decimalMarkOf(texts)).toBe(mark);
    });
});

describe('the class of a refused text says nothing of the text itself', () => {
    it.each([
        ['12', 'number'],
        ['1 200,50 €', 'number'],
        ['-3', 'negative-number'],
        ['31/02/2024', 'date'],
        ['2024-02-31', 'date'],
        ['1,11E+17', 'scientific'],
        ['OUI', 'yes-no'],
        ['Dupont', 'text'],
        ['', 'text'],
    ])('%s → %s', (text, expected) => {
        expect(valueClassOf(text)).toBe(expected);
    });
});
