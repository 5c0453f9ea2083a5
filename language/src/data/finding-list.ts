import { finding, LISTED_FINDINGS, type DataCode, type DataFinding } from './finding.js';
import { compareText } from '../kit/text-order.js';

/** Findings after which a territory cannot be used: a file or a column that it cannot do without is not there, or cannot be trusted. */
const FATAL: ReadonlySet<DataCode> = new Set([
    'BAR701',
    'BAR702',
    'BAR703',
    'BAR704',
    'BAR705',
    'BAR706',
    'BAR709',
    'BAR710',
    'BAR712',
    'BAR724',
    'BAR725',
    'BAR735',
    'BAR736',
]);

/** Whether one of the findings keeps the whole from being read. */
export function isFatal({ code }: DataFinding): boolean {
    return FATAL.has(code);
}

/** Findings by file, row, column and code; of one kind in one column, the first 10,000 and the number of the others (BAR723). */
export function listFindings(findings: readonly DataFinding[]): readonly DataFinding[] {
    const sorted = findings.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a, b));
    const counts = new Map<string, { readonly item: DataFinding; count: number }>();
    const listed: DataFinding[] = [];
    for (const { item } of sorted) {
        const group = JSON.stringify([item.file, item.code, item.column ?? '', item.reason ?? '']);
        const seen = counts.get(group);
        if (seen === undefined) counts.set(group, { item, count: 1 });
        else seen.count += 1;
        if ((seen?.count ?? 1) <= LISTED_FINDINGS) listed.push(item);
    }
    for (const { item, count } of counts.values()) {
        if (count > LISTED_FINDINGS)
            listed.push({
                ...finding('BAR723', item.column === undefined ? { file: item.file } : { file: item.file, column: item.column }, {
                    code: item.code,
                    count: count - LISTED_FINDINGS,
                }),
                severity: item.severity,
            });
    }
    return listed;
}

interface Keyed {
    readonly item: DataFinding;
    readonly key: string;
}

function keyOf({ code, column, params }: DataFinding): string {
    return [code, column ?? '', JSON.stringify(params)].join('\u0000');
}

function compareKeys(a: Keyed, b: Keyed): number {
    return compareText(a.item.file, b.item.file) || (a.item.row ?? 0) - (b.item.row ?? 0) || compareText(a.key, b.key);
}
