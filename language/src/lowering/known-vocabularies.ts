import type { AstNode } from 'langium';
import type { Location } from '../diagnostics/diagnostic.js';
import { wordLocationIn } from '../diagnostics/word-location.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Project } from '../ir/project.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { copyScope, emptyScope } from '../references/scope.js';
import { fail, failUnknown, optional, unquote, type FileContext, locationOf } from './context.js';
import type { KnownVocabulary } from './lower-policy.js';
import { lowerVocabulary, type VocabularyPart } from './lower-vocabulary.js';

/** The vocabularies of a set of files, by name, each lowered once with those it uses. */
export interface VocabularyIndex {
    /** The vocabulary of that name, or a diagnostic on the node that asks for it. */
    readonly find: (context: FileContext, node: AstNode, name: string) => KnownVocabulary | undefined;
    readonly all: () => Project['vocabularies'];
}

interface Declared {
    readonly label?: string;
    readonly parts: VocabularyPart[];
    readonly uses: { readonly context: FileContext; readonly node: ast.Vocabulary; readonly name: string }[];
}

interface Root {
    readonly context: FileContext;
    readonly node: ast.Root;
}

const EMPTY: Vocabulary = { enumerations: [], facts: [], derived: [], parameters: [], tables: [] };

export function knownVocabularies(roots: readonly Root[]): VocabularyIndex {
    const declared = declaredVocabularies(roots);
    const lowered = new Map<string, KnownVocabulary>();
    const lower = (name: string, chain: readonly string[]): KnownVocabulary | undefined => {
        const done = lowered.get(name);
        const source = declared.get(name);
        if (done !== undefined || source === undefined) return done;
        const scope = emptyScope();
        let base = EMPTY;
        for (const use of source.uses) {
            const used = lowerUse(use, [...chain, name], { declared, lower });
            if (used === undefined) continue;
            mergeScope(scope, used.scope);
            base = mergeVocabularies(base, used.vocabulary);
        }
        const known = { vocabulary: lowerVocabulary(source.parts, scope, base), scope };
        lowered.set(name, known);
        return known;
    };
    for (const name of declared.keys()) lower(name, []);
    return {
        find: (context, node, name) => lower(name, []) ?? failUnknown(context, 'BAR205', { name, nearest: nearestNames(name, declared.keys()) }, node),
        all: () => [...lowered].map(([name, { vocabulary }]) => ({ name, ...optional('label', declared.get(name)?.label), vocabulary })),
    };
}

/** The name after `utilise`, which the vocabulary's own name or label may also hold. */
function usePlace({ context, node, name }: Declared['uses'][number]): Location {
    const whole = locationOf(context, node);
    const offset = context.text.slice(whole.start, whole.end).search(/\sutilise\s/);
    return wordLocationIn({ ...whole, text: context.text, start: whole.start + Math.max(0, offset) }, name);
}

interface Lowering {
    readonly declared: ReadonlyMap<string, Declared>;
    readonly lower: (name: string, chain: readonly string[]) => KnownVocabulary | undefined;
}

function lowerUse(use: Declared['uses'][number], chain: readonly string[], { declared, lower }: Lowering): KnownVocabulary | undefined {
    if (chain.includes(use.name)) return fail(use.context, 'BAR206', { chain: [...chain.slice(chain.indexOf(use.name)), use.name] }, usePlace(use));
    if (!declared.has(use.name)) return failUnknown(use.context, 'BAR205', { name: use.name, nearest: nearestNames(use.name, declared.keys()) }, use.node);
    return lower(use.name, chain);
}

/** A vocabulary may be written in several files; tables written after it are its own. */
function declaredVocabularies(roots: readonly Root[]): ReadonlyMap<string, Declared> {
    const declared = new Map<string, Declared>();
    for (const { context, node } of roots) {
        if (node.$type !== 'Vocabulary' || node.name === undefined) continue;
        const known: Declared = declared.get(node.name) ?? { ...optional('label', unquote(node.label)), parts: [], uses: [] };
        known.parts.push({ context, items: [...node.items, ...node.tables] });
        known.uses.push(...node.uses.map((name) => ({ context, node, name })));
        declared.set(node.name, known);
    }
    return declared;
}

function mergeScope(into: ReturnType<typeof emptyScope>, from: ReturnType<typeof emptyScope>): void {
    const copy = copyScope(from);
    copy.enumerations.forEach((value, name) => into.enumerations.set(name, value));
    for (const owner of ['demande', 'logement', 'candidature'] as const) copy.facts[owner].forEach((value, name) => into.facts[owner].set(name, value));
    copy.derived.forEach((value, name) => into.derived.set(name, value));
    copy.parameters.forEach((value, name) => into.parameters.set(name, value));
    copy.tables.forEach((value, name) => into.tables.set(name, value));
}

function mergeVocabularies(base: Vocabulary, used: Vocabulary): Vocabulary {
    const join = <Item extends { readonly name: string }>(left: readonly Item[], right: readonly Item[]): readonly Item[] => [
        ...left,
        ...right.filter((item) => !left.includes(item)),
    ];
    return {
        enumerations: join(base.enumerations, used.enumerations),
        facts: join(base.facts, used.facts),
        derived: join(base.derived, used.derived),
        parameters: join(base.parameters, used.parameters),
        tables: join(base.tables, used.tables),
    };
}
