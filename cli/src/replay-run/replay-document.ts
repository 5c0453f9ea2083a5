import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Receipt, ReplayReport } from '@bareme/language/replay';
import { diagnosticsDocument } from '../report/json.js';
import { REPLAY_FILES } from './replay-outputs.js';

/** The version of the JSON that `rejouer` prints (`rejeu.schema.json`). */
export const REPLAY_DOCUMENT_VERSION = '1.0';

/** What `rejouer --format json` prints: where the report is, its hashes, and the figures that differ between rule sets. */
export function replayDocument(done: {
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly diagnostics: readonly Diagnostic[];
    readonly folder: string;
}): object {
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
        comparisons: comparisons.map(({ groups, ...figures }) => ({ ...figures, groups: groups.length })),
        ...diagnosticsDocument('rejouer', diagnostics, new Map()),
    };
}
