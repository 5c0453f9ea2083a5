import type { Fraction } from '@bareme/language/ir';

/** The version of what is kept: another one is not read. */
const VERSION = 1;

/** What is kept of a session as text; the tables of a territory are kept beside, byte by byte. */
export interface KeptSession {
    readonly savedAt: number;
    readonly origin: 'demo' | 'files';
    readonly files: readonly (readonly [path: string, text: string])[];
    readonly opened: readonly (readonly [path: string, text: string])[];
    readonly openPaths: readonly string[];
    readonly activePath?: string;
    readonly turns: readonly (readonly [knob: string, value: Fraction])[];
    readonly edition: 'partageable' | 'interne';
    /** The model of a synthetic territory, or the names of the tables kept beside. */
    readonly territory?: unknown;
    readonly tables?: readonly string[];
    /** A replay that was under way, or the last one made: made again from the same texts, data and seed, it gives the same result. */
    readonly replay?: { readonly variants: readonly string[]; readonly settings: unknown };
}

/** The text that is kept. */
export function keptText(session: KeptSession): string {
    return JSON.stringify({ version: VERSION, ...session });
}

/** What a kept text says; nothing where it is of another version, or damaged. */
export function readKept(text: string): KeptSession | undefined {
    let read: unknown;
    try {
        read = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== VERSION) return undefined;
    const { files, opened, openPaths, turns, savedAt } = read as Partial<KeptSession>;
    const areTexts = (pairs: unknown): boolean =>
        Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'));
    if (![files, opened, turns].every(areTexts) || !Array.isArray(openPaths) || typeof savedAt !== 'number') return undefined;
    return read as unknown as KeptSession;
}
