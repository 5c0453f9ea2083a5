import type { Location } from '../diagnostics/diagnostic.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Project } from '../ir/project.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { copyScope, emptyScope } from '../references/scope.js';
import { fail, failUnknown, optional, placeOf, unquote, type FileContext } from './context/context.js';
import { reportingInto, type LoweringMemory } from './lowering-memory.js';
import type { KnownVocabulary } from './lower-policy.js';
import { lowerVocabulary, type VocabularyPart } from './lower-vocabulary.js';

/** The vocabularies of a set of files, by name, each lowered once with those it uses. */
export interface VocabularyIndex {
    /** The vocabulary of that name, or a diagnostic on the place that asks for it. */
    readonly find: (context: FileContext, place: Location, name: string) => KnownVocabulary | undefined;
    readonly all: () => Project['vocabularies'];
}

interface Declared {
    readonly label?: string;
    /** The files that it is written in; at least one. */
    readonly parts: [VocabularyPart, ...VocabularyPart[]];
    readonly nodes: [ast.Vocabulary, ...ast.Vocabulary[]];
    /** The names after `utilise`. */
    readonly uses: { readonly context: FileContext; readonly place: Location; readonly name: string }[];
}

interface Root {
    readonly context: FileContext;
    readonly node: ast.Root;
}

const EMPTY: Vocabulary = { enumerations: [], facts: [], derived: [], memberFacts: [], parameters: [], tables: [] };

export function knownVocabularies(roots: readonly Root[], memory: LoweringMemory): VocabularyIndex {
    const declared = declaredVocabularies(roots);
    const lowered = new Map<string, KnownVocabulary>();
    const lower = (name: string, chain: readonly string[]): KnownVocabulary | undefined => {
        const done = lowered.get(name);
        const source = declared.get(name);
        if (done !== undefined || source === undefined) return done;
        const used = source.uses.flatMap((use) => lowerUse(use, [...chain, name], { declared, lower }) ?? []);
        const known = lowerDeclared(source, used, memory);
        lowered.set(name, known);
        return known;
    };
    for (const name of declared.keys()) lower(name, []);
    return {
        find: (context, place, name) => lower(name, []) ?? failUnknown(context, 'BAR205', { name, nearest: nearestNames(name, declared.keys()) }, place),
        all: () => [...lowered].map(([name, { vocabulary }]) => ({ name, ...optional('label', declared.get(name)?.label), vocabulary })),
    };
}

/** A vocabulary with those that it uses. */
function lowerDeclared({ parts, nodes }: Declared, used: readonly KnownVocabulary[], memory: LoweringMemory): KnownVocabulary {
    const paths = parts.map(({ context }) => context.path);
    const [of] = nodes;
    const [{ context }] = parts;
    return memory.lowered({ of, reads: [...nodes, ...paths, ...used], reports: context }, (own) => {
        const scope = emptyScope();
        let base = EMPTY;
        for (const each of used) {
            mergeScope(scope, each.scope);
            base = mergeVocabularies(base, each.vocabulary);
        }
        const sources = new Set([...paths, ...used.flatMap((each) => each.sources)]);
        const vocabulary = lowerVocabulary(
            parts.map((part) => reportingInto(part, own)),
            scope,
            base,
        );
        return { vocabulary, scope, sources: [...sources] };
    });
}

interface Lowering {
    readonly declared: ReadonlyMap<string, Declared>;
    readonly lower: (name: string, chain: readonly string[]) => KnownVocabulary | undefined;
}

function lowerUse(use: Declared['uses'][number], chain: readonly string[], { declared, lower }: Lowering): KnownVocabulary | undefined {
    if (chain.includes(use.name)) return fail(use.context, 'BAR206', { chain: [...chain.slice(chain.indexOf(use.name)), use.name] }, use.place);
    if (!declared.has(use.name)) return failUnknown(use.context, 'BAR205', { name: use.name, nearest: nearestNames(use.name, declared.keys()) }, use.place);
    return lower(use.name, chain);
}

/** A vocabulary may be written in several files; tables written after it are its own. */
function declaredVocabularies(roots: readonly Root[]): ReadonlyMap<string, Declared> {
    const declared = new Map<string, Declared>();
    for (const { context, node } of roots) {
        if (node.$type !== 'Vocabulary' || node.name === undefined) continue;
        const part: VocabularyPart = { context, items: [...node.items, ...node.tables] };
        const before = declared.get(node.name);
        const known: Declared = before ?? { ...optional('label', unquote(node.label)), parts: [part], nodes: [node], uses: [] };
        if (before !== undefined) {
            before.parts.push(part);
            before.nodes.push(node);
        }
        known.uses.push(...node.uses.map((name, index) => ({ context, place: placeOf(context, node, 'uses', index), name })));
        declared.set(node.name, known);
    }
    return declared;
}

function mergeScope(into: ReturnType<typeof emptyScope>, from: ReturnType<typeof emptyScope>): void {
    const copy = copyScope(from);
    copy.enumerations.forEach((value, name) => into.enumerations.set(name, value));
    for (const owner of ['demande', 'logement', 'candidature'] as const) copy.facts[owner].forEach((value, name) => into.facts[owner].set(name, value));
    copy.derived.forEach((value, name) => into.derived.set(name, value));
    copy.memberFacts.forEach((value, name) => into.memberFacts.set(name, value));
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
        memberFacts: join(base.memberFacts, used.memberFacts),
        parameters: join(base.parameters, used.parameters),
        tables: join(base.tables, used.tables),
    };
}
