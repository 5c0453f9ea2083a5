import type { Group, Policy, Span } from '@bareme/language/ir';
import type { Place } from '../base/place.js';

/** A clause by what it is and its name, as a comparison names it: `criterion attente`, `list métiers_essentiels`. */
export interface ClauseName {
    /** Absent: a criterion or a rubric, whichever has the name. */
    readonly kind?: string;
    readonly name: string;
}

/** The name in `criterion attente`; the kind is what comes before. */
export function clauseName(id: string): ClauseName {
    const [kind = '', name = ''] = id.split(' ');
    return { kind, name };
}

/** Where the name of a clause of a policy is written; where it has none there, the clause. */
export function clausePlace(policy: Policy, { kind, name }: ClauseName): Place | undefined {
    const found = clausesOf(policy).find((clause) => clause.name === name && (kind === undefined ? GRID.has(clause.kind) : clause.kind === kind));
    const at = found && (found.places?.name ?? found.at);
    return at && placeOf(at);
}

/** Where a node of a policy is written. */
export function placeOf([path, start, end]: Span): Place {
    return { path, start, end };
}

const GRID: ReadonlySet<string> = new Set(['criterion', 'rubric']);

interface Clause {
    readonly kind: string;
    readonly name: string;
    readonly at: Span;
    readonly places?: { readonly name?: Span };
}

function clausesOf(policy: Policy): readonly Clause[] {
    const of = (kind: string, items: readonly Omit<Clause, 'kind'>[]): readonly Clause[] => items.map((item) => ({ ...item, kind }));
    return [
        ...policy.scorings.flatMap(({ group }) => itemsOf(group)),
        ...of('scoring', policy.scorings),
        ...of('list', policy.lists),
        ...of('objective', policy.objectives),
        ...of('unscored', policy.unscored ?? []),
        ...of('exclusion', policy.exclusions),
        ...of('adequacy', policy.adequacies),
        ...of('convention', policy.conventions),
    ];
}

function itemsOf({ items }: Group): readonly Clause[] {
    return items.flatMap((item) => (item.kind === 'criterion' ? [item] : [item, ...itemsOf(item.group)]));
}
