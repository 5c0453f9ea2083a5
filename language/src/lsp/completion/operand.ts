import type { Compilation } from '../../compiler/compilation.js';
import type { ValueType } from '../../ir/value-type.js';
import type { RootScope } from '../../references/occurrences.js';
import { nameView } from '../names/name-view.js';
import { factOf } from '../names/policies.js';
import { typeOfSymbol } from './typed-words.js';

/** What a relation is about to be said of: a fact, a deduced fact or a parameter. */
export interface Operand {
    readonly type: ValueType;
    /** Several values at once. */
    readonly multiple: boolean;
    /** A quantity, or of an enumeration whose values are ranked. */
    readonly ordered: boolean;
}

const NAMED = /(?:\b(logement|candidature|demande)\.|(?<![\p{L}\p{N}_.]))([\p{L}_][\p{L}\p{N}_]*)\s+$/u;
const SELECTED = /\bselon\s+(?:(logement|candidature|demande)\.)?([\p{L}_][\p{L}\p{N}_]*)\s*\{[^{}]*$/u;
const QUANTITIES: ReadonlySet<string> = new Set(['number', 'money', 'ratio', 'date', 'duration']);
const KINDS: ReadonlySet<string> = new Set(['fact', 'derived', 'parameter', 'field']);

/** The word that a relation follows, or that the lines of a `selon` look at; nothing where it is no name that the root may say. */
export function operandBefore(compilation: Compilation, scope: Pick<RootScope, 'id' | 'parents'>, before: string): Operand | undefined {
    const [, owner = 'demande', name] = NAMED.exec(before) ?? SELECTED.exec(before) ?? [];
    const symbol = nameView(compilation.names)
        .visible(scope)
        .find((each) => each.name === name && KINDS.has(each.kind) && (each.kind !== 'fact' || each.owner === owner));
    const type = symbol && typeOfSymbol(compilation, symbol);
    if (symbol === undefined || type === undefined) return undefined;
    const enumeration = type.kind === 'enumeration' ? enumerationOf(compilation, type.name) : undefined;
    const multiple = (factOf(compilation.project, symbol)?.multiple ?? false) || (enumeration?.multiple ?? false);
    return { type, multiple, ordered: QUANTITIES.has(type.kind) || (enumeration?.ordered ?? false) };
}

function enumerationOf({ project: { vocabularies, policies } }: Compilation, name: string) {
    return [...vocabularies, ...policies].flatMap(({ vocabulary }) => vocabulary.enumerations).find((each) => each.name === name);
}

const DATE_ORDER = ['avant le', 'après le', 'à partir du', 'jusqu’au'];
const ORDER = ['moins de', 'plus de', 'au moins', 'au plus', 'à partir de', 'jusqu’à'];
const EQUALITY = ['est', '=', 'n’est pas'];
const AMONG = ['parmi', 'hors'];
const CONTENT = ['contient'];
const RELATIONS: ReadonlySet<string> = new Set([...DATE_ORDER, ...ORDER, ...EQUALITY, ...AMONG, ...CONTENT, 'de']);
const SUMS: ReadonlySet<string> = new Set(['par']);

/** Whether a phrase of the language may be said of what stands before it: `first` where it is a relation of that type, `never` of another. */
export function standingOf(phrase: string, operand: Operand): 'first' | 'any' | 'never' {
    if (SUMS.has(phrase)) return ['number', 'money', 'ratio'].includes(operand.type.kind) ? 'any' : 'never';
    if (!RELATIONS.has(phrase)) return 'any';
    return relationsOf(operand).includes(phrase) ? 'first' : 'never';
}

function relationsOf({ type, multiple, ordered }: Operand): readonly string[] {
    if (type.kind === 'events') return CONTENT;
    if (multiple) return [...CONTENT, ...AMONG];
    if (type.kind === 'date') return [...DATE_ORDER, 'de', ...EQUALITY, ...AMONG];
    return [...(ordered ? [...ORDER, 'de'] : []), ...EQUALITY, ...AMONG];
}
