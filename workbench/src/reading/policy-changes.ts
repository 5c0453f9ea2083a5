import type { Place } from '../base/place.js';
import type { Criterion, Group, Policy, Rubric, Span } from '@bareme/language/ir';
import { fractionShare } from '../base/french.js';

/** One clause that a variant edits: its words before and after. */
export interface ClauseChange {
    readonly kind: 'edited' | 'added' | 'removed';
    readonly subject: 'critère' | 'rubrique' | 'cotation' | 'liste' | 'objectif' | 'classement' | 'exclusion' | 'adéquation' | 'convention';
    readonly name: string;
    readonly label: string;
    readonly before?: string;
    readonly after?: string;
    /** Where it is written: in the variant, or in the version for what is taken away. */
    readonly place?: Place;
}

/** A clause as both policies may have it. */
interface Clause {
    readonly subject: ClauseChange['subject'];
    readonly name: string;
    readonly label: string;
    readonly text: string;
    readonly at: Span;
}

/** What a variant edits of the version it is made from, in the order of the policy. */
export function changesOf(version: Policy, variant: Policy): readonly ClauseChange[] {
    const before = clausesOf(version);
    const after = clausesOf(variant);
    const edited = [...after].flatMap(([key, clause]): readonly ClauseChange[] => {
        const { subject, name, label, text } = clause;
        const former = before.get(key);
        if (former?.text === text) return [];
        const change = { subject, name, label, after: text, place: placeOf(clause.at) };
        return [former === undefined ? { kind: 'added', ...change } : { kind: 'edited', ...change, before: former.text }];
    });
    const removed = [...before].flatMap(([key, { subject, name, label, text, at }]): readonly ClauseChange[] =>
        after.has(key) ? [] : [{ kind: 'removed', subject, name, label, before: text, place: placeOf(at) }],
    );
    return [...edited, ...removed];
}

/** Where a node of a policy is written. */
export function placeOf([path, start, end]: Span): Place {
    return { path, start, end };
}

/** Where a clause of the grid is written, by the name that the ledger gives it. */
export function clausePlace(policy: Policy, name: string): Place | undefined {
    const clause = [...clausesOf(policy).values()].find((item) => item.name === name && (item.subject === 'critère' || item.subject === 'rubrique'));
    return clause && placeOf(clause.at);
}

function clausesOf(policy: Policy): ReadonlyMap<string, Clause> {
    const clauses: Clause[] = [];
    for (const { name, label = name, group, at } of policy.scorings) {
        clauses.push({ subject: 'cotation', name, label, text: combinationText(group), at }, ...itemsOf(group));
    }
    for (const { name, label = name, values, at } of policy.lists) clauses.push({ subject: 'liste', name, label, text: values.join(' ; '), at });
    for (const { name, label = name, text, at } of policy.objectives) clauses.push({ subject: 'objectif', name, label, text, at });
    for (const { name, label = name, text, at } of policy.exclusions) clauses.push({ subject: 'exclusion', name, label, text, at });
    for (const { name, label = name, text, at } of policy.adequacies) clauses.push({ subject: 'adéquation', name, label, text, at });
    for (const { name, label = name, share, at } of policy.conventions)
        clauses.push({ subject: 'convention', name, label, text: `part : ${fractionShare(share)} du flux`, at });
    return new Map(clauses.map((clause) => [`${clause.subject} ${clause.name}`, clause]));
}

function itemsOf(group: Group): readonly Clause[] {
    return group.items.flatMap((item) => (item.kind === 'criterion' ? [criterionClause(item)] : rubricClauses(item)));
}

function criterionClause({ name, label = name, text, at }: Criterion): Clause {
    return { subject: 'critère', name, label, text, at };
}

function rubricClauses({ name, label = name, group, at }: Rubric): readonly Clause[] {
    return [{ subject: 'rubrique', name, label, text: combinationText(group), at }, ...itemsOf(group)];
}

/** How a group adds up, in the words of the language. */
function combinationText({ combination, increase, cap, floor }: Group): string {
    const parts: string[] = [combination];
    if (increase !== undefined) parts.push(`majorée de ${increase.percent} %`);
    if (cap !== undefined) parts.push(`plafonnée à ${cap} points`);
    if (floor !== undefined) parts.push(`plancher ${floor} points`);
    return parts.join(', ');
}
