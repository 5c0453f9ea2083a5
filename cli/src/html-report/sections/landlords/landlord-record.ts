import { HISTORY, type LedgerRow } from '@bareme/language/replay';
import { integerText, percentText } from '../../../french.js';
import type { Markup } from '../../drawing/markup.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { quartilesOf } from '../../figures/words.js';

/** What the data say of a landlord's vacancies: days without a lease, and choices that the ranking does not explain by itself. */
export function landlordRecordTable(view: ReportView, landlord: string): Markup {
    const rows = recordRowsOf(view).filter((row) => row.landlord === landlord);
    const ranks = view.report.ledger.flatMap((row) => (row.landlord === landlord ? (row.recordedRank ?? []) : []));
    return dataTable({
        caption: 'Ce que rapportent les données',
        columns: [
            { title: 'Mesure' },
            { title: 'Logements', numeric: true },
            { title: 'Un quart au plus', numeric: true },
            { title: 'La moitié au plus', numeric: true },
            { title: 'Trois quarts au plus', numeric: true },
        ],
        rows: [
            ['Logements libérés', integerText(rows.length), '', '', ''],
            ['Baux signés', integerText(rows.filter(({ leaseDay }) => leaseDay !== undefined).length), '', '', ''],
            spreadRow('Jours de vacance, de la libération au bail', vacancyDays(rows), 'jours'),
            spreadRow('Rang, par les règles en vigueur, du premier choix de la commission', ranks, ''),
            ['dont classé premier', shareOf(ranks, (rank) => rank === 1), '', '', ''],
            ['dont écart au classement', shareOf(ranks, (rank) => rank > 1), '', '', ''],
        ],
    });
}

/** The record, vacancy by vacancy: beside the run, or alone in mode constat. */
export function recordRowsOf({ report }: ReportView): readonly LedgerRow[] {
    return report.recordLedger ?? report.ledger.filter(({ ruleSet }) => ruleSet === HISTORY);
}

/** Days from the release to the recorded lease; a lease dated before the release tells nothing. */
function vacancyDays(rows: readonly LedgerRow[]): readonly number[] {
    return rows.flatMap(({ leaseDay, released }) => (leaseDay === undefined || leaseDay < released ? [] : [leaseDay - released]));
}

function spreadRow(title: string, values: readonly number[], unit: string): readonly string[] {
    const quartiles = values.length < SMALLEST_CELL ? undefined : quartilesOf(values);
    const text = (value: number): string => `${integerText(value)}${unit === '' ? '' : ` ${unit}`}`;
    return [title, integerText(values.length), ...(quartiles === undefined ? ['—', '—', '—'] : quartiles.map(text))];
}

function shareOf(values: readonly number[], test: (value: number) => boolean): string {
    const count = values.filter(test).length;
    return `${integerText(count)} (${percentText(count, values.length)})`;
}
