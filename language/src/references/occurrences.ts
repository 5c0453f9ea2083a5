import type { ValueType } from '../ir/value-type.js';
import { compareText } from '../kit/text-order.js';
import { SCOPE_OF_ALL, symbolId, UNDECLARED, type NamedSymbol, type SymbolKind } from './symbol.js';

/** A stretch of a file, in UTF-16 offsets. */
export interface Stretch {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}

/** Whether a name is given there, or used. */
export type NameRole = 'declaration' | 'reference';

/** One place where a name is written, and what it names. A text between quotation marks counts without them. */
export interface Occurrence extends Stretch {
    readonly role: NameRole;
    readonly symbol: NamedSymbol;
    /** The other symbols that it may be: those of its name in the other versions that an example without version speaks of. */
    readonly homonyms?: readonly NamedSymbol[];
}

/**
 * A root of a file: what it declares is looked for in it, then in `parents`, in order. A version has as many as there are files that declare
 * it (its acts); a vocabulary too.
 */
export interface RootScope extends Stretch {
    readonly id: string;
    readonly parents: readonly string[];
}

/** The type that the words there should be of. */
export interface ExpectedType extends Stretch {
    readonly type: ValueType;
}

/** Every name of a set of files. */
export interface Names {
    /** By file, then by place. */
    readonly occurrences: readonly Occurrence[];
    readonly scopes: readonly RootScope[];
    readonly expected: readonly ExpectedType[];
}

/** A name as lowering meets it: `kinds` are what it may be, the first found counting. */
export interface Mention extends Stretch {
    readonly role: NameRole;
    readonly kinds: readonly (readonly [kind: SymbolKind, owner: string | undefined])[];
    readonly name: string;
    /** The root in which it is written; for a declaration, the scope that it enters. */
    readonly scope: string;
    /** The root that reads the clause, where it borrows it. */
    readonly reader?: string;
}

/** What lowering writes down as it goes; pieces that are lowered apart have their own, put together in any order. */
export interface NameRecord {
    readonly mentions: Mention[];
    readonly scopes: RootScope[];
    readonly expected: ExpectedType[];
}

export function emptyRecord(): NameRecord {
    return { mentions: [], scopes: [], expected: [] };
}

/** What each name of a record names. A mention of what nothing declares is left out: a finding says so already. */
export function namesOf({ mentions, scopes, expected }: NameRecord): Names {
    const declared = declarations(mentions);
    const parents = parentsOf(scopes);
    const found = new Map<string, Occurrence>();
    for (const mention of mentions) {
        const [symbol, ...homonyms] = symbolsOf(mention, { declared, parents });
        if (symbol === undefined) continue;
        const { path, start, end, role } = mention;
        const key = JSON.stringify([path, start, end, role, symbolId(symbol)]);
        if (!found.has(key)) found.set(key, { path, start, end, role, symbol, ...(homonyms.length === 0 ? {} : { homonyms }) });
    }
    return { occurrences: [...found.values()].sort(byPlace), scopes, expected };
}

function byPlace(a: Stretch, b: Stretch): number {
    return compareText(a.path, b.path) || a.start - b.start || a.end - b.end;
}

interface Known {
    /** By kind and name, then by scope: what bears the name there. */
    readonly declared: ReadonlyMap<string, ReadonlyMap<string, readonly NamedSymbol[]>>;
    readonly parents: ReadonlyMap<string, readonly string[]>;
}

function declarations(mentions: readonly Mention[]): Known['declared'] {
    const declared = new Map<string, Map<string, NamedSymbol[]>>();
    for (const { role, kinds, name, scope } of mentions) {
        const [first] = kinds;
        if (role !== 'declaration' || first === undefined) continue;
        const [kind, owner = ''] = first;
        const byScope = declared.get(`${kind} ${name}`) ?? new Map<string, NamedSymbol[]>();
        const symbols = byScope.get(scope) ?? [];
        if (symbols.every((known) => known.owner !== owner)) symbols.push({ kind, owner, scope, name });
        declared.set(`${kind} ${name}`, byScope.set(scope, symbols));
    }
    return declared;
}

function parentsOf(scopes: readonly RootScope[]): Known['parents'] {
    const parents = new Map<string, readonly string[]>();
    for (const scope of scopes) parents.set(scope.id, [...new Set([...(parents.get(scope.id) ?? []), ...scope.parents])]);
    return parents;
}

/** The symbol of a mention, and its homonyms. */
function symbolsOf({ role, kinds, name, scope, reader }: Mention, known: Known): readonly NamedSymbol[] {
    const [first] = kinds;
    if (first !== undefined && (role === 'declaration' || UNDECLARED.has(first[0]))) {
        const [kind, owner = ''] = first;
        return [{ kind, owner, scope: UNDECLARED.has(kind) ? SCOPE_OF_ALL : scope, name }];
    }
    for (const root of reader === undefined ? [scope] : [scope, reader]) {
        for (const [kind, owner] of kinds) {
            const found = visible(known, root, `${kind} ${name}`).filter((symbol) => owner === undefined || symbol.owner === owner);
            if (found.length > 0) return found;
        }
    }
    return [];
}

/** What bears a name in a root or, failing that, in the nearest of those it reads; several only where it reads several alike. */
function visible({ declared, parents }: Known, root: string, key: string): readonly NamedSymbol[] {
    const byScope = declared.get(key);
    if (byScope === undefined) return [];
    const seen = new Set<string>();
    let layer: readonly string[] = [root];
    while (layer.length > 0) {
        const found = layer.flatMap((scope) => byScope.get(scope) ?? []);
        if (found.length > 0) return found;
        layer.forEach((scope) => seen.add(scope));
        layer = [...new Set(layer.flatMap((scope) => parents.get(scope) ?? []))].filter((scope) => !seen.has(scope));
    }
    return byScope.get(SCOPE_OF_ALL) ?? [];
}
