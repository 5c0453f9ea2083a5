import { compareText } from '../kit/text-order.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Example } from '../ir/example.js';
import type { Policy } from '../ir/policy.js';
import type { Project } from '../ir/project.js';
import type { ParsedSource } from '../parser/source-text.js';
import { runSteps } from '../kit/steps.js';
import { emptyRecord, namesOf, type NameRecord, type Names } from '../references/occurrences.js';
import { rootScope, scopeOf } from '../references/root-scopes.js';
import { emptyScope, type Scope } from '../references/scope.js';
import { writtenNames } from '../references/written-names.js';
import { fail, failUnknown, placeOf, unquote, type FileContext } from './context/context.js';
import { LoweringMemory, reportingInto, type Reports, type Unit } from './lowering-memory.js';
import { knownVocabularies, type VocabularyIndex } from './known-vocabularies.js';
import { reportUnread, withBorrowed } from './borrowed-parts.js';
import { lowerExample } from './lower-example.js';
import { lowerMapping } from './lower-mapping.js';
import { policySteps, type LoweredPolicy, type PolicyPart } from './lower-policy.js';
import { checkSaidOnce } from './said-once.js';
import { lowerVariant } from './lower-variant.js';

/** A root of a file, with its file. */
export interface RootPart<Root extends ast.Root = ast.Root> {
    readonly context: FileContext;
    readonly node: Root;
}

/** What the files say, what is wrong with it, and what each name in it names, found out when first asked. */
export interface LoweredProject {
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
    readonly names: () => Names;
}

/** How files are lowered: what was lowered before, and what to give between two pieces. */
export interface LoweringRun<Pause> {
    readonly memory: LoweringMemory;
    readonly pause: Pause;
}

/**
 * Everything that the files say, and what is wrong with it, in steps: `pause` stands between two pieces. Never throws: what cannot be
 * understood is left out and reported.
 */
export function* loweringSteps<Pause>(parsed: readonly ParsedSource[], { memory, pause }: LoweringRun<Pause>): Generator<Pause, LoweredProject, undefined> {
    const diagnostics: Diagnostic[] = [];
    const names = emptyRecord();
    const roots: RootPart[] = parsed.flatMap((source) => {
        const context: FileContext = { path: source.path, text: source.text, diagnostics, names, root: '' };
        if (source.root !== undefined) checkLanguageVersion(context, source.root);
        return source.root?.roots.filter(namesWhatItIsAbout).map((node) => ({ context: { ...context, root: scopeOf(node, source.path) }, node })) ?? [];
    });
    for (const root of roots)
        memory.lowered({ of: root.node.$cstNode ?? root.node, reads: [root.context.path], reports: root.context }, (own) => {
            checkSaidOnce(reportingInto(root, own).context, root.node);
        });
    const vocabularies = knownVocabularies(roots, memory);
    yield pause;
    const versions = yield* versionSteps(roots, vocabularies, { memory, pause });
    const variants: LoweredPolicy[] = [];
    for (const root of rootsOf(roots, 'Variant')) {
        const base = findVersion(root, versions, rootsOf(roots, 'Policy'));
        if (base === undefined) continue;
        const policy = memory.lowered(unitOf(root, base), (own) => lowerVariant(reportingInto(root, own).context, root.node, base));
        variants.push({ policy, scope: base.scope });
        yield pause;
    }
    reportDuplicates(rootsOf(roots, 'Variant'));
    const examples: Example[] = [];
    for (const root of rootsOf(roots, 'Example')) {
        const found = exampleScope(root, [...versions, ...variants], rootsOf(roots, 'Policy'));
        // Of a version that is not known, the names alone are worth having: all the rest would be said of another.
        const scope = found ?? versions[0]?.scope ?? emptyScope();
        const context = found === undefined ? { ...root.context, diagnostics: [] } : root.context;
        const example = memory.lowered(unitOf({ ...root, context }, scope), (own) =>
            lowerExample(reportingInto({ ...root, context }, own).context, scope, root.node),
        );
        if (example !== undefined) examples.push(example);
        yield pause;
    }
    const mappings = rootsOf(roots, 'Mapping').flatMap((root) => {
        const known = vocabularies.find(root.context, placeOf(root.context, root.node, 'vocabulary'), root.node.vocabulary);
        if (known === undefined) return [];
        return [memory.lowered(unitOf(root, known.scope), (own) => lowerMapping(reportingInto(root, own).context, known.scope, root.node))];
    });
    const project: Project = {
        vocabularies: vocabularies.all(),
        policies: sortedByStart(versions.map((version) => version.policy)),
        variants: variants.map((variant) => variant.policy),
        examples,
        mappings,
    };
    return { project, diagnostics, names: namesLater(roots, names, memory) };
}

/** The names of the roots: those that lowering met, and those whose kind the sentences tell. */
function namesLater(roots: readonly RootPart[], met: NameRecord, memory: LoweringMemory): () => Names {
    let names: Names | undefined;
    return () => (names ??= namesOf(withWritten(roots, met, memory)));
}

function withWritten(roots: readonly RootPart[], met: NameRecord, memory: LoweringMemory): NameRecord {
    const versions = rootsOf(roots, 'Policy').map(({ node }) => node);
    const written = roots.flatMap(({ context: { path, text, root: scope }, node }) =>
        memory.namesWritten(node, path, () => writtenNames(node, { path, text, scope })),
    );
    return {
        mentions: [...written, ...met.mentions],
        scopes: roots.map(({ context, node }) => rootScope(node, context.path, versions)),
        expected: met.expected,
    };
}

/** Same, at once and with nothing known before. */
export function lowerProject(parsed: readonly ParsedSource[]): LoweredProject {
    return runSteps(loweringSteps(parsed, { memory: new LoweringMemory(), pause: undefined }));
}

/** The piece that a root alone makes; `read` is what it is read with. */
function unitOf({ context, node }: RootPart, read: object): Unit {
    return { of: node, reads: [context.path, read], reports: context };
}

/** A root that the parser has recovered may lack the very name of what it is about: it says nothing then, and is already reported. */
function namesWhatItIsAbout(node: ast.Root): boolean {
    const name: string | undefined = 'policy' in node ? node.policy : 'vocabulary' in node ? node.vocabulary : node.name;
    return name !== undefined;
}

function checkLanguageVersion(context: FileContext, root: ast.SourceFile): void {
    if (root.languageVersion === undefined || root.languageVersion === '1') return;
    context.diagnostics.push(report('BAR108', { version: root.languageVersion }, placeOf(context, root, 'languageVersion')));
}

export function rootsOf<Type extends ast.Root['$type']>(
    roots: readonly RootPart[],
    type: Type,
): readonly RootPart<Extract<ast.Root, { readonly $type: Type }>>[] {
    return roots.filter((root): root is RootPart<Extract<ast.Root, { readonly $type: Type }>> => root.node.$type === type);
}

function* versionSteps<Pause>(
    roots: readonly RootPart[],
    vocabularies: VocabularyIndex,
    { memory, pause }: LoweringRun<Pause>,
): Generator<Pause, readonly LoweredPolicy[], undefined> {
    const acts = rootsOf(roots, 'Act');
    const policies = rootsOf(roots, 'Policy');
    const socles = rootsOf(roots, 'Socle');
    reportRepeated(socles, KIND_WORDS.socle);
    for (const { context, node } of socles) vocabularies.find(context, placeOf(context, node, 'uses'), node.uses);
    const seen = new Set<string>();
    const lowered: LoweredPolicy[] = [];
    for (const { context, node } of policies) {
        if (node.name === undefined) continue;
        const key = `${node.name} ${node.version}`;
        if (seen.has(key)) fail(context, 'BAR204', { name: key, kind: KIND_WORDS.policy }, placeOf(context, node, 'name'));
        seen.add(key);
        const use = node.headers.find((header) => header.$type === 'UseHeader');
        if (use === undefined) {
            fail(context, 'BAR508', { name: node.name }, placeOf(context, node, 'name'));
            continue;
        }
        const known = vocabularies.find(context, placeOf(context, use, 'vocabulary'), use.vocabulary);
        const beside = acts.filter((act) => act.node.policy === node.name && act.node.version === node.version);
        if (known === undefined) continue;
        const parts = withBorrowed([{ context, node }, ...beside], { policies, socles });
        const unit = { of: node, reads: [known, ...parts.flatMap(readsOf)], reports: context };
        const partsInto = (own: Reports): readonly PolicyPart[] => parts.map((part) => reportingInto(part, own));
        const version = yield* memory.loweredSteps(unit, { pause, lower: (own) => policySteps(partsInto(own), known) });
        if (version !== undefined) lowered.push(version);
        yield pause;
    }
    reportUnread(socles, policies);
    for (const { context, node } of acts) {
        const matches = policies.some((policy) => policy.node.name === node.policy && policy.node.version === node.version);
        if (!matches)
            reportUnknownVersion(
                context,
                node,
                policies.map((policy) => policy.node),
            );
    }
    return lowered;
}

/** What of a part makes a version: its text, where it is, and which of its clauses are taken. */
function readsOf({ context, node, items }: PolicyPart): readonly unknown[] {
    return [context.path, node, items?.length, ...(items ?? [])];
}

interface NamesVersion {
    readonly policy: string;
    readonly version?: string;
}

function reportUnknownVersion(
    context: FileContext,
    node: (ast.Act | ast.Variant | ast.Example) & NamesVersion,
    policies: readonly { readonly name: string; readonly version: string }[],
): undefined {
    const known = policies.filter((policy) => policy.name === node.policy).map((policy) => unquote(policy.version) ?? '');
    const names =
        known.length > 0
            ? known
            : nearestNames(
                  node.policy,
                  policies.map((policy) => policy.name),
              );
    return fail(context, 'BAR210', { policy: node.policy, version: unquote(node.version) ?? '', known: names }, placeOf(context, node as ast.Act, 'policy'));
}

/** The version that a variant edits. */
function findVersion(
    { context, node }: RootPart<ast.Variant>,
    versions: readonly LoweredPolicy[],
    written: readonly RootPart<ast.Policy>[],
): LoweredPolicy | undefined {
    const found = versions.find(({ policy }) => policy.name === node.policy && policy.version === unquote(node.version));
    return found ?? reportUnlessWritten({ context, node }, written);
}

/** A version that is written and could not be read is told where it stands. */
function reportUnlessWritten({ context, node }: RootPart<ast.Variant | ast.Example>, written: readonly RootPart<ast.Policy>[]): undefined {
    const isWritten = written.some((policy) => policy.node.name === node.policy && (node.version === undefined || policy.node.version === node.version));
    if (isWritten) return undefined;
    return reportUnknownVersion(
        context,
        node,
        written.map((policy) => policy.node),
    );
}

function reportRepeated(roots: readonly RootPart<ast.Socle>[], kind: string): void {
    const seen = new Set<string>();
    for (const { context, node } of roots) {
        if (seen.has(node.name)) fail(context, 'BAR204', { name: node.name, kind }, placeOf(context, node, 'name'));
        seen.add(node.name);
    }
}

function reportDuplicates(variants: readonly RootPart<ast.Variant>[]): void {
    const seen = new Set<string>();
    for (const { context, node } of variants) {
        const key = `${node.policy} ${node.name}`;
        if (seen.has(key)) fail(context, 'BAR204', { name: node.name, kind: KIND_WORDS.variant }, placeOf(context, node, 'name'));
        seen.add(key);
    }
}

/** The names that an example may use: those of the version or variant it tests, which must exist. */
function exampleScope(root: RootPart<ast.Example>, versions: readonly LoweredPolicy[], written: readonly RootPart<ast.Policy>[]): Scope | undefined {
    const { context, node } = root;
    const ofPolicy = versions.filter(({ policy }) => policy.name === node.policy && (node.version === undefined || policy.version === unquote(node.version)));
    const variant = node.variant === undefined ? ofPolicy[0] : ofPolicy.find(({ policy }) => policy.variant?.name === node.variant);
    if (variant !== undefined) return variant.scope;
    if (ofPolicy.length === 0) return reportUnlessWritten(root, written);
    const names = ofPolicy.flatMap(({ policy }) => policy.variant?.name ?? []);
    const nearest = nearestNames(node.variant ?? '', names);
    failUnknown(context, 'BAR203', { name: node.variant ?? '', kind: KIND_WORDS.variant, nearest }, placeOf(context, node, 'variant'));
    return ofPolicy[0]?.scope;
}

function sortedByStart(policies: readonly Policy[]): readonly Policy[] {
    return [...policies].sort((a, b) => compareText(a.name, b.name) || a.dates.from - b.dates.from);
}
