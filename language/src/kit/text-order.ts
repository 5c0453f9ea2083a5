/** The order of two texts by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** The texts of a set, sorted by code units. */
export function sortedTexts<Text extends string>(texts: Iterable<Text>): readonly Text[] {
    return [...texts].sort(compareText);
}

const RUNS = /([0-9]+)|([^0-9]+)/g;

/**
 * The order in which people count identifiers: runs of digits by their value, the rest by code units (`D-2` before `D-10`). Total:
 * identifiers that differ only by zeros before a number, equal so far, are ordered as texts.
 */
export function compareIdentifiers(a: string, b: string): -1 | 0 | 1 {
    const [left, right] = [a.match(RUNS) ?? [], b.match(RUNS) ?? []];
    for (const [place, run] of left.entries()) {
        const other = right[place];
        if (other === undefined) return 1;
        const order = compareRuns(run, other);
        if (order !== 0) return order;
    }
    return left.length < right.length ? -1 : compareText(a, b);
}

function compareRuns(a: string, b: string): -1 | 0 | 1 {
    if (!isDigits(a) || !isDigits(b)) return compareText(a, b);
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : 0;
}

function isDigits(run: string): boolean {
    const first = run.charCodeAt(0);
    return first >= 48 && first <= 57;
}
