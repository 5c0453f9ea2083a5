import { absurd } from '../kit/absurd.js';
import type { Expression } from '../ir/expression.js';
import { CENT_PLACES } from '../ir/value-type.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { conditionText, datedListText } from './condition-text.js';
import { insideEvents, isValueOf, LEVELS, type Level, type PrintContext, type Printed } from './context.js';
import { block, items, words } from './layout.js';
import { literalText } from './literal-text.js';
import { operandText } from './operand-text.js';
import { tierTestText } from './tier-text.js';
import { beforeWord, quoted } from './words.js';

/** The context in which the expressions of a vocabulary, or of a policy that has it, are printed. */
export function printContext(vocabulary: Vocabulary): PrintContext {
    const enumerations = new Map(vocabulary.enumerations.map((enumeration) => [enumeration.name, enumeration]));
    return { vocabulary, enumerations, print: expressionText };
}

/** An expression, between parentheses when it binds less tightly than its place asks. */
export function expressionText(context: PrintContext, expression: Expression, level: Level): string {
    const printed = print(context, expression);
    return printed.level < level ? `(${printed.text})` : printed.text;
}

function print(context: PrintContext, expression: Expression): Printed {
    switch (expression.kind) {
        case 'literal':
            return term(literal(context, expression));
        case 'fact':
        case 'derived':
        case 'parameter':
            return term(referenceText(context, expression));
        case 'arithmetic':
            return arithmetic(context, expression);
        case 'opposite':
            return term(`-${context.print(context, expression.operand, LEVELS.term)}`);
        case 'per': {
            const operand = beforeWord(context.print(context, expression.operand, LEVELS.term), 'par');
            return { text: `${operand} par ${expression.period}`, level: LEVELS.conversion };
        }
        case 'choose':
            return choose(context, expression);
        case 'extreme':
        case 'rounding':
        case 'since':
        case 'elapsed':
        case 'lapse':
        case 'count':
        case 'fold':
        case 'select':
            return term(functionText(context, expression));
        case 'lookup':
            return isDatedList(context, expression.table) ? datedListText(context, expression) : term(functionText(context, expression));
        case 'note':
            return term('note');
        default:
            return conditionText(context, expression);
    }
}

function isDatedList({ vocabulary }: PrintContext, table: string): boolean {
    return vocabulary.tables.some(({ name, list }) => list === true && name === table);
}

function term(text: string): Printed {
    return { text, level: LEVELS.term };
}

/** A literal; quoted where its name would be read as that of a field. */
function literal(context: PrintContext, { value, type }: Extract<Expression, { kind: 'literal' }>): string {
    if (value.kind === 'word' && (context.eventFields?.has(value.value) ?? false)) return quoted(value.value);
    return literalText(value, type);
}

/** A name, with its owner where the bare name would be read as something else. */
function referenceText(context: PrintContext, reference: Extract<Expression, { kind: 'fact' | 'derived' | 'parameter' }>): string {
    if (reference.kind !== 'fact' || reference.owner === 'event') return reference.name;
    if (reference.owner !== 'demande') return `${reference.owner}.${reference.name}`;
    const hidden = (context.eventFields?.has(reference.name) ?? false) || isValueOf(context, reference.type, reference.name);
    return hidden ? `demande.${reference.name}` : reference.name;
}

function arithmetic(context: PrintContext, { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>): Printed {
    const additive = operator === '+' || operator === '-';
    const level = additive ? LEVELS.sum : LEVELS.product;
    const second = additive ? operandText(context, right, { like: left, level: LEVELS.product }) : context.print(context, right, LEVELS.conversion);
    return { text: `${context.print(context, left, level)} ${operator} ${second}`, level };
}

/** `si … alors … sinon …` runs to the end of its sentence: it binds less than anything else. */
function choose(context: PrintContext, { condition, then, otherwise }: Extract<Expression, { kind: 'choose' }>): Printed {
    const inner = (part: Expression): string => context.print(context, part, part.kind === 'choose' ? LEVELS.term : LEVELS.any);
    const text = `si ${inner(condition)} alors ${inner(then)} sinon ${context.print(context, otherwise, LEVELS.any)}`;
    return { text, level: LEVELS.any };
}

type FunctionLike = Extract<Expression, { kind: 'extreme' | 'rounding' | 'since' | 'elapsed' | 'lapse' | 'count' | 'fold' | 'select' | 'lookup' }>;

function functionText(context: PrintContext, expression: FunctionLike): string {
    const any = (part: Expression): string => context.print(context, part, LEVELS.any);
    switch (expression.kind) {
        case 'extreme':
            return `le plus ${expression.which === 'max' ? 'grand' : 'petit'} de (${items(expression.items.map(any))})`;
        case 'rounding':
            return `arrondi ${roundingText(expression.direction)} (${any(expression.operand)}${placesText(expression)})`;
        case 'since':
            return `depuis ${any(expression.start)}`;
        case 'elapsed':
            return `nombre de ${expression.unit} ${expression.mode === 'révolu' ? 'révolus' : 'commencés'} depuis ${any(expression.start)}`;
        case 'lapse': {
            const { start, end, count } = expression;
            const measured = count === undefined ? 'durée' : `nombre de ${count.unit} ${count.mode === 'révolu' ? 'révolus' : 'commencés'}`;
            return `${measured} entre ${any(start)} et ${any(end)}`;
        }
        case 'count':
            return `nombre de ${countText(context, expression)}`;
        case 'fold': {
            const value = insideEvents(context, expression.source).print(insideEvents(context, expression.source), expression.value, LEVELS.any);
            return `${FOLDS[expression.operation]} (${value}) des ${countText(context, expression)}`;
        }
        case 'lookup':
            return `${expression.table}(${items(expression.keys.map(any))})`;
        case 'select':
            return selectText(context, expression);
        default:
            return absurd(expression);
    }
}

/** What is made of a value over events, in the author's words. */
const FOLDS = { sum: 'somme de', max: 'le plus grand de', min: 'le plus petit de' } as const;

/** A direction of rounding in the author's words. */
export function roundingText(direction: 'inférieur' | 'supérieur' | 'proche'): string {
    return direction === 'proche' ? 'au plus proche' : direction;
}

function placesText({ places: ofScale, type }: Extract<Expression, { kind: 'rounding' }>): string {
    if (ofScale === 0) return '';
    const places = ofScale + (type.kind === 'money' ? CENT_PLACES : 0);
    return ` ; ${places} ${places === 1 ? 'décimale' : 'décimales'}`;
}

/** `refus sur les 24 derniers mois avec (…)`. */
export function countText(
    context: PrintContext,
    { source, window, filter }: Pick<Extract<Expression, { kind: 'count' }>, 'source' | 'window' | 'filter'>,
): string {
    const last = window === undefined ? '' : `sur les ${window.amount} ${window.unit === 'ans' ? 'dernières années' : `derniers ${window.unit}`}`;
    const events = insideEvents(context, source);
    return words(source, last, filter === undefined ? '' : `avec (${context.print(events, filter, LEVELS.any)})`);
}

function selectText(context: PrintContext, { subject, tiers }: Extract<Expression, { kind: 'select' }>): string {
    const lines = tiers.map(({ test, outcome }) => `${tierTestText(test, subject.type)} : ${context.print(context, outcome, LEVELS.sum)}`);
    return block(`selon ${context.print(context, subject, LEVELS.sum)}`, lines, ' ;');
}
