import { evaluateCondition, evaluateExpression, type Program } from '@bareme/language/engine';
import { parseDate, toFraction, type Expression, type FactValue } from '@bareme/language/ir';
import { readerOf } from './fact-reader.js';

/** A fact written short: a number (money in cents), a yes/no, a word, several words, or `null` for « sans objet ». */
export type Short = number | boolean | string | readonly string[] | null;

/** Facts by name; a name that is absent is missing. */
export type ShortFacts = Readonly<Record<string, Short>>;

/** The value of a fact written short. */
export function factValue(short: Short): FactValue {
    if (short === null) return { kind: 'not-applicable' };
    if (typeof short === 'number') return { kind: 'number', value: String(short) };
    if (typeof short === 'boolean') return { kind: 'boolean', value: short };
    return typeof short === 'string' ? { kind: 'word', value: short } : { kind: 'set', values: short };
}

/** A demand, perhaps with a dwelling, on a day written `15/03/2024`. */
export function subjectWith(demand: ShortFacts, dwelling: ShortFacts | undefined, date: string) {
    const day = parseDate(date);
    if (day === undefined) throw new Error(`${date} is no day`);
    return { demand: reader(demand), ...(dwelling === undefined ? {} : { dwelling: reader(dwelling) }), day };
}

function reader(facts: ShortFacts) {
    return readerOf(Object.entries(facts).map(([name, short]) => [name, factValue(short)] as const));
}

/** A deduced fact of the policy as text: its exact number (money in cents), `oui`, `non`, its word, `inconnu` or `sans objet`. */
export function derivedText(loaded: Program, name: string, subject: ReturnType<typeof subjectWith>): string {
    const declared = loaded.policy.vocabulary.derived.find((fact) => fact.name === name);
    if (declared === undefined) throw new Error(`no deduced fact ${name}`);
    const expression: Expression = { kind: 'derived', name, type: declared.type, at: declared.at };
    if (declared.type.kind === 'boolean') return TRUTHS[evaluateCondition(loaded, expression, subject).truth];
    const value = evaluateExpression(loaded, expression, subject);
    if (value.kind === 'number') return toFraction(value.value);
    return value.kind === 'missing' ? 'inconnu' : value.kind === 'not-applicable' ? 'sans objet' : value.kind;
}

const TRUTHS = { true: 'oui', false: 'non', unknown: 'inconnu' } as const;
