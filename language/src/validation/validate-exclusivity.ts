import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion, Group, ScoringItem } from '../ir/scoring.js';
import { ZERO } from '../kit/exact-number.js';
import { namePlace } from './checking.js';
import { findHousehold } from './find-household.js';
import { numbers } from './household/comparisons.js';
import { meetsLine } from './household/conditions.js';
import { all, ALWAYS, any, holdsTrue, type Formula } from './household/formula.js';
import { hasValue } from './household/value-conditions.js';
import type { Model } from './model.js';
import type { Check } from './validation-memory.js';

/** A group with its name: a cotation's or a rubrique's. */
interface NamedGroup {
    readonly name: string;
    readonly group: Group;
}

/**
 * Groups of which a demand meets `un seul` item: each two are proved exclusive, or shown to meet in a household, or reported as not
 * proved (language.md, meaning 6).
 */
export function exclusivityChecks(model: Model, policy: Policy): readonly Check[] {
    const groups = policy.scorings.flatMap(({ name, group }) => groupsIn({ name, group }));
    return groups
        .filter(({ group }) => group.combination === 'un seul')
        .flatMap((named) => named.group.items.map((second, index) => () => checkItem(model, named, { second, index })));
}

function groupsIn(named: NamedGroup): readonly NamedGroup[] {
    return [named, ...named.group.items.flatMap((item) => (item.kind === 'rubric' ? groupsIn(item) : []))];
}

/** An item of a group with each of those before it. */
function checkItem(
    model: Model,
    { name, group }: NamedGroup,
    { second, index }: { readonly second: ScoringItem; readonly index: number },
): readonly Diagnostic[] {
    return group.items.slice(0, index).flatMap((first) => {
        if (setsAside(first, second) || setsAside(second, first)) return [];
        const met = findHousehold(model, all([applies(model, first), applies(model, second)]));
        if (met.kind === 'none') return [];
        const location = namePlace(second);
        const more = { related: [{ message: `« ${first.name} »`, location: namePlace(first) }] };
        const params = { group: name, first: first.name, second: second.name };
        if (met.kind === 'unknown') return [report('BAR404', params, location, more)];
        return [report('BAR403', { ...params, household: met.household }, location, more)];
    });
}

/** `exclusif de critère`: the second gives nothing when the first applies. */
function setsAside(first: ScoringItem, second: ScoringItem): boolean {
    return first.kind === 'criterion' && second.kind === 'criterion' && first.exclusive.includes(second.name);
}

/** A rubrique applies when one of its items does. */
function applies(model: Model, item: ScoringItem): Formula {
    return item.kind === 'rubric' ? any(item.group.items.map((inside) => applies(model, inside))) : criterionApplies(model, item);
}

/** A criterion applies when its condition holds and, for a `selon`, a line does; for points by unit, when there is a unit to count. */
function criterionApplies(model: Model, { condition, points, floor }: Criterion): Formula {
    const met = condition === undefined ? ALWAYS : holdsTrue(condition);
    if (typeof floor === 'string' && !floor.startsWith('-') && floor !== '0') return met;
    switch (points.kind) {
        case 'flat':
            return met;
        case 'rate':
            return all([met, hasValue({ model }, points.quantity, numbers('≠', ZERO))]);
        case 'appraised':
            return met;
        case 'tiers': {
            const tests = points.tiers.map((tier) => tier.test);
            const given = points.tiers.filter((tier) => tier.outcome.kind === 'points');
            return all([met, any(given.map((tier) => meetsLine({ model }, points.subject, tier.test, tests)))]);
        }
    }
}
