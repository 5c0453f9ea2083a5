import type { Expression } from '../../ir/expression.js';
import { numbersIn } from './candidates.js';
import type { Domain, Values } from './domain.js';
import type { Given } from './formula.js';
import { solve, type Assignment } from './invert.js';
import { operandsOf } from './operands.js';
import { give, valueIn, type Entry, type GivenValue, type Settling } from './settling.js';

type Computed = Extract<Given, { kind: 'computed' }>;

/** Whether the variable is a computation. */
export function isComputed({ variable }: Entry): boolean {
    return variable.given.kind === 'computed';
}

/**
 * A deduced fact alone of its facts is given as such. Any other computation is undone down to its facts, so that the household really
 * has that value.
 */
export function settleComputed(settling: Settling, { variable, domain }: Entry): boolean {
    const given = variable.given as Computed;
    const { model, entries, facts } = settling;
    const alone = entries.every((entry) => entry.variable === variable || [...entry.variable.facts].every((fact) => !variable.facts.has(fact)));
    const untouched = [...variable.facts].every((fact) => !facts.has(fact));
    if (given.name !== undefined && alone && untouched) return giveDerived(settling, { ...given, name: given.name }, domain);
    if (domain.values.kind === 'none' && domain.notApplicable) return leaveOut(settling, given.expression);
    if (domain.values.kind !== 'numbers') return false;
    const known = new Map(entries.flatMap((entry) => (entry.variable.given.kind === 'fact' ? [[entry.variable.key, entry.domain.values] as const] : [])));
    if (given.inDays === true) return false;
    const wanted = numbersIn(domain.values, given.type).slice(0, MOST_TRIALS);
    const trials = wanted.flatMap((value) => Array.from({ length: MOST_TRIALS }, (_, rank) => ({ value, rank })));
    return trials.some(({ value, rank }) => {
        const assignment = numbersGiven(settling);
        if (!solve({ model, known, assignment, rank }, given.expression, value)) return false;
        for (const [key, number] of assignment) {
            const fact = model.facts.get(key);
            if (fact !== undefined) give(settling, fact, { kind: 'number', value: number });
        }
        return true;
    });
}

const MOST_TRIALS = 6;

/** A computation is `sans objet` as soon as one of its facts is. */
function leaveOut(settling: Settling, expression: Expression): boolean {
    const { model, entries, facts } = settling;
    const asked = new Set(entries.map((entry) => entry.variable.key));
    const free = operandsOf(model, expression).facts.find(({ owner, name }) => !asked.has(`${owner}.${name}`) && !facts.has(`${owner}.${name}`));
    const fact = free === undefined ? undefined : model.facts.get(`${free.owner}.${free.name}`);
    if (fact !== undefined) give(settling, fact, { kind: 'not-applicable' });
    return fact !== undefined;
}

function numbersGiven({ facts }: Settling): Assignment {
    return new Map([...facts].flatMap(([key, { value }]) => (value.kind === 'number' ? [[key, value.value] as const] : [])));
}

function giveDerived(settling: Settling, { name, type, inDays }: Computed & { readonly name: string }, domain: Domain): boolean {
    if (type.kind === 'duration' && (inDays === true || !hasWholeMonth(domain.values))) return false;
    const value = type.kind === 'duration' ? wholeMonths(domain.values) : valueIn(domain, type);
    if (value !== undefined) settling.derived.push({ name, type, value });
    return value !== undefined;
}

function hasWholeMonth(values: Values): boolean {
    return values.kind !== 'numbers' || wholeMonths(values) !== undefined;
}

/** A duration is written in whole months. */
function wholeMonths(values: Values): GivenValue | undefined {
    if (values.kind !== 'numbers') return undefined;
    const value = numbersIn({ ...values, grid: 1n }, { kind: 'duration' })[0];
    return value && { kind: 'number', value };
}
