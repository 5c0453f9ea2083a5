import type { LastRun } from '@bareme/language/lsp';

/** What is read of the report of internal use: each vacancy under each rule set, and the clause that gave it another first. */
interface InternalReport {
    readonly ruleSets: readonly { readonly policy: string; readonly versions: readonly { readonly version: string }[] }[];
    readonly ledger: readonly { readonly dwelling: string; readonly moved?: { readonly cause: string; readonly clause?: string } }[];
}

/** How many leases each clause decided in a replay: the dwellings that it gave another first, whatever the variant. */
export function lastRunOf(report: InternalReport, files: LastRun['files']): LastRun {
    const dwellings = new Map<string, Set<string>>();
    for (const { dwelling, moved } of report.ledger) {
        if (moved?.cause !== 'clause' || moved.clause === undefined) continue;
        const decided = dwellings.get(moved.clause) ?? new Set();
        dwellings.set(moved.clause, decided.add(dwelling));
    }
    const scopes = new Set(report.ruleSets.flatMap(({ policy, versions }) => versions.map(({ version }) => `politique ${policy} « ${version} »`)));
    return { files, clauses: [...dwellings].flatMap(([name, { size }]) => [...scopes].map((scope) => ({ scope, name, leases: size }))) };
}
