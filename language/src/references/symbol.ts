/** What a name may name. */
export type SymbolKind =
    | 'vocabulary'
    | 'enumeration'
    | 'value'
    | 'fact'
    | 'field'
    | 'derived'
    | 'parameter'
    | 'table'
    | 'table-key'
    | 'list'
    | 'policy'
    | 'version'
    | 'act'
    | 'socle'
    | 'variant'
    | 'mapping'
    | 'scoring'
    | 'rubric'
    | 'criterion'
    | 'exclusion'
    | 'unscored'
    | 'adequacy'
    | 'signal'
    | 'objective'
    | 'guarantee'
    | 'ground'
    | 'route'
    | 'reservee'
    | 'convention'
    | 'pool'
    | 'imputation'
    /** The data or the replay know them, whether a file declares them or not. */
    | 'landlord'
    | 'title'
    | 'contingent'
    | 'role';

/** Kinds of names that need no declaration: each mention of one name is a mention of the same thing, in every root. */
export const UNDECLARED: ReadonlySet<SymbolKind> = new Set(['landlord', 'title', 'contingent', 'role']);

/** The scope of what every root may name: policies, versions, variants, vocabularies, socles, correspondances, and what needs no declaration. */
export const SCOPE_OF_ALL = '';

/**
 * What a name stands for. Two symbols are one when all four parts are equal: `symbolId` makes one text of them.
 * `owner` is what holds the name: `demande` for a fact, `demande.refus` for a field, an enumeration for a value, a cotation for a critère, a
 * table for its key, a policy for a version, a policy and its version for a variant; empty for the others.
 * `scope` is the root that declares it (see `RootScope`); empty for roots themselves and for what no file declares.
 */
export interface NamedSymbol {
    readonly kind: SymbolKind;
    readonly owner: string;
    readonly scope: string;
    readonly name: string;
}

/** A symbol as one text, to compare and to index. */
export function symbolId({ kind, owner, scope, name }: NamedSymbol): string {
    return JSON.stringify([kind, owner, scope, name]);
}
