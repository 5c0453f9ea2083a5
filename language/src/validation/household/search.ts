import type { Expression } from '../../ir/expression.js';
import { keyOf, type Model } from '../model.js';
import { conditionOf } from './conditions.js';
import { narrowed, type Domain } from './domain.js';
import { all, any, DOUBT, holdsFalse, holdsTrue, type Formula, type Variable } from './formula.js';

type Exists = Extract<Expression, { kind: 'exists' }>;

/** The variables of which something is asked, and what each may still be. */
export type Store = ReadonlyMap<string, { readonly variable: Variable; readonly domain: Domain }>;

/** A way to meet a formula: what the variables may be, which events there must be. */
export interface Way {
    readonly store: Store;
    readonly events: readonly EventNeeded[];
}

/** An event that the household must have; `instance` names it in the variables of its fields. */
export interface EventNeeded {
    readonly instance: string;
    readonly source: string;
    readonly current: boolean;
}

/**
 * `none`: nothing can meet the formula, proved. `found`: this household does. `unknown`: what could be tried within the budget neither
 * proves nor refutes it.
 */
export type Outcome<Household> = { readonly kind: 'none' } | { readonly kind: 'unknown' } | { readonly kind: 'found'; readonly household: Household };

/** Steps after which a search gives up: a policy that a person can read takes far fewer. */
export const BUDGET = 20_000;

/**
 * Looks for a household that meets a formula. Splits what is « ou », narrows the domain of each variable, and asks `settle` to turn a
 * way that is left into a household; `settle` gives nothing when it cannot tell whether the way is real.
 */
export function search<Household>(model: Model, formula: Formula, settle: (way: Way) => Household | undefined): Outcome<Household> {
    const run: Run<Household> = { model, settle, steps: BUDGET, unsettled: false };
    const found = explore(run, { todo: [formula], splits: [], store: new Map(), events: [], absences: [], doubtful: false });
    if (found !== undefined) return { kind: 'found', household: found };
    return { kind: run.unsettled || run.steps <= 0 ? 'unknown' : 'none' };
}

interface Run<Household> {
    readonly model: Model;
    readonly settle: (way: Way) => Household | undefined;
    steps: number;
    /** A way was left that `settle` could not turn into a household. */
    unsettled: boolean;
}

interface Node extends Way {
    readonly todo: readonly Formula[];
    /** Alternatives put off until everything certain is known. */
    readonly splits: readonly (readonly Formula[])[];
    readonly events: readonly (EventNeeded & { readonly key: string })[];
    readonly absences: readonly Exists[];
    readonly doubtful: boolean;
}

/** Takes everything certain first, then tries the alternatives of the shortest split one by one. */
function explore<Household>(run: Run<Household>, start: Node): Household | undefined {
    let node: Node | undefined = start;
    while (node !== undefined && node.todo.length > 0) {
        run.steps -= 1;
        if (run.steps <= 0) return undefined;
        const [formula, ...todo]: readonly Formula[] = node.todo;
        node = formula === undefined ? undefined : step(run.model, { ...node, todo }, formula);
    }
    if (node === undefined) return undefined;
    const { splits } = node;
    const shortest = splits.reduce<readonly Formula[] | undefined>(
        (best, split) => (best === undefined || split.length < best.length ? split : best),
        undefined,
    );
    if (shortest === undefined) return leaf(run, node);
    const others = splits.filter((split) => split !== shortest);
    for (const alternative of shortest) {
        const found = explore(run, { ...node, todo: [alternative], splits: others });
        if (found !== undefined) return found;
    }
    return undefined;
}

function leaf<Household>(run: Run<Household>, { store, events, doubtful }: Node): Household | undefined {
    const household = doubtful ? undefined : run.settle({ store, events });
    if (household === undefined) run.unsettled = true;
    return household;
}

/** One formula more; `undefined` when it contradicts what is already asked. */
function step(model: Model, node: Node, formula: Formula): Node | undefined {
    switch (formula.kind) {
        case 'all':
            return { ...node, todo: [...formula.items, ...node.todo] };
        case 'any':
            if (formula.items.length === 0) return undefined;
            return formula.items.length === 1 ? { ...node, todo: [...formula.items, ...node.todo] } : { ...node, splits: [...node.splits, formula.items] };
        case 'doubt':
            return { ...node, doubtful: true };
        case 'atom': {
            const known = node.store.get(formula.variable.key);
            const domain = narrowed(known?.domain ?? formula.variable.domain, formula.restriction);
            if (domain === undefined) return undefined;
            return { ...node, store: new Map(node.store).set(formula.variable.key, { variable: known?.variable ?? formula.variable, domain }) };
        }
        case 'expression':
            return {
                ...node,
                todo: [
                    conditionOf({ model, ...(formula.event === undefined ? {} : { event: formula.event }) }, formula.expression, formula.wanted),
                    ...node.todo,
                ],
            };
        case 'exists':
            return formula.wanted ? withEvent(node, formula.expression) : withoutEvent(node, formula.expression);
    }
}

/** One event more, which meets the filter and none of those that no event may meet. */
function withEvent(node: Node, expression: Exists): Node {
    const key = keyOf(expression);
    if (node.events.some((event) => event.key === key)) return node;
    const { source, current, filter } = expression;
    const instance = `${source} ${node.events.length + 1}`;
    const event = { key, instance, source, current };
    const absences = node.absences.filter((absence) => absence.source === source).map((absence) => avoids(event, absence));
    return { ...node, events: [...node.events, event], todo: [holdsTrue(filter, instance), ...absences, ...node.todo] };
}

function withoutEvent(node: Node, absence: Exists): Node {
    const avoided = node.events.filter((event) => event.source === absence.source).map((event) => avoids(event, absence));
    return { ...node, absences: [...node.absences, absence], todo: [...avoided, ...node.todo] };
}

/** An event that is not known to be current may escape a condition on current events by its dates. */
function avoids(event: EventNeeded, { current, filter }: Exists): Formula {
    const unmet = holdsFalse(filter, event.instance);
    return current && !event.current ? any([unmet, DOUBT]) : all([unmet]);
}
