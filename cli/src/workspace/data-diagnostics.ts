import { report, type Diagnostic, type ParamsOf } from '@bareme/language/diagnostics';
import type { DataCode, DataFinding, DataParams } from '@bareme/language/data';

/** Where a finding about data stands. */
type DataPlace = Pick<DataFinding, 'file' | 'row' | 'column' | 'reason' | 'valueClass'>;

/** Every code of the data room has a wording that its findings fill: checked by the compiler. */
type Worded = { readonly [Code in DataCode]: DataPlace & DataParams[Code] extends ParamsOf<Code> ? Code : never }[DataCode];

/** A finding about data, in words. It keeps the severity that the reader of the files gave it. */
export function dataDiagnostic(finding: DataFinding): Diagnostic {
    const { file, row, column, reason, valueClass, params, severity } = finding;
    const code: Worded = finding.code;
    const worded = report(code, { file, row, column, reason, valueClass, ...params } as ParamsOf<typeof code> & DataPlace);
    return { ...worded, severity };
}

/** Findings of one code in one file that a terminal shows; documents hold them all. */
const SHOWN_PER_CODE = 5;

/** The findings that a person can read: the first ones of each code and file, and a line for the others. */
export function readableFindings(findings: readonly DataFinding[]): readonly Diagnostic[] {
    const seen = new Map<string, number>();
    const shown: Diagnostic[] = [];
    for (const finding of findings) {
        const key = keyOf(finding);
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if ((seen.get(key) ?? 0) <= SHOWN_PER_CODE) shown.push(dataDiagnostic(finding));
    }
    return [...shown, ...hiddenOnes(findings, seen)];
}

function hiddenOnes(findings: readonly DataFinding[], seen: ReadonlyMap<string, number>): readonly Diagnostic[] {
    const done = new Set<string>();
    return findings.flatMap((finding) => {
        const key = keyOf(finding);
        const hidden = (seen.get(key) ?? 0) - SHOWN_PER_CODE;
        if (hidden <= 0 || done.has(key)) return [];
        done.add(key);
        return [{ ...report('BAR723', { file: finding.file, code: finding.code, count: hidden }), severity: finding.severity }];
    });
}

function keyOf({ code, file }: DataFinding): string {
    return `${code} ${file}`;
}
