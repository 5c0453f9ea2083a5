import type * as ast from '../../generated/ast.js';
import type { Expression } from '../../ir/expression.js';
import type { FactDeclaration, ValueType } from '../../ir/value-type.js';
import type { Scope } from '../../references/scope.js';
import type { FileContext } from '../context/context.js';

/** What an expression is read in: the names in scope, the event it filters, and whether facts of the dwelling go without `logement.`. */
export interface ExpressionContext extends FileContext {
    readonly scope: Scope;
    readonly event?: { readonly source: string; readonly fields: readonly FactDeclaration[] };
    /** The deduced facts of members whose formulas are being read, from the first: one that reads itself is found so. */
    readonly trail?: readonly string[];
    /** Objectives speak of leases: there a bare name may be a fact of the dwelling. */
    readonly dwellingFacts: boolean;
    /** The clause is read once a demand has its note: `note` is then a number of points. */
    readonly notes?: true;
    /** Lowers a sub-expression; carried here so that each construct has its own file without a cycle between them. */
    readonly lower: LowerExpression;
}

/** See `lowerExpression`. */
export type LowerExpression = (context: ExpressionContext, node: ast.Expression | undefined, expected?: ValueType) => Expression | undefined;

export const BOOLEAN: ValueType = { kind: 'boolean' };
export const DURATION: ValueType = { kind: 'duration' };
export const RATIO: ValueType = { kind: 'ratio' };
/** Notes may have decimals. */
export const NOTE: ValueType = { kind: 'number', places: 9, unit: 'point' };
export const COUNT: ValueType = { kind: 'number', places: 0 };

/** The fact of the demand that holds its members, each with the facts of `membre`. */
export const MEMBERS = 'membres';
