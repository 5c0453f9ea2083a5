import { CompletionItemKind } from 'vscode-languageserver';
import type { Compilation } from '../../compiler/compilation.js';
import { describeType } from '../../diagnostics/type-words.js';
import type { ValueType } from '../../ir/value-type.js';
import type { RootScope } from '../../references/occurrences.js';
import { symbolId, type NamedSymbol, type SymbolKind } from '../../references/symbol.js';
import { declaredClause } from '../names/declared-clause.js';
import { nameView } from '../names/name-view.js';
import { kindWord } from '../words/symbol-words.js';
import type { EventsAround } from './events-around.js';
import type { Proposal } from './proposal.js';
import { NAMED_BY } from './named-here.js';
import { fits, typeOfSymbol } from './typed-words.js';

/** What names may stand in a place. */
export interface NamesWanted {
    readonly compilation: Compilation;
    /** The root around the place. */
    readonly scope: Pick<RootScope, 'id' | 'parents'>;
    /** Properties of the grammar that would hold the name. */
    readonly properties: readonly string[];
    readonly expected?: ValueType;
    /** In an example, whose facts are being given: `demande`, `logement`, the name of dated facts. */
    readonly block?: string;
    /** The word before a dot: `logement`. */
    readonly owner?: string;
    /** The events read one by one there: their fields are named beside the facts. */
    readonly events?: EventsAround;
}

/** Names in scope that may stand there: those whose type fits come first, the others after. */
export function symbolProposals(wanted: NamesWanted): readonly Proposal[] {
    const { compilation, scope, properties } = wanted;
    const kinds = new Set(properties.flatMap((property) => NAMED_BY.get(property) ?? []));
    if (wanted.events !== undefined && properties.includes('word')) kinds.add('field');
    const visible = nameView(compilation.names)
        .visible(scope)
        .filter((symbol) => kinds.has(symbol.kind) && isMeant(symbol, wanted));
    const found = distinct(visible).flatMap((symbol) => proposalOf(symbol, wanted) ?? []);
    const owners: readonly Proposal[] = properties.includes('owner') && wanted.owner === undefined ? OWNERS : [];
    return [...found, ...owners];
}

const OWNERS: readonly Proposal[] = ['logement', 'candidature'].map((owner) => ({
    label: `${owner}.`,
    text: `${owner}.`,
    rank: '4',
    kind: CompletionItemKind.Module,
    detail: owner === 'logement' ? 'un fait du logement' : 'un fait de la candidature',
}));

/** A fact without its owner is one of the demand; a value, one of the enumeration that is expected; a field, one of the events around. */
function isMeant({ kind, owner }: NamedSymbol, { expected, owner: written, properties, block, events }: NamesWanted): boolean {
    if (block !== undefined && (kind === 'fact' || kind === 'derived' || kind === 'field'))
        return kind === 'derived' ? block === 'demande' : isGivenIn(block, owner);
    if (kind === 'field' && events?.kind === 'of') return written === undefined && owner === `demande.${events.fact}`;
    if (kind === 'value') return expected?.kind === 'enumeration' && expected.name === owner;
    if (kind === 'fact') return properties.includes('subject') || properties.includes('target') || owner === (written ?? 'demande');
    return written === undefined;
}

/** A block gives the facts of a dwelling, or the fields of dated facts; outside any, those of the demand are given. */
function isGivenIn(block: string, owner: string): boolean {
    return owner === block || owner === `demande.${block}`;
}

function distinct(symbols: readonly NamedSymbol[]): readonly NamedSymbol[] {
    const seen = new Map<string, NamedSymbol>();
    for (const symbol of symbols) if (!seen.has(`${symbol.kind} ${symbol.name}`)) seen.set(`${symbol.kind} ${symbol.name}`, symbol);
    return [...new Map([...seen.values()].map((symbol) => [symbolId(symbol), symbol])).values()];
}

function proposalOf(symbol: NamedSymbol, { compilation, expected, properties }: NamesWanted): Proposal | undefined {
    const type = typeOfSymbol(compilation, symbol);
    if (properties.includes('subject') && symbol.kind === 'fact' && type?.kind !== 'events' && !properties.includes('fact')) return undefined;
    const [declaration] = nameView(compilation.names).declarations(symbol);
    const clause = declaration && declaredClause(compilation, declaration);
    const isFitting = fits(type, expected);
    return {
        label: symbol.name,
        text: symbol.name,
        rank: symbol.kind === 'value' || (symbol.kind === 'field' && isFitting) ? '0' : isFitting ? '1' : '5',
        kind: ITEM_KINDS[symbol.kind] ?? CompletionItemKind.Reference,
        detail: [kindWord(symbol.kind), clause?.label, type === undefined ? undefined : describeType(type)].filter((part) => part !== undefined).join(' · '),
        ...(clause?.label === undefined ? {} : { title: clause.label }),
        ...(clause === undefined ? {} : { code: clause.text.length > 600 ? `${clause.text.slice(0, 600)}…` : clause.text }),
    };
}

const ITEM_KINDS: Readonly<Partial<Record<SymbolKind, CompletionItemKind>>> = {
    fact: CompletionItemKind.Field,
    field: CompletionItemKind.Field,
    derived: CompletionItemKind.Function,
    parameter: CompletionItemKind.Constant,
    value: CompletionItemKind.EnumMember,
    enumeration: CompletionItemKind.Enum,
    table: CompletionItemKind.Struct,
    list: CompletionItemKind.Variable,
    criterion: CompletionItemKind.Method,
    rubric: CompletionItemKind.Module,
    scoring: CompletionItemKind.Class,
    objective: CompletionItemKind.Class,
    convention: CompletionItemKind.Interface,
    vocabulary: CompletionItemKind.Module,
    policy: CompletionItemKind.Module,
    variant: CompletionItemKind.Module,
};
