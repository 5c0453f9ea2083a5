import type { ReplayMode } from '@bareme/language/replay';

/** What a link carries: texts of policies and settings, never a row of data. */
export interface SharedWork {
    /** The files stand on those of the demonstration, whose hash this is; nothing where they are all there is. */
    readonly demo?: string;
    readonly files: readonly (readonly [path: string, text: string])[];
    /** Files of the demonstration that are no more. */
    readonly removed?: readonly string[];
    /** What is to be replayed, where the sender had chosen. */
    readonly replay?: { readonly variants: readonly string[]; readonly settings: SharedSettings };
}

/** The settings of a replay, without its days: they are those of the data. */
export interface SharedSettings {
    readonly mode: ReplayMode;
    readonly seed: number;
    readonly replications: number;
}

/** What a link says, or why it is not opened. */
export type ReadLink = { readonly kind: 'work'; readonly work: SharedWork } | { readonly kind: 'refused'; readonly reason: 'too-large' | 'damaged' };

/** The mark of a link in the address, after its `#`. */
export const LINK_MARK = '/ouvrir=';

/** Letters of an address beyond which no link is made nor read: what browsers, messages and their servers let through. */
export const LONGEST_LINK = 60_000;

const VERSION = 1;
/** Bytes that a link may unfold to, and files in it. */
const LARGEST = 2 * 1024 * 1024;
const MOST_FILES = 200;
const LONGEST_PATH = 200;
const MOST_DRAWS = 100;
const LARGEST_SEED = 0xffff_ffff;
const MODES: readonly string[] = ['vivier', 'constants', 'constat'] satisfies readonly ReplayMode[];

/** The part of an address after `#`; nothing where it would be too long. */
export async function linkOf(work: SharedWork): Promise<string | undefined> {
    const bytes = new TextEncoder().encode(JSON.stringify({ version: VERSION, ...work }));
    const packed = await allBytes(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
    if (packed === undefined || bytes.length > LARGEST) return undefined;
    const link = LINK_MARK + base64Url(packed);
    return link.length <= LONGEST_LINK ? link : undefined;
}

/** Reads a link as what it is, a text from somebody unknown: bounded before it is unfolded, checked member by member, nothing else is kept. */
export async function readLink(hash: string): Promise<ReadLink | undefined> {
    const fragment = hash.replace(/^#/, '');
    if (!fragment.startsWith(LINK_MARK)) return undefined;
    if (fragment.length > LONGEST_LINK) return { kind: 'refused', reason: 'too-large' };
    try {
        const packed = bytesOf(fragment.slice(LINK_MARK.length));
        const bytes = await allBytes(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), LARGEST);
        if (bytes === undefined) return { kind: 'refused', reason: 'too-large' };
        const work = workOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
        return work === undefined ? { kind: 'refused', reason: 'damaged' } : { kind: 'work', work };
    } catch {
        return { kind: 'refused', reason: 'damaged' };
    }
}

/** All that a stream gives; nothing beyond so many bytes, and the rest is let go. */
async function allBytes(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = stream.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
        length += read.value.length;
        if (length > most) {
            await reader.cancel().catch(() => undefined);
            return undefined;
        }
        parts.push(read.value);
    }
    const all = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

function base64Url(bytes: Uint8Array): string {
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function workOf(read: unknown): SharedWork | undefined {
    if (!isRecord(read) || read['version'] !== VERSION) return undefined;
    const { demo, files, removed, replay } = read;
    if (!Array.isArray(files) || files.length > MOST_FILES || !files.every(isFile)) return undefined;
    if (demo !== undefined && (typeof demo !== 'string' || !/^[0-9a-f]{64}$/.test(demo))) return undefined;
    if (removed !== undefined && (demo === undefined || !arePaths(removed))) return undefined;
    const asked = replay === undefined ? undefined : replayOf(replay);
    if (replay !== undefined && asked === undefined) return undefined;
    return {
        ...(demo === undefined ? {} : { demo }),
        files: files.map(([path, text]) => [path, text] as const),
        ...(removed === undefined ? {} : { removed: removed as readonly string[] }),
        ...(asked === undefined ? {} : { replay: asked }),
    };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFile(value: unknown): value is readonly [string, string] {
    return Array.isArray(value) && value.length === 2 && isPath(value[0]) && typeof value[1] === 'string';
}

/** A path of a policy file, below the folder that is open: nothing leads out of it. */
function isPath(value: unknown): value is string {
    if (typeof value !== 'string' || value.length > LONGEST_PATH || !value.endsWith('.bareme')) return false;
    return value.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\0-\x1f\\:]/.test(part));
}

function arePaths(value: unknown): boolean {
    return Array.isArray(value) && value.length <= MOST_FILES && value.every(isPath);
}

function replayOf(value: unknown): SharedWork['replay'] {
    if (!isRecord(value) || !isRecord(value['settings'])) return undefined;
    const { variants, settings } = value;
    const { mode, seed, replications } = settings as Readonly<Record<string, unknown>>;
    const isWhole = (number: unknown, low: number, high: number): number is number =>
        typeof number === 'number' && Number.isInteger(number) && number >= low && number <= high;
    if (!Array.isArray(variants) || variants.length > MOST_FILES || !variants.every((name) => typeof name === 'string')) return undefined;
    if (!MODES.includes(mode as string) || !isWhole(seed, 0, LARGEST_SEED) || !isWhole(replications, 1, MOST_DRAWS)) return undefined;
    return { variants: variants as readonly string[], settings: { mode: mode as ReplayMode, seed, replications } };
}
