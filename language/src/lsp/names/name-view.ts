import type { ValueType } from '../../ir/value-type.js';
import type { Names, Occurrence, RootScope, Stretch } from '../../references/occurrences.js';
import { SCOPE_OF_ALL, symbolId, type NamedSymbol } from '../../references/symbol.js';

/** The names of a compilation, by place and by symbol. */
export interface NameView {
    /** What the word at an offset names: several where one word names two things. The end of a word is still the word. */
    readonly at: (path: string, offset: number) => readonly Occurrence[];
    /** Every name of a file, by place. */
    readonly inFile: (path: string) => readonly Occurrence[];
    /** Every place where a symbol is named, or may be, by file and place. */
    readonly of: (symbol: NamedSymbol) => readonly Occurrence[];
    /** Where a symbol is declared. */
    readonly declarations: (symbol: NamedSymbol) => readonly Occurrence[];
    /** Every symbol that a file declares, each once. */
    readonly declared: readonly NamedSymbol[];
    /** The root of the file around an offset. */
    readonly scopeAt: (path: string, offset: number) => RootScope | undefined;
    /** What a root may name, what it declares itself first. */
    readonly visible: (scope: Pick<RootScope, 'id' | 'parents'>) => readonly NamedSymbol[];
    /** The type that the words around an offset should be of. */
    readonly expectedAt: (path: string, offset: number) => ValueType | undefined;
}

const views = new WeakMap<Names, NameView>();

/** The view of the names of a compilation, made once. */
export function nameView(names: Names): NameView {
    const known = views.get(names);
    if (known !== undefined) return known;
    const view = viewOf(names);
    views.set(names, view);
    return view;
}

function viewOf({ occurrences, scopes, expected }: Names): NameView {
    const byFile = grouped(occurrences, ({ path }) => [path]);
    const bySymbol = grouped(occurrences, ({ symbol, homonyms = [] }) => [symbol, ...homonyms].map(symbolId));
    const declarations = occurrences.filter(({ role }) => role === 'declaration');
    const declared = [...new Map(declarations.map(({ symbol }) => [symbolId(symbol), symbol])).values()];
    const byScope = grouped(declared, ({ scope }) => [scope]);
    const inFile = (path: string): readonly Occurrence[] => byFile.get(path) ?? [];
    const of = (symbol: NamedSymbol): readonly Occurrence[] => bySymbol.get(symbolId(symbol)) ?? [];
    return {
        inFile,
        of,
        declared,
        at: (path, offset) => narrowest(inFile(path), offset),
        declarations: (symbol) => of(symbol).filter(({ role, symbol: own }) => role === 'declaration' && symbolId(own) === symbolId(symbol)),
        scopeAt: (path, offset) =>
            narrowest(
                scopes.filter((scope) => scope.path === path),
                offset,
            )[0],
        visible: (scope) => layers(scope, scopes).flatMap((each) => byScope.get(each) ?? []),
        expectedAt: (path, offset) =>
            narrowest(
                expected.filter((each) => each.path === path),
                offset,
            )[0]?.type,
    };
}

/** A scope, those that it reads, then what every root may name. */
function layers({ id: own, parents: read }: Pick<RootScope, 'id' | 'parents'>, scopes: readonly RootScope[]): readonly string[] {
    const seen = new Set([own, ...read]);
    for (const each of seen) for (const { id, parents } of scopes) if (id === each) parents.forEach((parent) => seen.add(parent));
    return [...seen, SCOPE_OF_ALL];
}

/** The shortest stretches around an offset; those of one length and place are all of them. */
function narrowest<Item extends Stretch>(items: readonly Item[], offset: number): readonly Item[] {
    const around = items.filter(({ start, end }) => start <= offset && offset <= end);
    const least = around.reduce((best, { start, end }) => Math.min(best, end - start), Number.MAX_SAFE_INTEGER);
    const shortest = around.filter(({ start, end }) => end - start === least);
    // Between two words that touch, the one that begins there is meant.
    const last = shortest.at(-1)?.start;
    return shortest.filter(({ start }) => start === last);
}

function grouped<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): ReadonlyMap<string, readonly Item[]> {
    const groups = new Map<string, Item[]>();
    for (const item of items) {
        for (const key of keysOf(item)) {
            const group = groups.get(key);
            if (group === undefined) groups.set(key, [item]);
            else group.push(item);
        }
    }
    return groups;
}
