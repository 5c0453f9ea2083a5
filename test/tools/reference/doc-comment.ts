/** What a comment of the grammar says: to maintainers, then, after a line `@fr Title`, to authors; last, after `@exemple`, a text of theirs. */
export interface DocComment {
    readonly maintainers: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly example?: string;
}

const FRENCH = '@fr ';
const EXAMPLE = '@exemple';

/** The parts of a comment; nothing where it has no French part. */
export function readDocComment(comment: string): DocComment | undefined {
    const lines = linesOf(comment);
    const french = lines.findIndex((line) => line.startsWith(FRENCH));
    if (french < 0) return undefined;
    const found = lines.indexOf(EXAMPLE);
    const end = found < 0 ? lines.length : found;
    const example = lines.slice(end + 1).join('\n');
    return {
        maintainers: paragraphsOf(lines.slice(0, french)).join(' '),
        title: (lines[french] ?? '').slice(FRENCH.length).trim(),
        paragraphs: paragraphsOf(lines.slice(french + 1, end)),
        ...(example === '' ? {} : { example }),
    };
}

function linesOf(comment: string): readonly string[] {
    return comment
        .replace(/^\/\*\*/, '')
        .replace(/\*\/$/, '')
        .trim()
        .split('\n')
        .map((line) => line.replace(/^ *\* ?/, '').trimEnd());
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
    return lines
        .join('\n')
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.replace(/\n/g, ' ').trim())
        .filter((paragraph) => paragraph !== '');
}
