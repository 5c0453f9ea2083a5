import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Scoring } from '../ir/scoring.js';
import { namePlace, type Checking } from './checking.js';
import { findHousehold } from './find-household.js';
import { all, ALWAYS, holdsFalse, holdsTrue, NEVER, type Formula } from './household/formula.js';
import type { Model } from './model.js';

/** Each demand is scored by one cotation: no two meet, and none is left out. */
export function validateScopes(checking: Checking, model: Model, { scorings }: Policy): readonly Diagnostic[] {
    if (!checking.complete) return [];
    const meetings = scorings.flatMap((second, index) => scorings.slice(0, index).flatMap((first) => meeting(model, { first, second })));
    return [...meetings, ...leftOut(model, scorings)];
}

function inScope({ scope }: Scoring): Formula {
    return scope === undefined ? ALWAYS : holdsTrue(scope);
}

function meeting(model: Model, { first, second }: { readonly first: Scoring; readonly second: Scoring }): readonly Diagnostic[] {
    const met = findHousehold(model, all([inScope(first), inScope(second)]));
    if (met.kind === 'none') return [];
    const location = namePlace(second);
    const more = { related: [{ message: `« ${first.name} »`, location: namePlace(first) }] };
    const params = { first: first.name, second: second.name };
    return [met.kind === 'unknown' ? report('BAR417', params, location, more) : report('BAR410', { ...params, household: met.household }, location, more)];
}

/** A demand whose facts put it in no cotation for sure; one whose facts are missing is another matter. */
function leftOut(model: Model, scorings: readonly Scoring[]): readonly Diagnostic[] {
    const [first] = scorings;
    if (first === undefined) return [];
    const met = findHousehold(model, all(scorings.map(({ scope }) => (scope === undefined ? NEVER : holdsFalse(scope)))));
    if (met.kind === 'none') return [];
    const location = namePlace(first);
    return [met.kind === 'unknown' ? report('BAR417', { first: first.name }, location) : report('BAR411', { household: met.household }, location)];
}
