/** One step of indentation. */
const STEP = '  ';

/** The text with every line moved right by one step. */
export function indented(text: string): string {
    // Only line feeds part lines here: a label may hold U+2028 or U+2029, which `^` would take for one.
    return text
        .split('\n')
        .map((line) => (line === '' ? '' : STEP + line))
        .join('\n');
}

/** `head { … }` with one item per line. */
export function block(head: string, items: readonly string[], separator: '' | ' ;' = ''): string {
    if (items.length === 0) return `${head} { }`;
    return `${head} {\n${indented(items.join(`${separator}\n`))}\n}`;
}

/** `( a ; b )` as the language separates items. */
export function items(texts: readonly string[]): string {
    return texts.join(' ; ');
}

/** The parts that are there, separated by one space. */
export function words(...parts: readonly (string | undefined)[]): string {
    return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Rows of cells, each column as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[], separator: string): readonly string[] {
    const widths: number[] = [];
    for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
    return rows.map((row) =>
        row
            .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
            .join(separator)
            .trimEnd(),
    );
}
