import { CompletionItemKind } from 'vscode-languageserver';
import type { Compilation } from '../../compiler/compilation.js';
import type { Enumeration, Vocabulary } from '../../ir/vocabulary.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { RootScope } from '../../references/occurrences.js';
import { nameView } from '../names/name-view.js';
import { factOf } from '../names/policies.js';
import { CONDITION } from '../words/completion-words.js';
import type { Proposal } from './proposal.js';

/** Whole conditions, found by the words of a value: who looks for « expulsion » need not know which fact says it. */
export function conditionProposals(compilation: Compilation, scope: Pick<RootScope, 'id' | 'parents'>): readonly Proposal[] {
    const { policies, vocabularies } = compilation.project;
    const enumerations = [...vocabularies, ...policies].flatMap(({ vocabulary }) => vocabulary.enumerations);
    const visible = nameView(compilation.names).visible(scope);
    const facts = visible.flatMap((symbol) => (symbol.kind === 'fact' ? (factOf(compilation.project, symbol) ?? []) : []));
    return [...facts.flatMap((fact) => conditionsOf(fact, enumerations)), ...facts.flatMap(dwellingFact)].map((found) => ({ ...CONDITION_ITEM, ...found }));
}

type Found = Pick<Proposal, 'label' | 'text' | 'title'>;

const CONDITION_ITEM = { rank: '6', kind: CompletionItemKind.Snippet, detail: CONDITION, onlyBegun: true } as const;

function conditionsOf(fact: FactDeclaration, enumerations: Vocabulary['enumerations']): readonly Found[] {
    const { type } = fact;
    const name = fact.owner === 'demande' ? fact.name : `${fact.owner}.${fact.name}`;
    if (type.kind === 'enumeration') {
        const enumeration = enumerations.find((each) => each.name === type.name);
        const relation = fact.multiple || enumeration?.multiple === true ? 'contient' : 'est';
        return valuesOf(enumeration, `${name} ${relation}`);
    }
    if (type.kind !== 'events') return [];
    return type.fields.flatMap((field) => {
        const of = field.type;
        return of.kind === 'enumeration'
            ? valuesOf(
                  enumerations.find((each) => each.name === of.name),
                  `${name} contient ${field.name}`,
              )
            : [];
    });
}

function valuesOf(enumeration: Enumeration | undefined, begins: string): readonly Found[] {
    return (enumeration?.values ?? []).map(({ name, label }) => written(`${begins} ${name}`, label));
}

/** A yes/no fact of the dwelling, which a condition names with its owner. */
function dwellingFact({ owner, name, type, label }: FactDeclaration): readonly Found[] {
    return owner === 'demande' || type.kind === 'enumeration' || type.kind === 'events' ? [] : [written(`${owner}.${name}`, label)];
}

function written(text: string, label: string | undefined): Found {
    return { label: text, text, ...(label === undefined ? {} : { title: label }) };
}
