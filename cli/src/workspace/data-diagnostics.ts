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
    const [first] = group;
    if (first === undefined) return [];
    const said = JSON.stringify(first.params);
    const rows = group.flatMap(({ row }) => row ?? []);
    if (group.length > 1 && rows.length === group.length && group.every(({ params }) => JSON.stringify(params) === said)) {
        const isOneClass = group.every(({ valueClass }) => valueClass === first.valueClass);
        return [worded(first, rows, isOneClass ? first.valueClass : undefined)];
    }
    const hidden = group.length - SHOWN;
    const shown = group.slice(0, SHOWN).map(dataDiagnostic);
    if (hidden <= 0) return shown;
    const { file, column, code, severity } = first;
    return [...shown, { ...report('BAR723', column === undefined ? { file, code, count: hidden } : { file, column, code, count: hidden }), severity }];
}
