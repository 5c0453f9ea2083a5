import type { Expression } from '../ir/expression.js';
import type { Day, Fraction } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { DerivedFact, Enumeration, Parameter, Table, Vocabulary } from '../ir/vocabulary.js';
import { addDays, toYmd } from '../kit/civil-date.js';
import { fromFraction, ZERO, type Rational } from '../kit/exact-number.js';
import { partsOf } from '../ir/expression-parts.js';

/** A vocabulary as the checks read it: every name at hand. */
export interface Model {
    readonly facts: ReadonlyMap<string, FactDeclaration>;
    readonly derived: ReadonlyMap<string, DerivedFact>;
    readonly enumerations: ReadonlyMap<string, Enumeration>;
    readonly parameters: ReadonlyMap<string, Parameter>;
    readonly tables: ReadonlyMap<string, Table>;
    /** The examination date of the households that are shown: a day that every month has. */
    readonly day: Day;
}

/** The model of a vocabulary; `from` is a day near which the households shown are examined. */
export function modelOf(vocabulary: Vocabulary, from: Day): Model {
    return {
        facts: new Map(vocabulary.facts.map((fact) => [`${fact.owner}.${fact.name}`, fact])),
        derived: byName(vocabulary.derived),
        enumerations: byName(vocabulary.enumerations),
        parameters: byName(vocabulary.parameters.map(asProposed)),
        tables: byName(vocabulary.tables),
        day: toYmd(from).day <= 28 ? from : addDays(from, -3),
    };
}

/** A parameter that is yet to be confirmed is looked at with what is proposed: that it must be confirmed is said apart. */
function asProposed(parameter: Parameter): Parameter {
    const value = parameter.value ?? parameter.proposed;
    return value === undefined ? parameter : { ...parameter, value };
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
    return new Map(items.map((item) => [item.name, item]));
}

/** A fraction that the lowering wrote. */
export function exact(fraction: Fraction): Rational {
    return fromFraction(fraction) ?? ZERO;
}

/** What a part of an expression carries besides what it says. */
const BESIDES: ReadonlySet<string> = new Set(['at', 'places', 'type', 'list']);

const keys = new WeakMap<Expression, string>();

/** What an expression says, wherever it stands: two expressions of one key have the same value. */
export function keyOf(expression: Expression): string {
    const known = keys.get(expression);
    if (known !== undefined) return known;
    const key = JSON.stringify(expression, (name, value: unknown) => (BESIDES.has(name) ? undefined : value));
    keys.set(expression, key);
    return key;
}

/** The facts that an expression depends on, through deduced facts, as `owner.name`. */
export function factsRead(model: Model, expression: Expression): ReadonlySet<string> {
    const found = new Set<string>();
    const seen = new Set<string>();
    const visit = (part: Expression): void => {
        if (part.kind === 'fact') found.add(`${part.owner}.${part.name}`);
        if (part.kind === 'count' || part.kind === 'fold' || part.kind === 'exists') found.add(`demande.${part.source}`);
        if (part.kind === 'derived' && !seen.has(part.name)) {
            seen.add(part.name);
            const derived = model.derived.get(part.name);
            for (const inner of [derived?.value, derived?.notApplicable, derived?.unknown]) if (inner !== undefined) visit(inner);
        }
        partsOf(part).forEach(visit);
    };
    visit(expression);
    return found;
}
