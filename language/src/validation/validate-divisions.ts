import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { compare, ZERO } from '../kit/exact-number.js';
import { place, wordsAt, type Checking } from './checking.js';
import { partsOf } from '../ir/expression-parts.js';
import { expressionsOfRules } from './expressions.js';
import { isImpossible } from './find-household.js';
import { numbers } from './household/comparisons.js';
import { meetsLine } from './household/conditions.js';
import { all, holdsFalse, holdsTrue, type Formula } from './household/formula.js';
import { hasValue } from './household/value-conditions.js';
import type { Model } from './model.js';
import { rangeOf } from './quantities/value-range.js';

/** Divisors that may be 0 where nothing says what a division by 0 gives: in deduced facts, clauses read, and in a policy's rules. */
export function validateDivisions(checking: Checking, model: Model, { derived }: Pick<Vocabulary, 'derived'>): readonly Diagnostic[] {
    return derived.flatMap((fact) => {
        const clauses = [fact.notApplicable, fact.unknown].filter((clause) => clause !== undefined);
        return divisionsIn(
            { checking, model },
            fact.value,
            clauses.map((clause) => holdsFalse(clause)),
        );
    });
}

/** Same, for the divisions that rules write themselves. */
export function validateDivisionsOfRules(checking: Checking, model: Model, policy: Policy): readonly Diagnostic[] {
    return expressionsOfRules(policy).flatMap((expression) => divisionsIn({ checking, model }, expression, []));
}

interface Looking {
    readonly checking: Checking;
    readonly model: Model;
}

/** The divisions of an expression; `guards` is what holds wherever it is computed. */
function divisionsIn(looking: Looking, expression: Expression, guards: readonly Formula[]): readonly Diagnostic[] {
    const { model } = looking;
    switch (expression.kind) {
        case 'arithmetic': {
            const inside = [expression.left, expression.right].flatMap((part) => divisionsIn(looking, part, guards));
            return expression.operator === '/' ? [...inside, ...zeroDivisor(looking, expression.right, guards)] : inside;
        }
        case 'and':
        case 'or': {
            // What comes later in a conjunction matters only if what comes before holds; in a disjunction, if it does not.
            const guard = expression.kind === 'and' ? holdsTrue : holdsFalse;
            return expression.items.flatMap((item, index) => {
                const before = expression.items.slice(0, index).map((earlier) => guard(earlier));
                return divisionsIn(looking, item, [...guards, ...before]);
            });
        }
        case 'choose':
            return [
                ...divisionsIn(looking, expression.condition, guards),
                ...divisionsIn(looking, expression.then, [...guards, holdsTrue(expression.condition)]),
                ...divisionsIn(looking, expression.otherwise, [...guards, holdsFalse(expression.condition)]),
            ];
        case 'select': {
            const tests = expression.tiers.map((tier) => tier.test);
            const outcomes = expression.tiers.flatMap((tier) =>
                divisionsIn(looking, tier.outcome, [...guards, meetsLine({ model }, expression.subject, tier.test, tests)]),
            );
            return [...divisionsIn(looking, expression.subject, guards), ...outcomes];
        }
        default:
            return partsOf(expression).flatMap((part) => divisionsIn(looking, part, guards));
    }
}

function zeroDivisor({ checking, model }: Looking, divisor: Expression, guards: readonly Formula[]): readonly Diagnostic[] {
    const { low, high } = rangeOf(model, divisor);
    if ((low !== undefined && compare(low, ZERO) > 0) || (high !== undefined && compare(high, ZERO) < 0)) return [];
    if (isImpossible(model, all([...guards, hasValue({ model }, divisor, numbers('=', ZERO))]))) return [];
    return [report('BAR414', { subject: wordsAt(checking, divisor.at) }, place(divisor.at))];
}
