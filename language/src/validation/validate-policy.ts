import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Exclusion, Objective, Policy } from '../ir/policy.js';
import type { Criterion, Group, Scoring } from '../ir/scoring.js';
import { nearestNames, sureName } from '../kit/nearest-name.js';
import { namePlace, place, type Checking } from './checking.js';
import { criteriaIn } from '../ir/scoring-parts.js';
import { keyOf } from './model.js';

/** What a policy must say and must not say twice: a cotation, a ranking, names that exist, rules that differ, years in order. */
export function validatePolicy(checking: Checking, policy: Policy): readonly Diagnostic[] {
    const whole = namePlace(policy);
    return [
        ...(policy.scorings.length > 0 || !checking.complete ? [] : [report('BAR409', { policy: policy.name }, whole)]),
        ...(policy.ranking !== undefined || !checking.complete ? [] : [report('BAR406', { policy: policy.name }, whole)]),
        ...policy.scorings.flatMap((scoring) => [...unknownExclusives(checking, scoring), ...twiceInGroup(scoring.group)]),
        ...twice(policy.exclusions, exclusionKey),
        ...policy.exclusions.flatMap((exclusion) => unfoundedExclusion(exclusion)),
        ...policy.objectives.flatMap((objective) => yearsOutOfOrder(objective)),
    ];
}

/** `exclusif de critère x`: x is another criterion of the same cotation. */
function unknownExclusives(checking: Checking, scoring: Scoring): readonly Diagnostic[] {
    const criteria = criteriaIn(scoring.group);
    const names = criteria.map((criterion) => criterion.name);
    return criteria.flatMap((criterion) =>
        criterion.exclusive.flatMap((name, index) => {
            if (!checking.complete || (names.includes(name) && name !== criterion.name)) return [];
            const nearest = nearestNames(
                name,
                names.filter((known) => known !== criterion.name),
            );
            const location = place(criterion.places?.exclusive?.[index] ?? criterion.at);
            const best = sureName(name, nearest);
            const fix = best === undefined ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
            return [report('BAR418', { name, nearest }, location, { fix })];
        }),
    );
}

/** Criteria of one group that say the same under two names. */
function twiceInGroup(group: Group): readonly Diagnostic[] {
    const criteria = group.items.filter((item) => item.kind === 'criterion');
    const rubrics = group.items.filter((item) => item.kind === 'rubric');
    return [...twice(criteria, criterionKey), ...rubrics.flatMap((rubric) => twiceInGroup(rubric.group))];
}

function criterionKey({ condition, points, cap, floor }: Criterion): string {
    const said = JSON.stringify({ points, cap, floor }, (name, value: unknown) => (name === 'at' || name === 'places' || name === 'type' ? undefined : value));
    return `${condition === undefined ? '' : keyOf(condition)} ${said}`;
}

/** An exclusion names the text that allows it, and the motive that the demandeur is owed (language.md, meaning 1). */
function unfoundedExclusion(exclusion: Exclusion): readonly Diagnostic[] {
    const { name, motive, references } = exclusion;
    const lacks = references.length === 0 ? 'reference' : motive === undefined ? 'motive' : undefined;
    return lacks === undefined ? [] : [report('BAR427', { name, lacks }, namePlace(exclusion))];
}

function exclusionKey({ condition, readAt }: Exclusion): string {
    return `${readAt} ${keyOf(condition)}`;
}

function twice<Rule extends Criterion | Exclusion>(rules: readonly Rule[], key: (rule: Rule) => string): readonly Diagnostic[] {
    const first = new Map<string, Rule>();
    return rules.flatMap((rule) => {
        const words = key(rule);
        const said = first.get(words);
        if (said === undefined) first.set(words, rule);
        if (said === undefined || said.name === rule.name) return [];
        const related = [{ message: `« ${said.name} »`, location: namePlace(said) }];
        return [report('BAR420', { first: said.name, second: rule.name }, namePlace(rule), { related })];
    });
}

/** A year written twice is told where it is read: see `lowering/said-once.ts`. */
function yearsOutOfOrder({ name, trajectory, at, places }: Objective): readonly Diagnostic[] {
    const wrong = trajectory.findIndex((step, index) => step.year < (trajectory[index - 1]?.year ?? -1));
    const [first, second] = [trajectory[wrong - 1]?.year, trajectory[wrong]?.year];
    if (first === undefined || second === undefined) return [];
    return [report('BAR419', { name, first: String(first), second: String(second) }, place(places?.trajectory?.[0] ?? at))];
}
