import type { ReplayReport, RuleSetInput } from '@bareme/language/replay';
import { tellComparison, type Block, type Table, type TableRow } from '@bareme/language/telling';
import { dayText, integerText, plural } from '../french.js';
import type { ReportWords } from '../html-report/figures/report-words.js';
import { viewOf, type ReportView } from '../html-report/figures/view.js';

/** What a summary is made of: what the page is. */
export interface Summarised {
    readonly report: ReplayReport;
    readonly ruleSets: readonly RuleSetInput[];
    readonly words: ReportWords;
}

/** What `rejouer` prints: the first screen of the page, in the same words and as protected, all draws together; commitments of each landlord beside the others. */
export function summaryText({ report, ruleSets, words }: Summarised): string {
    const { first, parts } = tellComparison({ report, ruleSets, words });
    const byLandlord = parts.filter(({ id }) => id === 'objective-parts' || id === 'objective-places');
    const blocks = first.flatMap((block) => (block.id === 'objectives' ? [block, ...byLandlord] : [block]));
    return `${[...heading(report), ...blocks.flatMap(blockLines), ...leaseLines(viewOf(report))].join('\n')}\n`;
}

function heading({ territory, mode, volumes }: ReplayReport): readonly string[] {
    return [
        `Rejeu de ${territory.name}, du ${dayText(territory.from)} au ${dayText(territory.to)}, mode ${mode}`,
        ...(territory.synthetic ? ['Données synthétiques — territoire fictif'] : []),
        `${plural(volumes.vacancies, 'logement libéré', 'logements libérés')}, ${plural(volumes.demands, 'demande', 'demandes')}. Les règles classent ; la commission décide.`,
    ];
}

/** The finding, its sentences, then its table as lines; a chart says what its table says. */
function blockLines({ title, statements, exhibits }: Block): readonly string[] {
    const tables = exhibits.filter((exhibit): exhibit is Table => exhibit.kind === 'table');
    return ['', title, ...statements.map(({ text }) => `  ${text}`), ...tables.flatMap(tableLines)];
}

/** Rows of the same name under it, once; then what each column says that is not left out where there is little room. */
function tableLines({ columns, rows }: Table): readonly string[] {
    const shown = [...columns.entries()].filter(([place, { minor }]) => place > 0 && minor !== true);
    const width = Math.max(...shown.map(([, { title }]) => title.length));
    return rows.flatMap((row, place) => {
        const [name] = row.cells;
        const isNew = name?.text !== rows[place - 1]?.cells[0]?.text || row.group !== rows[place - 1]?.group;
        const only = shown.length === 1 ? shown[0] : undefined;
        if (only !== undefined) return [`  ${headOf(row)} : ${row.cells[only[0]]?.text ?? ''}`];
        return [
            ...(isNew ? [`  ${headOf(row)}`] : []),
            ...shown.map(([column, { title }]) => `    ${title.padEnd(width)}  ${row.cells[column]?.text ?? ''}`.trimEnd()),
        ];
    });
}

function headOf({ cells: [name], group }: TableRow): string {
    const text = name?.text ?? '';
    return group === undefined || group === text ? text : `${group}, ${text}`;
}

function leaseLines({ report, label }: ReportView): readonly string[] {
    if (report.volumes.leases.length === 0) return [];
    const rows = report.volumes.leases.map(({ ruleSet, signed, withoutTaker, withoutCandidate }) => [
        label(ruleSet),
        plural(signed, 'bail signé', 'baux signés'),
        `${integerText(withoutTaker)} sans preneur`,
        `${integerText(withoutCandidate)} sans candidat`,
    ]);
    return ['', 'Logements', ...table(rows)];
}

/** Rows of cells, each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
