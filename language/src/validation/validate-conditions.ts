import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { Span } from '../ir/span.js';
import { place } from './checking.js';
import { criteriaIn } from '../ir/scoring-parts.js';
import { isImpossible } from './find-household.js';
import { holdsTrue } from './household/formula.js';
import type { Model } from './model.js';
import type { Check } from './validation-memory.js';

/** A condition and the rule that rests on it. */
interface Ruled {
    readonly name: string;
    readonly condition: Expression;
    readonly at: Span;
}

/** Conditions that contradict themselves: the rule would never serve. */
export function conditionChecks(model: Model, policy: Policy): readonly Check[] {
    return conditionsOf(policy).map(
        ({ name, condition }) =>
            () =>
                isImpossible(model, holdsTrue(condition)) ? [report('BAR416', { name }, place(condition.at))] : [],
    );
}

function conditionsOf({
    scorings,
    unscored = [],
    exclusions,
    adequacies,
    signals,
    routes,
    objectives,
    imputations,
    commission,
    reservees,
}: Policy): readonly Ruled[] {
    const criteria = scorings.flatMap((scoring) => criteriaIn(scoring.group));
    const ruled = criteria.flatMap(({ name, condition, at }) => (condition === undefined ? [] : [{ name, condition, at }]));
    const measured = objectives.flatMap(({ name, base, target }) =>
        [base, target].flatMap((part) => (part === undefined ? [] : [{ name, condition: part, at: part.at }])),
    );
    const publics = reservees.flatMap(({ name, contingents }) =>
        contingents.flatMap(({ public: open, at }) => (open === undefined ? [] : [{ name, condition: open, at }])),
    );
    return [
        ...ruled,
        ...unscored,
        ...exclusions,
        ...adequacies,
        ...signals,
        ...routes,
        ...measured,
        ...imputations,
        ...publics,
        ...(commission?.grounds ?? []),
    ];
}
