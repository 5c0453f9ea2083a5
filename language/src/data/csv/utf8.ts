/**
 * The first byte that begins no well-formed character of UTF-8 (RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF),
 * or −1 when the whole is text.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length) {
        const length = bytes[at]! < 0x80 ? 1 : characterLength(bytes, at);
        if (length === 0) return at;
        at += length;
    }
    return -1;
}

/** Bytes of the character that begins there, 0 when it is malformed. */
function characterLength(bytes: Uint8Array, at: number): number {
    const first = bytes[at]!;
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return 0;
    for (let next = 1; next < length; next += 1) if ((bytes[at + next]! & 0xc0) !== 0x80) return 0;
    const second = bytes[at + 1]!;
    const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    return second < lowest || second > highest ? 0 : length;
}

/** The most characters given to one call of `fromCharCode`. */
const PIECE = 4096;

/** The text of bytes already known to be well formed, from `start` to `end` excluded. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
    for (let at = start; at < end; at += 1) if (bytes[at]! >= 0x80) return decodeWide(bytes, start, end);
    if (end - start <= PIECE) return String.fromCharCode.apply(undefined, bytes.subarray(start, end) as unknown as number[]);
    return decodeWide(bytes, start, end);
}

function decodeWide(bytes: Uint8Array, start: number, end: number): string {
    let text = '';
    let units: number[] = [];
    for (let at = start; at < end;) {
        const first = bytes[at]!;
        const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        pushCodeUnits(units, length === 1 ? first : codePoint(bytes, at, length));
        at += length;
        if (units.length >= PIECE) {
            text += String.fromCharCode(...units);
            units = [];
        }
    }
    return text + String.fromCharCode(...units);
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
    let point = bytes[at]! & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
    for (let next = 1; next < length; next += 1) point = point * 64 + (bytes[at + next]! & 0x3f);
    return point;
}

function pushCodeUnits(units: number[], point: number): void {
    if (point < 0x1_0000) units.push(point);
    else units.push(0xd800 + ((point - 0x1_0000) >> 10), 0xdc00 + ((point - 0x1_0000) & 0x3ff));
}
