import { describeHousehold } from './household/describe-household.js';
import type { Formula } from './household/formula.js';
import { settle } from './household/settle.js';
import { search } from './household/search.js';
import type { Model } from './model.js';

/** Whether a demand can meet a formula: no, this one does, or nothing tells. */
export type Possibility = { readonly kind: 'none' } | { readonly kind: 'unknown' } | { readonly kind: 'found'; readonly household: string };

/** Looks for a demand that meets a formula, and describes it in the words of an example. */
export function findHousehold(model: Model, formula: Formula): Possibility {
    const outcome = search(model, formula, (way) => settle(model, way));
    return outcome.kind === 'found' ? { kind: 'found', household: textOf(describeHousehold(outcome.household, model.day)) } : outcome;
}

/** Whether a formula can be met at all, as far as can be told without finding by whom. */
export function isImpossible(model: Model, formula: Formula): boolean {
    return search(model, formula, () => true).kind === 'none';
}

function textOf(household: string): string {
    return household === '' ? 'n’importe laquelle' : household;
}
