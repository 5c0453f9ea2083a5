import { report, type Diagnostic, type ParamsOf } from '@bareme/language/diagnostics';
import type { DataCode, DataFinding, DataParams } from '@bareme/language/data';

/** Where a finding about data stands. */
type DataPlace = Pick<DataFinding, 'file' | 'row' | 'column' | 'reason' | 'valueClass'> & { readonly rows?: readonly number[] };

/** Every code of the data room has a wording that its findings fill: checked by the compiler. */
type Worded = { readonly [Code in DataCode]: DataPlace & DataParams[Code] extends ParamsOf<Code> ? Code : never }[DataCode];

/** A finding about data, in words. It keeps the severity that the reader of the files gave it. */
export function dataDiagnostic(finding: DataFinding): Diagnostic {
    return worded(finding, []);
}

function worded(finding: DataFinding, rows: readonly number[], valueClass = finding.valueClass): Diagnostic {
    const { file, row, column, reason, params, severity } = finding;
    const code: Worded = finding.code;
    const said = report(code, { file, row, rows, column, reason, valueClass, ...params } as ParamsOf<typeof code> & DataPlace);
    return { ...said, severity };
}

/** Findings about other rows, each with its own, that a terminal shows; documents hold them all. */
const SHOWN = 5;

/**
 * The findings that a person can read: one for each kind and column, with its rows and how many they are, so that no kind hides another.
 * Those that name another row are shown one by one, the first ones.
 */
export function readableFindings(findings: readonly DataFinding[]): readonly Diagnostic[] {
    const groups = new Map<string, DataFinding[]>();
    for (const finding of findings) {
        const key = JSON.stringify([finding.code, finding.file, finding.column, finding.reason]);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [finding]);
        else group.push(finding);
    }
    return [...groups.values()].flatMap(readableGroup);
}

function readableGroup(group: readonly DataFinding[]): readonly Diagnostic[] {
    const alike = new Map<string, DataFinding[]>();
    for (const item of group) {
        const said = JSON.stringify([item.params, item.row === undefined]);
        const same = alike.get(said);
        if (same === undefined) alike.set(said, [item]);
        else same.push(item);
    }
    const kinds = [...alike.values()];
    const shown = kinds.slice(0, SHOWN).flatMap(saidOnce);
    const hidden = kinds.slice(SHOWN).reduce((count, items) => count + items.length, 0);
    const [first] = group;
    if (hidden === 0 || first === undefined) return shown;
    const { file, column, code, severity } = first;
    return [...shown, { ...report('BAR723', column === undefined ? { file, code, count: hidden } : { file, column, code, count: hidden }), severity }];
}

/** Findings that say the same of several rows, in one sentence. */
function saidOnce(items: readonly DataFinding[]): readonly Diagnostic[] {
    const [first] = items;
    if (first === undefined) return [];
    if (items.length === 1 || first.row === undefined) return items.map(dataDiagnostic);
    const isOneClass = items.every(({ valueClass }) => valueClass === first.valueClass);
    const rows = items.flatMap(({ row }) => row ?? []);
    return [worded(first, rows, isOneClass ? first.valueClass : undefined)];
}
