import { absurd, formatIso } from '@bareme/language/ir';
import type { LedgerRow, ReplayReport } from '@bareme/language/replay';
import { exactCell } from '../french.js';
import { endText } from '../html-report/sections/ledger-extract.js';
import { causeText } from '../html-report/sections/moves.js';
import { csvText, type CsvCell } from '../output/csv.js';
import { reasonText } from '../step-notes.fr.js';

/** The columns of `registre.csv`, in order. */
export const LEDGER_HEADER = [
    'logement',
    'libéré_le',
    'commune',
    'typologie',
    'réservataire',
    'règles',
    'route',
    'titulaire',
    'issue',
    'vivier',
    'première_par_les_règles',
    'note_première',
    'note_seconde',
    'départagée_par',
    'logée',
    'note_logée',
    'propositions',
    'tours',
    'examinées',
    'non_attributions',
    'bail_le',
    'première_changée_par',
    'clause',
    'écart_en_points',
    'enregistrée',
    'rang_de_l_enregistrée',
    'signalements',
    'synthétique',
] as const;

/** `registre.csv`: one row per vacancy and rule set. « Logée » is what the run supposes, never an attribution. */
export function ledgerCsv({ ledger, territory }: ReplayReport): string {
    const synthetic = territory.synthetic ? 'oui' : 'non';
    return csvText(
        LEDGER_HEADER,
        ledger.map((row) => [...cellsOf(row), synthetic]),
    );
}

function cellsOf(row: LedgerRow): readonly CsvCell[] {
    const { moved } = row;
    return [
        row.dwelling,
        formatIso(row.released),
        row.commune,
        row.typology,
        row.reservee,
        row.ruleSet,
        row.route,
        row.heldBy,
        endText(row.end),
        row.pool,
        row.first,
        optionalNumber(row.firstNote),
        optionalNumber(row.secondNote),
        decidedText(row.decidedBy),
        row.housed,
        optionalNumber(row.housedNote),
        row.offers,
        row.rounds,
        row.examined,
        row.notAllotted,
        row.leaseDay === undefined ? undefined : formatIso(row.leaseDay),
        moved === undefined ? undefined : causeText(moved),
        moved?.clause,
        optionalNumber(moved?.points),
        row.recorded,
        row.recordedRank,
        row.flags.map(reasonText).join(' | '),
    ];
}

function optionalNumber(value: string | undefined): CsvCell {
    return value === undefined ? undefined : exactCell(value);
}

function decidedText(decidedBy: LedgerRow['decidedBy']): string {
    switch (decidedBy) {
        case 'note':
            return 'note';
        case 'tie-break':
            return 'départage';
        case 'draw':
            return 'tirage';
        case 'category':
            return 'catégorie';
        case 'route':
            return 'hors classement';
        case 'none':
            return '';
        default:
            return absurd(decidedBy);
    }
}
