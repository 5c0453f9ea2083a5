import { absurd } from '../../kit/absurd.js';
import type { Expression, Relation, SeniorityEffect, Window } from '../../ir/expression.js';
import type { ValueType } from '../../ir/value-type.js';
import { enumerate, quoted, readable } from '../words/french.js';
import { fieldsOf, NO_FIELDS, type Fields, type PolicyWords } from './policy-words.js';
import { literalWords, tierTestWords } from './value-words.js';

/** What an expression is said with: the labels, and the fields of the events at hand. */
interface Speech {
    readonly words: PolicyWords;
    readonly fields: Fields;
}

/** An expression as a sentence says it, facts by their labels between « ». */
export function expressionWords(words: PolicyWords, expression: Expression, fields: Fields = NO_FIELDS): string {
    return said({ words, fields }, expression);
}

/** Between parentheses where the part is itself made of several. */
function part(speech: Speech, expression: Expression): string {
    const text = said(speech, expression);
    return COMPOUND.has(expression.kind) ? `(${text})` : text;
}

const COMPOUND: ReadonlySet<string> = new Set(['and', 'or', 'arithmetic', 'choose', 'select']);

function said(speech: Speech, expression: Expression, { words, fields } = speech): string {
    const say = (of: Expression): string => said(speech, of);
    switch (expression.kind) {
        case 'literal':
            return literalWords(words, expression.value, expression.type);
        case 'fact':
            return quoted(words.fact(expression.owner, expression.name, fields));
        case 'derived':
        case 'parameter':
            return quoted(words[expression.kind](expression.name));
        case 'arithmetic':
            return `${part(speech, expression.left)} ${SIGNS[expression.operator]} ${part(speech, expression.right)}`;
        case 'opposite':
            return `l’opposé de ${part(speech, expression.operand)}`;
        case 'per':
            return `${part(speech, expression.operand)} par ${expression.period}`;
        case 'extreme':
            return `${expression.which === 'min' ? 'le plus petit' : 'le plus grand'} de ${enumerate(expression.items.map(say))}`;
        case 'rounding':
            return `${part(speech, expression.operand)}, ${ROUNDINGS[expression.direction]}`;
        case 'since':
            return `durée depuis ${say(expression.start)}`;
        case 'elapsed':
            return `${expression.unit === 'mois' ? 'mois' : expression.unit} ${expression.mode === 'révolu' ? 'révolus' : 'commencés'} depuis ${say(expression.start)}`;
        case 'note':
            return 'la note';
        case 'lapse':
            return `${expression.count === undefined ? 'durée' : `${expression.count.unit} ${expression.count.mode === 'révolu' ? 'révolus' : 'commencés'}`} entre ${say(expression.start)} et ${say(expression.end)}`;
        case 'count':
            return `nombre de ${eventsWords(speech, expression)}`;
        case 'fold':
            return foldWords(speech, expression);
        case 'choose':
            return `${part(speech, expression.then)} si ${part(speech, expression.condition)}, sinon ${part(speech, expression.otherwise)}`;
        case 'select':
            return `selon ${say(expression.subject)} : ${expression.tiers.map(({ test, outcome }) => `${say(outcome)} (${tierTestWords(words, test, expression.subject.type)})`).join(' ; ')}`;
        case 'lookup':
            return `${quoted(words.table(expression.table))} pour ${enumerate(expression.keys.map(say))}`;
        case 'and':
            return expression.items.map((item) => part(speech, item)).join(' et ');
        case 'or':
            return expression.items.map((item) => part(speech, item)).join(' ou ');
        case 'not':
            return `non ${part(speech, expression.operand)}`;
        case 'compare':
            return `${part(speech, expression.left)} ${relationWords(expression.relation, expression.left.type)} ${part(speech, expression.right)}`;
        case 'between':
            return `${part(speech, expression.subject)} de ${say(expression.low)} à ${expression.exclusive ? 'moins de ' : ''}${say(expression.high)}`;
        case 'among':
            return `${part(speech, expression.subject)} parmi ${amongWords(words, expression)}`;
        case 'contains':
            return `${part(speech, expression.subject)} contient ${say(expression.item)}`;
        case 'exists':
            return `un élément de ${quoted(words.fact('demande', expression.source, NO_FIELDS))}${expression.current ? ' en cours' : ''} avec ${part({ words, fields: fieldsOf(words, expression.source) }, expression.filter)}`;
        case 'state':
            return `${part(speech, expression.subject)} ${expression.state}`;
        default:
            return absurd(expression);
    }
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;
const FOLDS = { sum: 'somme de', min: 'le plus petit', max: 'le plus grand' } as const;
const ROUNDINGS = { inférieur: 'arrondi à l’inférieur', supérieur: 'arrondi au supérieur', proche: 'arrondi au plus proche' } as const;

function amongWords(words: PolicyWords, { values, list, subject }: Extract<Expression, { kind: 'among' }>): string {
    if (list !== undefined) return `la liste ${quoted(readable(list))}`;
    return enumerate(
        values.map((value) => words.value(subject.type, value)),
        'ou',
    );
}

/** `somme de revenu parmi membres avec …`. */
function foldWords(speech: Speech, expression: Extract<Expression, { kind: 'fold' }>): string {
    const inside = { words: speech.words, fields: fieldsOf(speech.words, expression.source) };
    return `${FOLDS[expression.operation]} ${part(inside, expression.value)} parmi ${eventsWords(speech, expression)}`;
}

/** `refus sur les 24 derniers mois avec …`. */
export function eventsWords(
    { words }: Speech,
    { source, window, filter }: Pick<Extract<Expression, { kind: 'count' }>, 'source' | 'window' | 'filter'>,
): string {
    const name = quoted(words.fact('demande', source, NO_FIELDS));
    const over = window === undefined ? '' : ` sur les ${windowWords(window)}`;
    return `${name}${over}${filter === undefined ? '' : ` avec ${part({ words, fields: fieldsOf(words, source) }, filter)}`}`;
}

function windowWords({ amount, unit }: Window): string {
    return `${amount} ${unit === 'ans' ? 'dernières années' : unit === 'jours' ? 'derniers jours' : 'derniers mois'}`;
}

/** What a refusal does to the seniority that counts. */
export function refusalWords(words: PolicyWords, { source, filter, effect }: SeniorityEffect): string {
    const which = filter === undefined ? '' : ` avec ${part({ words, fields: fieldsOf(words, source) }, filter)}`;
    const does = effect.kind === 'reset' ? 'l’ancienneté repart de zéro' : `l’ancienneté est suspendue ${effect.amount} ${effect.unit}`;
    return `pour chaque ${quoted(words.fact('demande', source, NO_FIELDS))}${which}, ${does}`;
}

function relationWords(relation: Relation, type: ValueType): string {
    const date = type.kind === 'date';
    const measure = type.kind === 'number' || type.kind === 'money' || type.kind === 'ratio' || type.kind === 'duration';
    switch (relation) {
        case '<':
            return date ? 'avant' : measure ? 'de moins de' : 'avant';
        case '>':
            return date ? 'après' : measure ? 'de plus de' : 'au-delà de';
        case '>=':
            return date ? 'à partir de' : measure ? 'd’au moins' : 'à partir de';
        case '<=':
            return date ? 'jusqu’à' : measure ? 'd’au plus' : 'jusqu’à';
        case '=':
            return measure ? 'égal à' : 'est';
        case '≠':
            return 'n’est pas';
        default:
            return absurd(relation);
    }
}
