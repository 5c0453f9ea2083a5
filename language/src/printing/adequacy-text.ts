import { fromFraction } from '../kit/exact-number.js';
import type { Bound, Expression, Relation } from '../ir/expression.js';
import type { Adequacy } from '../ir/policy.js';
import { LEVELS, type PrintContext } from './context.js';
import { aligned, block, words } from './layout.js';
import { wordText } from './literal-text.js';
import { intervalText } from './tier-text.js';
import { labelText, referencesText } from './type-text.js';

/** What makes a dwelling suit a demand: lines by value of a fact of the dwelling when it is made so, else a condition. */
export function adequacyText(context: PrintContext, adequacy: Adequacy): string {
    const head = words('adéquation', adequacy.name, labelText(adequacy.label));
    const lines = linesOf(context, adequacy.name, adequacy.condition);
    const body = lines === undefined ? `${head} : ${context.print(context, adequacy.condition, LEVELS.any)}` : block(head, aligned(lines, ' : '));
    return words(body, referencesText(adequacy.references));
}

type Line = readonly [value: string, test: string];

/** The lines of `adéquation typologie { T1 : de 1 à 2 personnes … }`, from the chain of choices that they make. */
function linesOf(context: PrintContext, name: string, condition: Expression): readonly Line[] | undefined {
    const lines: Line[] = [];
    let rest = condition;
    while (rest.kind === 'choose') {
        const line = lineOf(context, name, rest);
        if (line === undefined) return undefined;
        lines.push(line);
        rest = rest.otherwise;
    }
    const anyway = rest.kind === 'literal' && rest.value.kind === 'boolean' && rest.value.value;
    return anyway && lines.length > 0 ? lines : undefined;
}

function lineOf(context: PrintContext, name: string, { condition, then }: Extract<Expression, { kind: 'choose' }>): Line | undefined {
    if (condition.kind !== 'among' || condition.subject.kind !== 'fact' || condition.list !== undefined || condition.values.length !== 1) return undefined;
    if (condition.subject.owner !== 'logement' || condition.subject.name !== name) return undefined;
    const test = testText(context, then);
    return test === undefined ? undefined : [wordText(condition.values[0] ?? '', condition.subject.type), test];
}

/** The interval that a condition on the size of the household is. */
function testText(context: PrintContext, then: Expression): string | undefined {
    if (then.kind === 'literal') return then.value.kind === 'boolean' && then.value.value ? 'sinon' : undefined;
    const comparisons = then.kind === 'and' ? then.items : [then];
    const bounds = comparisons.map((comparison) => boundOf(context, comparison));
    const [first, second] = bounds;
    if (first === undefined || bounds.length > 2 || bounds.includes(undefined)) return undefined;
    if (second === undefined) return intervalText({ [first.side]: first.bound }, first.type);
    const closed = first.side === 'low' && first.bound.inclusive && second.side === 'high';
    return closed ? intervalText({ low: first.bound, high: second.bound }, first.type) : undefined;
}

interface OneBound {
    readonly side: 'low' | 'high';
    readonly bound: Bound;
    readonly type: Expression['type'];
}

function boundOf({ vocabulary }: PrintContext, comparison: Expression): OneBound | undefined {
    if (comparison.kind !== 'compare' || comparison.left.kind !== 'fact' || comparison.right.kind !== 'literal') return undefined;
    const { name, owner, type } = comparison.left;
    const size = vocabulary.facts.find((fact) => fact.owner === 'demande' && fact.role === 'taille_du_ménage');
    const side = SIDES.get(comparison.relation);
    const { value } = comparison.right;
    const whole = value.kind === 'number' && fromFraction(value.value) !== undefined;
    if (size?.name !== name || owner !== 'demande' || side === undefined || !whole) return undefined;
    return { side, bound: { value, inclusive: comparison.relation === '>=' || comparison.relation === '<=' }, type };
}

const SIDES: ReadonlyMap<Relation, 'low' | 'high'> = new Map<Relation, 'low' | 'high'>([
    ['>=', 'low'],
    ['>', 'low'],
    ['<=', 'high'],
    ['<', 'high'],
]);
