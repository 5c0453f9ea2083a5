import type { Occurrence } from '../../references/occurrences.js';
import { symbolId, UNDECLARED, type NamedSymbol } from '../../references/symbol.js';
import type { NameView } from '../names/name-view.js';
import type { RenameRefusal } from '../words/rename-words.js';

/** What is renamed together, and each of the places where it is written. */
export interface RenamedSymbols {
    readonly symbols: readonly NamedSymbol[];
    readonly occurrences: readonly Occurrence[];
}

/**
 * All that a word names, and all that any of its other places names too: one word may name two things (an adequacy and the fact of the
 * dwelling that it looks at), and an example without version the rules of every version.
 */
export function renamedSymbols(names: NameView, word: readonly Occurrence[]): RenamedSymbols {
    const symbols = new Map<string, NamedSymbol>();
    const places = new Map<string, Occurrence>();
    const waiting = word.flatMap(namedBy);
    for (let symbol = waiting.pop(); symbol !== undefined; symbol = waiting.pop()) {
        if (symbols.has(symbolId(symbol))) continue;
        symbols.set(symbolId(symbol), symbol);
        for (const occurrence of names.of(symbol)) {
            const key = `${occurrence.path} ${occurrence.start} ${occurrence.end}`;
            if (places.has(key)) continue;
            places.set(key, occurrence);
            waiting.push(
                ...names
                    .at(occurrence.path, occurrence.start)
                    .filter((other) => samePlace(other, occurrence))
                    .flatMap(namedBy),
            );
        }
    }
    return { symbols: [...symbols.values()], occurrences: [...places.values()] };
}

const namedBy = ({ symbol, homonyms = [] }: Occurrence): readonly NamedSymbol[] => [symbol, ...homonyms];

function samePlace(a: Occurrence, b: Occurrence): boolean {
    return a.path === b.path && a.start === b.start && a.end === b.end;
}

/** What files the author may change. */
export type IsReadOnly = (path: string) => boolean;

/** Why these cannot be renamed, whatever the new name. */
export function refusedSymbols(names: NameView, { symbols, occurrences }: RenamedSymbols, isReadOnly: IsReadOnly): RenameRefusal | undefined {
    for (const symbol of symbols) {
        if (UNDECLARED.has(symbol.kind)) return { kind: 'undeclared', symbol };
        if (symbol.name === 'membres' && symbol.kind === 'fact') return { kind: 'spelled', symbol };
        if (/['’]/.test(symbol.name) && symbol.kind !== 'version') return { kind: 'spelled', symbol };
        if (names.declarations(symbol).length === 0) return { kind: 'undeclared', symbol };
    }
    const kept = occurrences.find(({ path }) => isReadOnly(path));
    return kept && { kind: 'read-only', symbol: kept.symbol, path: kept.path };
}
