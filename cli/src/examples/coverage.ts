import { ruleSetName, type Criterion, type Group, type Policy, type Project } from '@bareme/language/ir';
import type { ExampleRun } from './run-example.js';

/** How much of a policy its examples try. */
export interface PolicyCoverage {
    readonly policy: string;
    readonly examples: number;
    /** Criteria of the policy; of a variant, those that it adds or changes. */
    readonly criteria: number;
    /** Criteria to which no example gives points, in the order of the policy. */
    readonly untried: readonly { readonly scoring: string; readonly criterion: string; readonly label?: string; readonly definition: Criterion }[];
}

/** For each policy that an example runs: the criteria that give points in no example. */
export function coverageOf(runs: readonly ExampleRun[], project: Project): readonly PolicyCoverage[] {
    const byPolicy = new Map<Policy, ExampleRun[]>();
    for (const run of runs) if (run.policy !== undefined) byPolicy.set(run.policy, [...(byPolicy.get(run.policy) ?? []), run]);
    return [...byPolicy].map(([policy, policyRuns]) => policyCoverage(policy, policyRuns, ownCriteria(policy, project)));
}

function policyCoverage(policy: Policy, runs: readonly ExampleRun[], criteria: readonly PlacedCriterion[]): PolicyCoverage {
    const tried = new Set(runs.flatMap(givingCriteria));
    const untried = criteria
        .filter(({ scoring, definition }) => !tried.has(keyOf(scoring, definition.name)))
        .map(({ scoring, definition }) => ({ scoring, criterion: definition.name, label: definition.label, definition }));
    return { policy: ruleSetName(policy), examples: runs.length, criteria: criteria.length, untried };
}

interface PlacedCriterion {
    readonly scoring: string;
    readonly definition: Criterion;
}

/** A variant answers for what it adds or changes: the rest is tried by the examples of the version. */
function ownCriteria(policy: Policy, project: Project): readonly PlacedCriterion[] {
    const all = allCriteria(policy);
    if (policy.variant === undefined) return all;
    const edited = project.policies.find(({ name, version }) => name === policy.name && version === policy.version);
    const known = new Set((edited === undefined ? [] : allCriteria(edited)).map(contentOf));
    return all.filter((criterion) => !known.has(contentOf(criterion)));
}

function allCriteria({ scorings }: Policy): readonly PlacedCriterion[] {
    return scorings.flatMap((scoring) => criteriaOf(scoring.group).map((definition) => ({ scoring: scoring.name, definition })));
}

/** What a criterion says, wherever it is written. */
function contentOf(criterion: PlacedCriterion): string {
    return JSON.stringify(criterion, (key, value: unknown) => (key === 'at' || key === 'places' || key === 'text' ? undefined : value));
}

/** The criteria that give this example points, other than 0, before the combination of their rubric. */
function givingCriteria({ explanation }: ExampleRun): readonly string[] {
    if (explanation === undefined) return [];
    const { scoring, lines } = explanation.traces.declared;
    return lines
        .filter(({ kind, points }) => kind === 'criterion' && points.kind === 'exact' && points.points.n !== 0n)
        .map(({ name }) => keyOf(scoring, name));
}

function keyOf(scoring: string, criterion: string): string {
    return `${scoring} ${criterion}`;
}

function criteriaOf(group: Group): readonly Criterion[] {
    return group.items.flatMap((item) => (item.kind === 'criterion' ? [item] : criteriaOf(item.group)));
}
