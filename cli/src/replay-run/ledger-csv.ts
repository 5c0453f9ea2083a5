import { absurd, formatIso } from '@bareme/language/ir';
import { HISTORY, type LedgerRow, type ReplayReport } from '@bareme/language/replay';
import { exactCell } from '../french.js';
import { imputationColumn, LEASE_MARKS, objectiveColumn, UNRESERVED } from '../ledger-words.fr.js';
import { endText } from '../html-report/sections/everyone/ledger-extract.js';
import { causeText } from '../html-report/figures/cause-words.js';
import { csvText, type CsvCell, type SheetTable } from '../output/csv.js';
import { reasonText } from '../step-notes.fr.js';

/** The columns of `registre-interne.csv`, in order; those of the policy's objectives and imputations come before the last one. */
export const LEDGER_HEADER = [
    'logement',
    'libéré_le',
    'commune',
    'typologie',
    'bailleur',
    'réservataire',
    'règles',
    'route',
    'titulaire',
    'reçu_par',
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
    'attente_en_mois',
    'première_changée_par',
    'clause',
    'écart_en_points',
    'enregistrée',
    'rang_de_l_enregistrée',
    'signalements',
    'la_politique_signale',
    'pièces_à_vérifier',
] as const;

/**
 * `registre-interne.csv`: one row per vacancy and rule set, then one for the record. « Logée » is what the run supposes, never an attribution.
 * A column for each objective and each imputation says what the lease weighs in it: counting its words gives the figures back.
 */
export function ledgerCsv(report: ReplayReport): string {
    const { header, rows } = ledgerTable(report);
    return csvText(header, rows);
}

/** The table of `registre-interne.csv`. */
export function ledgerTable({ ledger, recordLedger = [], objectives, imputations, territory }: ReplayReport): SheetTable {
    const synthetic = territory.synthetic ? 'oui' : 'non';
    const measured = [...new Set(objectives.map(({ objective }) => objective))];
    const imputed = [...new Set(imputations.map(({ imputation }) => imputation))];
    return {
        header: [...LEDGER_HEADER, ...measured.map(objectiveColumn), ...imputed.map(imputationColumn), 'synthétique'],
        rows: [...ledger, ...recordLedger].map((row) => [...cellsOf(row), ...marksOf(row, measured, imputed), synthetic]),
    };
}

function marksOf({ marks }: LedgerRow, objectives: readonly string[], imputations: readonly string[]): readonly CsvCell[] {
    const of = new Map(Object.entries(marks?.objectives ?? {}));
    const taken = new Map(Object.entries(marks?.imputations ?? {}));
    const mark = (objective: string): CsvCell => {
        const found = of.get(objective);
        return found === undefined ? undefined : LEASE_MARKS[found];
    };
    return [...objectives.map(mark), ...imputations.map((name) => (taken.get(name) === '' ? 'inconnue' : taken.get(name)))];
}

function cellsOf(row: LedgerRow): readonly CsvCell[] {
    const { moved } = row;
    const run = (count: number): CsvCell => (row.ruleSet === HISTORY ? undefined : count);
    return [
        row.dwelling,
        formatIso(row.released),
        row.commune,
        row.typology,
        row.landlord,
        row.reservee,
        row.ruleSet,
        row.route,
        row.heldBy,
        row.account === '' ? UNRESERVED : row.account,
        endText(row.end),
        run(row.pool),
        row.first,
        optionalNumber(row.firstNote),
        optionalNumber(row.secondNote),
        decidedText(row.decidedBy),
        row.housed,
        optionalNumber(row.housedNote),
        run(row.offers),
        run(row.rounds),
        run(row.examined),
        run(row.notAllotted),
        row.leaseDay === undefined ? undefined : formatIso(row.leaseDay),
        row.marks?.waited,
        moved === undefined ? undefined : causeText(moved),
        moved?.clause,
        optionalNumber(moved?.points),
        row.recorded,
        row.recordedRank,
        row.flags.map(reasonText).join(' | '),
        row.marks?.signals.join(' | '),
        row.marks?.unproved.join(' | '),
    ];
}

function optionalNumber(value: string | undefined): CsvCell {
    return value === undefined ? undefined : { exact: exactCell(value) };
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
