import { compareText } from './text-order.js';
/** The longest word that gets suggestions; beyond it a typing slip is not the likely cause, and the comparison would cost. */
export const LONGEST_WORD = 100;

/**
 * The candidates closest to a word that names nothing, best first, at most `limit` of them; capitals, accents and ligatures count for
 * nothing. A candidate is close when a third of the word's letters (at least one, from two letters on) changed, added, dropped or
 * swapped with a neighbour make it. Equally close ones come in the order of their UTF-16 code units, whatever the order given.
 */
export function nearestNames(word: string, candidates: Iterable<string>, limit = 3): readonly string[] {
    if (word.length > LONGEST_WORD) return [];
    const letters = folded(word);
    const threshold = letters.length < 2 ? 0 : Math.max(1, Math.floor(letters.length / 3));
    const close: { readonly name: string; readonly distance: number }[] = [];
    for (const name of new Set(candidates)) {
        const other = folded(name);
        if (Math.abs(other.length - letters.length) > threshold) continue;
        const distance = editDistance(letters, other);
        if (distance <= threshold) close.push({ name, distance });
    }
    close.sort((a, b) => a.distance - b.distance || compareText(a.name, b.name));
    return close.slice(0, limit).map(({ name }) => name);
}

/** The nearest of names, where it is nearer than any other: two that are as near are for the author to choose between. */
export function sureName(word: string, nearest: readonly string[]): string | undefined {
    const [first, second] = nearest;
    if (first === undefined || second === undefined) return first;
    const letters = folded(word);
    return editDistance(letters, folded(first)) < editDistance(letters, folded(second)) ? first : undefined;
}

/**
 * The Damerau-Levenshtein distance, restricted to neighbours swapped once (optimal string alignment): the fewest letters changed,
 * added, dropped or swapped with the next one that turn `a` into `b`.
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
    let before: readonly number[] = [];
    let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const changed = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const best = Math.min(changed, at(above, j) + 1, at(row, j - 1) + 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            row.push(swapped ? Math.min(best, at(before, j - 2) + 1) : best);
        }
        before = above;
        above = row;
    }
    return at(above, b.length);
}

/** The letters of a name without capitals, accents and ligatures. */
function folded(name: string): readonly string[] {
    const plain = name
        .normalize('NFD')
        .replace(/[\u0300-\u036F]/g, '')
        .toLowerCase();
    return [...plain.replace(/œ/g, 'oe').replace(/æ/g, 'ae')];
}

/** A cell that the loops have already written. */
function at(row: readonly number[], index: number): number {
    return row[index] ?? 0;
}
