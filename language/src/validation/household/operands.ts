import type { Expression } from '../../ir/expression.js';
import { partsOf } from '../../ir/expression-parts.js';
import type { Model } from '../model.js';

/** What a value cannot do without: facts, and deduced facts that have clauses of their own. */
export interface Operands {
    readonly facts: readonly Extract<Expression, { kind: 'fact' }>[];
    readonly notApplicable: readonly Expression[];
    readonly unknown: readonly Expression[];
}

/** Kinds of expressions that have a value only if every part of them has one. */
const STRICT: ReadonlySet<Expression['kind']> = new Set(['arithmetic', 'opposite', 'per', 'rounding', 'extreme', 'since', 'elapsed', 'lapse', 'lookup']);

/** The operands of an expression, through deduced facts. Branches that may not be taken are left out. */
export function operandsOf(model: Model, expression: Expression): Operands {
    const found = { facts: [] as Operands['facts'][number][], notApplicable: [] as Expression[], unknown: [] as Expression[] };
    const seen = new Set<string>();
    const visit = (part: Expression): void => {
        if (part.kind === 'fact') found.facts.push(part);
        if (STRICT.has(part.kind)) partsOf(part).forEach(visit);
        if (part.kind !== 'derived' || seen.has(part.name)) return;
        seen.add(part.name);
        const derived = model.derived.get(part.name);
        if (derived === undefined) return;
        if (derived.notApplicable !== undefined) found.notApplicable.push(derived.notApplicable);
        if (derived.unknown !== undefined) found.unknown.push(derived.unknown);
        visit(derived.value);
    };
    visit(expression);
    return found;
}
