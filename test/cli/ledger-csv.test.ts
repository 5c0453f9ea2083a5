import { describe, expect, it } from 'vitest';
import { HISTORY, type LedgerRow } from '@bareme/language/replay';
import { ledgerCsv } from '../../cli/src/replay-run/ledger-csv.js';
import { sampleReport } from './fixtures/report.js';

/** The cells of each row, by column. */
function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
    const [header = [], ...rows] = csv
        .slice(1)
        .trim()
        .split('\r\n')
        .map((line) => line.split(';'));
    return rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])));
}

describe('registre-interne.csv', () => {
    const report = sampleReport();
    const marks = {
        objectives: { q1_hors_qpv: 'by-default' },
        imputations: { dalo: '' },
        signals: ['effort_lourd'],
        unproved: ['handicap', 'statut_dalo'],
    } as const;
    const [first] = report.ledger as readonly [LedgerRow, ...LedgerRow[]];
    const record: LedgerRow = {
        ...first,
        ruleSet: HISTORY,
        end: 'recorded',
        account: 'etat_habitat',
        marks: { objectives: { q1_hors_qpv: 'missed' }, imputations: { dalo: 'état' }, signals: [], unproved: [] },
    };
    const rows = rowsOf(ledgerCsv({ ...report, ledger: [{ ...first, account: '', marks }], recordLedger: [record] }));

    it('has a row for the record, the landlord, and whose account received the dwelling', () => {
        expect(rows.map((row) => [row['règles'], row['bailleur'], row['reçu_par'], row['issue']])).toEqual([
            ['en-vigueur', 'valmont_habitat', 'part non réservée', 'bail signé'],
            [HISTORY, 'valmont_habitat', 'etat_habitat', 'comme dans les données'],
        ]);
    });

    it('says in words what each lease weighs in each objective and imputation', () => {
        expect(rows.map((row) => [row['objectif q1_hors_qpv'], row['imputation dalo'], row['synthétique']])).toEqual([
            ['atteint à défaut', 'inconnue', 'oui'],
            ['manqué', 'état', 'oui'],
        ]);
    });

    it('names what the policy signals and the proofs to ask for', () => {
        expect(rows.map((row) => [row['la_politique_signale'], row['pièces_à_vérifier']])).toEqual([
            ['effort_lourd', 'handicap | statut_dalo'],
            ['', ''],
        ]);
    });
});
