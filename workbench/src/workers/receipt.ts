import { receiptOf, type HashedFile, type Receipt, type ReplayReport, type ReplayRequest } from '@bareme/language/replay';

/** The version of the engine that receipts name: that of the command line, so that both give the same receipt. */
export const ENGINE_VERSION = '0.1.0';

/** What a receipt is made of. */
export interface ReceiptParts {
    readonly report: ReplayReport;
    readonly request: ReplayRequest;
    readonly data: readonly HashedFile[];
    readonly policies: readonly HashedFile[];
    readonly replications: number;
}

/** The receipt of a replay, as the command line makes it. */
export async function receiptFor({ report, request, data, policies, replications }: ReceiptParts): Promise<Receipt> {
    const { territory, ruleSets, mode, from, to, seed } = request;
    const inputs = {
        engineVersion: ENGINE_VERSION,
        ruleSets: ruleSets.map(({ id }) => id),
        policies,
        data,
        assumptions: territory.assumptions,
        mode,
        window: { from, to },
        seed,
        ...(replications === 1 ? {} : { replications }),
    };
    // The browser hashes later: a first pass tells which texts, a second has their hashes.
    const texts: string[] = [];
    receiptOf(inputs, report, (text) => {
        texts.push(text);
        return '';
    });
    const hashes = new Map(await Promise.all(texts.map(async (text) => [text, await hashText(text)] as const)));
    return receiptOf(inputs, report, (text) => hashes.get(text) ?? '');
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function hashText(text: string): Promise<string> {
    return hashBytes(new TextEncoder().encode(text));
}

/** SHA-256 in hexadecimal. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
