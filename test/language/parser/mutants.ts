/** A generator of pseudo-random integers for mutants: fast, seeded, and good enough to choose places and pieces. */
export function randomIntegers(seed: number): (below: number) => number {
    let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
    return (below) => {
        state ^= state << 13;
        state >>>= 0;
        state ^= state >>> 17;
        state ^= state << 5;
        state >>>= 0;
        return state % below;
    };
}

/** Pieces that break sentences where it hurts: brackets, keywords, accents, numbers, dates, quotation marks, controls. */
const PIECES = [
    ...['(', ')', '{', '}', ';', ':', ',', '|', '"', '.', '%', '€', '-', '+', '*', '/', '//', '/*', '*/', '=', "'", '’'],
    ...['si ', 'sinon ', 'selon ', 'non ', 'et ', 'ou ', 'de ', 'à ', 'moins de ', 'points ', 'critère ', 'rubrique ', 'cotation ', 'demande ', 'exemple '],
    ...['1', '12 345', '0,5', '31/02/2024', '99999999999999999999999999', '1er janvier 2024', 'barème 2', '__proto__', 'oui', 'non renseigné'],
    ...['\u0000', '\uFFFD', 'e\u0301', '\uD800', '\uDC00', '\u00A0', '\u202F', '\uFEFF', '\r\n', '\n', '😀', 'É', 'a'],
];

/** A file, or three times in four the few statements that follow one of its lines: shorter, and begun in the middle as hostile texts are. */
export function excerpt(text: string, next: (below: number) => number): string {
    if (next(4) === 0) return text;
    const lines = text.split('\n');
    const first = next(lines.length);
    return ['barème 1', ...lines.slice(first, first + 1 + next(4))].join('\n');
}

/** The text after one to four edits: a piece inserted, removed, doubled, moved, cut off, or taken from another text. */
export function mutant(text: string, others: readonly string[], next: (below: number) => number): string {
    let mutated = text;
    for (let edits = 1 + next(4); edits > 0; edits -= 1) mutated = edited(mutated, others, next);
    return mutated;
}

function edited(text: string, others: readonly string[], next: (below: number) => number): string {
    const start = next(text.length + 1);
    const end = Math.min(text.length, start + 1 + next(12));
    const piece = text.slice(start, end);
    switch (next(8)) {
        case 0:
            return text.slice(0, start) + text.slice(end);
        case 1:
            return text.slice(0, start) + piece + text.slice(start);
        case 2: {
            const other = others[next(others.length)] ?? '';
            const from = next(other.length + 1);
            return text.slice(0, start) + other.slice(from, from + next(40)) + text.slice(end);
        }
        case 3:
            return next(6) === 0 ? text.slice(0, start) : text.slice(0, end) + text.slice(start);
        case 4: {
            const rest = text.slice(0, start) + text.slice(end);
            const place = next(rest.length + 1);
            return rest.slice(0, place) + piece + rest.slice(place);
        }
        default:
            return text.slice(0, start) + (PIECES[next(PIECES.length)] ?? '') + text.slice(next(2) === 0 ? start : end);
    }
}
