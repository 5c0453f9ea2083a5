import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Comparison, Receipt, ReplayReport } from '@bareme/language/replay';
import { diagnosticsDocument, type DiagnosticsDocument } from '../report/json.js';
import { REPLAY_FILES } from './replay-outputs.js';

/** The version of the JSON that `rejouer` prints (`rejeu.schema.json`). */
export const REPLAY_DOCUMENT_VERSION = '1.0';

/** What `rejouer --format json` prints: where the report is, its hashes, the figures that differ between rule sets, the findings. */
export interface ReplayDocument extends DiagnosticsDocument {
    readonly replayVersion: string;
    readonly folder: string;
    readonly files: readonly string[];
    readonly inputsSha256: string;
    readonly resultSha256: string;
    readonly mode: ReplayReport['mode'];
    readonly territory: string;
    readonly synthetic: boolean;
    readonly ruleSets: ReplayReport['ruleSets'];
    readonly volumes: ReplayReport['volumes'];
    readonly objectives: ReplayReport['objectives'];
    /** Without the groups of households, which the report holds. */
    readonly comparisons: readonly Omit<Comparison, 'groups'>[];
}

/** A replay done as a document. */
export function replayDocument(done: {
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly diagnostics: readonly Diagnostic[];
    readonly folder: string;
}): ReplayDocument {
    const { report, receipt, diagnostics, folder } = done;
    const { mode, territory, ruleSets, volumes, objectives, comparisons } = report;
    return {
        replayVersion: REPLAY_DOCUMENT_VERSION,
        folder,
        files: REPLAY_FILES,
        inputsSha256: receipt.inputsSha256,
        resultSha256: receipt.resultSha256,
        mode,
        territory: territory.name,
        synthetic: territory.synthetic,
        ruleSets,
        volumes,
        objectives,
        comparisons: comparisons.map(withoutGroups),
        ...diagnosticsDocument('rejouer', diagnostics, new Map()),
    };
}

function withoutGroups(comparison: Comparison): Omit<Comparison, 'groups'> {
    const { ruleSet, baseline, housedBoth, onlyBaseline, onlyOther, neither, sooner, later, sameDay, firstChanged, causes } = comparison;
    return { ruleSet, baseline, housedBoth, onlyBaseline, onlyOther, neither, sooner, later, sameDay, firstChanged, causes };
}
