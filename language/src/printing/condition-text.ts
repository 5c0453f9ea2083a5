import { absurd } from '../kit/absurd.js';
import type { Condition, Expression, Relation } from '../ir/expression.js';
import type { ValueType } from '../ir/value-type.js';
import { insideEvents, LEVELS, type PrintContext, type Printed } from './context.js';
import { items } from './layout.js';
import { wordText } from './literal-text.js';
import { operandText } from './operand-text.js';
import { beforeWord, quoted } from './words.js';

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** A condition, and how tightly it binds. */
export function conditionText(context: PrintContext, condition: Condition): Printed {
    switch (condition.kind) {
        case 'and':
        case 'or':
            return junction(context, condition);
        case 'not':
            return negation(context, condition);
        case 'compare':
            return comparison(context, condition);
        case 'between': {
            const low = beforeWord(operandText(context, condition.low, { like: condition.subject, level: LEVELS.sum }), 'à');
            const high = context.print(context, condition.high, LEVELS.sum);
            return test(left(context, condition.subject, 'de'), `de ${low} à ${condition.exclusive ? 'moins de ' : ''}${high}`);
        }
        case 'among':
            return among(context, condition, 'parmi');
        case 'contains':
            return test(left(context, condition.subject, 'contient'), `contient ${context.print(context, condition.item, LEVELS.sum)}`);
        case 'exists': {
            const filter = context.print(insideEvents(context, condition.source), condition.filter, LEVELS.any);
            return test(condition.source, `contient (${filter})${condition.current ? ' en cours' : ''}`);
        }
        case 'state':
            return test(left(context, condition.subject, condition.state), condition.state);
        default:
            return absurd(condition);
    }
}

/** `logement.quartier parmi qpv`, where `qpv` is made of dated lists. */
export function datedListText(context: PrintContext, { table, keys: [subject] }: Extract<Expression, { kind: 'lookup' }>): Printed {
    return test(subject === undefined ? '' : left(context, subject, 'parmi'), `parmi ${table}`);
}

function test(subject: string, rest: string): Printed {
    return { text: `${subject} ${rest}`, level: LEVELS.test };
}

/** The left side of a test whose next word is known. */
function left(context: PrintContext, subject: Expression, word: string): string {
    return beforeWord(context.print(context, subject, LEVELS.sum), word);
}

function junction(context: PrintContext, { kind, items: parts }: Of<'and' | 'or'>): Printed {
    if (kind === 'or') return { text: parts.map((part) => alternative(context, part)).join(' ou '), level: LEVELS.any };
    const outside = noneOf(context, parts);
    return outside ?? { text: parts.map((part) => context.print(context, part, LEVELS.not)).join(' et '), level: LEVELS.and };
}

/** A part of an « ou »: conditions joined by « et » stand between parentheses, for those who read aloud. */
function alternative(context: PrintContext, part: Expression): string {
    return context.print(context, part, part.kind === 'and' ? LEVELS.not : LEVELS.and);
}

/** `situations hors (a ; b)`: neither without object nor among the values. */
function noneOf(context: PrintContext, [first, second, ...others]: readonly Expression[]): Printed | undefined {
    if (first?.kind !== 'not' || second?.kind !== 'not' || others.length > 0) return undefined;
    if (first.operand.kind !== 'state' || first.operand.state !== 'sans objet' || second.operand.kind !== 'among') return undefined;
    const subject = context.print(context, first.operand.subject, LEVELS.sum);
    return subject === context.print(context, second.operand.subject, LEVELS.sum) ? among(context, second.operand, 'hors') : undefined;
}

function negation(context: PrintContext, { operand }: Of<'not'>): Printed {
    if (operand.kind === 'state' && operand.state !== 'sans objet') return test(left(context, operand.subject, 'non'), `non ${operand.state}`);
    return { text: `non ${context.print(context, operand, LEVELS.not)}`, level: LEVELS.not };
}

/** `communes contient parmi (…)`, `métier parmi métiers_essentiels`, `situations hors (…)`. */
function among(context: PrintContext, { subject, values, list }: Of<'among'>, relation: 'parmi' | 'hors'): Printed {
    const texts = values.map((value) => wordText(value, subject.type));
    const multiple = subject.kind === 'fact' && subject.multiple;
    const contained = multiple && relation === 'parmi';
    const set = list ?? (contained && texts.length === 1 ? undefined : `(${items(texts)})`);
    const only = context.eventFields?.has(values[0] ?? '') ? quoted(values[0] ?? '') : (texts[0] ?? '');
    const said = set === undefined ? only : `${relation} ${set}`;
    return test(left(context, subject, contained ? 'contient' : relation), contained ? `contient ${said}` : said);
}

function comparison(context: PrintContext, { relation, left: subject, right }: Of<'compare'>): Printed {
    const no = right.kind === 'literal' && right.value.kind === 'boolean' && !right.value.value;
    if (no && relation === '=') return { text: `hors ${context.print(context, subject, LEVELS.term)}`, level: LEVELS.not };
    const word = relationText(relation, subject.type, right);
    return test(left(context, subject, word), `${word} ${context.print(context, right, LEVELS.sum)}`);
}

/** The words of a comparison: dates come before and after, enumerations start from, measures are less or more. */
function relationText(relation: Relation, type: ValueType, right: Expression): string {
    const date = type.kind === 'date' && right.kind === 'literal';
    switch (relation) {
        case '<':
            return date ? 'avant le' : 'moins de';
        case '>':
            return date ? 'après le' : 'plus de';
        case '>=':
            return date ? 'à partir du' : type.kind === 'enumeration' ? 'à partir de' : 'au moins';
        case '<=':
            return date ? "jusqu'au" : type.kind === 'enumeration' ? "jusqu'à" : 'au plus';
        case '=':
            return isMeasure(type) ? '=' : 'est';
        case '≠':
            return "n'est pas";
        default:
            return absurd(relation);
    }
}

function isMeasure(type: ValueType): boolean {
    return type.kind === 'number' || type.kind === 'money' || type.kind === 'ratio' || type.kind === 'duration';
}
