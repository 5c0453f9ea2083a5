/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/** One line of a difference: kept, taken away or added. */
interface DiffLine {
    readonly sign: ' ' | '-' | '+';
    readonly text: string;
}

/** The difference of one file as `git apply` reads it; empty when both texts are the same. `before` absent: a new file. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
    if (before === after) return '';
    const lines = diffLines(linesOf(before ?? ''), linesOf(after));
    const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`];
    return `${[...head, ...hunks(lines)].join('\n')}\n`;
}

function linesOf(text: string): readonly string[] {
    if (text === '') return [];
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The longest common subsequence tells what is kept; what both texts begin and end with is set aside first. */
function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
    const a = before.slice(start, before.length - end);
    const b = after.slice(start, after.length - end);
    const kept = (lines: readonly string[]): readonly DiffLine[] => lines.map((text) => ({ sign: ' ', text }));
    return [...kept(before.slice(0, start)), ...middle(a, b), ...kept(before.slice(before.length - end))];
}

function middle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
    const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1)
        for (let j = b.length - 1; j >= 0; j -= 1)
            lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    const lines: DiffLine[] = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push({ sign: ' ', text: a[i]! });
            [i, j] = [i + 1, j + 1];
        } else if (i < a.length && (j === b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
            lines.push({ sign: '-', text: a[i]! });
            i += 1;
        } else {
            lines.push({ sign: '+', text: b[j]! });
            j += 1;
        }
    }
    return lines;
}

/** Changes with the lines around them; those that touch are one. */
function hunks(lines: readonly DiffLine[]): readonly string[] {
    const shown = lines.map((_, place) => lines.slice(Math.max(0, place - CONTEXT), place + CONTEXT + 1).some(({ sign }) => sign !== ' '));
    const texts: string[] = [];
    let [oldLine, newLine] = [1, 1];
    for (let place = 0; place < lines.length;) {
        if (!shown[place]) {
            [oldLine, newLine, place] = [oldLine + 1, newLine + 1, place + 1];
            continue;
        }
        let end = place;
        while (end < lines.length && shown[end]) end += 1;
        const part = lines.slice(place, end);
        const olds = part.filter(({ sign }) => sign !== '+').length;
        const news = part.filter(({ sign }) => sign !== '-').length;
        texts.push(
            `@@ -${olds === 0 ? oldLine - 1 : oldLine},${olds} +${news === 0 ? newLine - 1 : newLine},${news} @@`,
            ...part.map(({ sign, text }) => sign + text),
        );
        [oldLine, newLine, place] = [oldLine + olds, newLine + news, end];
    }
    return texts;
}
