/** The order of two texts by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** The texts of a set, sorted by code units. */
export function sortedTexts<Text extends string>(texts: Iterable<Text>): readonly Text[] {
    return [...texts].sort(compareText);
}
