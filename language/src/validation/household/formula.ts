import type { Expression } from '../../ir/expression.js';
import type { ValueType } from '../../ir/value-type.js';
import type { Domain, Restriction } from './domain.js';

/** A quantity, a word or a yes/no that conditions ask something of. Two variables of one key are one. */
export interface Variable {
    readonly key: string;
    readonly domain: Domain;
    /** The facts that its value comes from, as `owner.name`. */
    readonly facts: ReadonlySet<string>;
    readonly given: Given;
}

/** How a household can be given a value of the variable, as an example of the language does. */
export type Given =
    | { readonly kind: 'fact'; readonly owner: 'demande' | 'logement'; readonly name: string; readonly type: ValueType }
    /** A field of one event; `instance` tells the events of a household apart. */
    | { readonly kind: 'field'; readonly instance: string; readonly name: string; readonly type: ValueType }
    /** `justifiés : ( … )`. */
    | { readonly kind: 'proof'; readonly name: string }
    /** A number, a date or a duration computed by an expression; `name` where it is a deduced fact, which may be given as such. */
    | { readonly kind: 'computed'; readonly expression: Expression; readonly name?: string; readonly type: ValueType; readonly inDays?: boolean }
    /** Whether two facts have the same word. */
    | { readonly kind: 'sameness'; readonly left: string; readonly right: string }
    /** Nothing that an example could give by itself. */
    | { readonly kind: 'nothing' };

/** What is asked of a boolean expression: true, false (which `sans objet` is too), or a plain « non ». */
export type Wanted = 'true' | 'false' | 'no';

/** A condition on the variables, read further only as the search comes to it. */
export type Formula =
    | { readonly kind: 'all' | 'any'; readonly items: readonly Formula[] }
    | { readonly kind: 'atom'; readonly variable: Variable; readonly restriction: Restriction }
    /** A boolean expression, to be read; `event` is the instance whose fields it reads. */
    | { readonly kind: 'expression'; readonly expression: Expression; readonly wanted: Wanted; readonly event?: string }
    /** At least one event satisfies the filter, or none does. */
    | { readonly kind: 'exists'; readonly expression: Extract<Expression, { kind: 'exists' }>; readonly wanted: boolean }
    /** Possible as far as is known: nothing proves it, nothing excludes it. */
    | { readonly kind: 'doubt' };

export function all(items: readonly Formula[]): Formula {
    return { kind: 'all', items };
}

export function any(items: readonly Formula[]): Formula {
    return { kind: 'any', items };
}

export const ALWAYS: Formula = { kind: 'all', items: [] };
export const NEVER: Formula = { kind: 'any', items: [] };
export const DOUBT: Formula = { kind: 'doubt' };

/** The expression holds. */
export function holdsTrue(expression: Expression, event?: string): Formula {
    return { kind: 'expression', expression, wanted: 'true', ...(event === undefined ? {} : { event }) };
}

/** The expression is false. */
export function holdsFalse(expression: Expression, event?: string): Formula {
    return { kind: 'expression', expression, wanted: 'false', ...(event === undefined ? {} : { event }) };
}
