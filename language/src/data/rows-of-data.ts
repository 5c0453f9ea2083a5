import { IDENTIFYING_ROLES } from './fact-rows.js';
import { finding, type DataFinding } from './finding.js';
import { keptRowsOf, type CsvFile } from './csv/read-csv.js';
import type { PlannedField } from './table-plan.js';
import { foldedText } from './words-of-enumeration.js';

/** Words that stand where an identifier would in the last rows of a spreadsheet: they sum up the rows above them. */
const SUMMARIES: ReadonlySet<string> = new Set(['total', 'totaux', 'total general', 'sous-total', 'sous total', 'somme', 'moyenne', 'ensemble']);

/** A file without its rows that are no data: titles written again, totals. Each is refused, counted, and told (BAR738). */
export function rowsOfData(csv: CsvFile, fields: readonly PlannedField[]): { readonly csv: CsvFile; readonly findings: readonly DataFinding[] } {
    const refused = new Set<number>();
    for (const { fact, source } of fields) {
        if (source.kind !== 'column' || !IDENTIFYING_ROLES.has(fact.role)) continue;
        const column = csv.columns[source.index];
        const title = foldedText(csv.header[source.index] ?? '');
        const isNoData = column?.texts.map((text) => SUMMARIES.has(foldedText(text).replace(/ *:$/, '')) || (text !== '' && foldedText(text) === title));
        if (column === undefined || isNoData === undefined || !isNoData.includes(true)) continue;
        column.cells.forEach((text, row) => isNoData[text] && refused.add(row));
    }
    if (refused.size === 0) return { csv, findings: [] };
    const findings = [...refused].sort((a, b) => a - b).map((row) => finding('BAR738', { file: csv.file, row: csv.rowNumbers[row]! }, {}));
    const kept = keptRowsOf(csv, (row) => !refused.has(row));
    return { csv: { ...kept, refused: csv.refused + refused.size }, findings };
}
