import type { Assumptions } from '../columns/territory.js';
import type { Day } from '../ir/value.js';
import { canonicalJson } from '../kit/canonical-json.js';
import { RANDOM_ID } from '../kit/keyed-random.js';
import type { ReplayMode, ReplayReport } from './contract/report.js';
import { compareText } from '../kit/text-order.js';

/** The version of the receipt's JSON (`recu.json`). */
export const RECEIPT_VERSION = '1.0';

/** A file that went into a replay: its path, as the receipt names it, and the SHA-256 of its bytes in hexadecimal. */
export interface HashedFile {
    readonly path: string;
    readonly sha256: string;
}

/** All that a report depends on. */
export interface ReceiptInputs {
    readonly engineVersion: string;
    /** Ids of the rule sets in their order, baseline first. */
    readonly ruleSets: readonly string[];
    readonly policies: readonly HashedFile[];
    readonly data: readonly HashedFile[];
    readonly mapping?: HashedFile;
    readonly assumptions: Assumptions;
    readonly mode: ReplayMode;
    readonly window: { readonly from: Day; readonly to: Day };
    readonly seed: number;
    /** Replications, where there are several: the seed and those that follow it. */
    readonly replications?: number;
    /** Assumptions were moved, one at a time. */
    readonly sensitivity?: true;
}

/** What proves a report: its inputs, their hash, and the hash of the report that they give. */
export interface Receipt {
    readonly receiptVersion: string;
    readonly inputs: ReceiptInputs & { readonly random: string };
    /** SHA-256 of the canonical JSON of `inputs`, in hexadecimal. Two runs with the same one give the same bytes. */
    readonly inputsSha256: string;
    /** SHA-256 of the canonical JSON of the report. */
    readonly resultSha256: string;
}

/**
 * The receipt of a report. Files are in the order of their paths, so that the order in which they were read does not show. `sha256`
 * gives the hash of a text's UTF-8 bytes in hexadecimal.
 */
export function receiptOf(inputs: ReceiptInputs, report: ReplayReport, sha256: (text: string) => string): Receipt {
    const ordered = { ...inputs, policies: byPath(inputs.policies), data: byPath(inputs.data), random: RANDOM_ID };
    return {
        receiptVersion: RECEIPT_VERSION,
        inputs: ordered,
        inputsSha256: sha256(canonicalJson(ordered)),
        resultSha256: sha256(canonicalJson(report)),
    };
}

/** The bytes of a receipt, as text: canonical JSON and a final newline. */
export function receiptText(receipt: Receipt): string {
    return `${canonicalJson(receipt)}\n`;
}

function byPath(files: readonly HashedFile[]): readonly HashedFile[] {
    return [...files].sort((a, b) => compareText(a.path, b.path) || compareText(a.sha256, b.sha256));
}
