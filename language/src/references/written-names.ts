import type { AstNode } from 'langium';
import { insideQuotes } from '../parser/typography.js';
import type * as ast from '../generated/ast.js';
import { treeNodes } from '../parser/tree-nodes.js';
import type { Mention, NameRole, Stretch } from './occurrences.js';
import { bare } from './root-scopes.js';
import { SCOPE_OF_ALL, type SymbolKind } from './symbol.js';
import { wordNodes } from './word-nodes.js';

type Kinds = Mention['kinds'];

/** What a property of a node holds: names given or used, and what they may name. `everywhere`: declared for every root. */
interface NameRule {
    readonly property: string;
    readonly role: NameRole;
    readonly kinds: (node: AstNode) => Kinds;
    readonly everywhere?: true;
}

const gives = (kind: SymbolKind, owner: (node: AstNode) => string | undefined = () => ''): NameRule => ({
    property: 'name',
    role: 'declaration',
    kinds: (node) => [[kind, owner(node)]],
});
const givesAll = (kind: SymbolKind, property = 'name', owner: (node: AstNode) => string = () => ''): NameRule => ({
    property,
    role: 'declaration',
    kinds: (node) => [[kind, owner(node)]],
    everywhere: true,
});
const uses = (property: string, ...kinds: readonly (SymbolKind | readonly [SymbolKind, string])[]): NameRule => ({
    property,
    role: 'reference',
    kinds: () => kinds.map((kind) => (typeof kind === 'string' ? ([kind, undefined] as const) : kind)),
});
const usesAs = (property: string, kinds: (node: AstNode) => Kinds): NameRule => ({ property, role: 'reference', kinds });

const POLICY = uses('policy', 'policy');
const VERSION = usesAs('version', (node) => [['version', (node as ast.Act).policy]]);
const EDITED_SCORING = uses('scoring', 'scoring');
const FACT_OF_DEMAND: Kinds = [
    ['fact', 'demande'],
    ['derived', ''],
];

/**
 * The names whose kind the sentence itself tells, by type of node. What depends on types — facts in conditions, values of enumerations —
 * is written down where lowering resolves it.
 */
const RULES: Readonly<Record<string, readonly NameRule[]>> = {
    Vocabulary: [givesAll('vocabulary'), uses('uses', 'vocabulary')],
    Enumeration: [gives('enumeration')],
    EnumerationValue: [gives('value', (node) => (node.$container as ast.Enumeration).name)],
    FactDeclaration: [gives('fact'), uses('role', 'role')],
    TypeReference: [uses('enumeration', 'enumeration')],
    DerivedFact: [{ property: 'name', role: 'declaration', kinds: deducedFact }, uses('role', 'role')],
    Parameter: [gives('parameter')],
    Table: [gives('table')],
    TableKey: [gives('table-key', (node) => (node.$container as ast.Table).name)],
    Policy: [givesAll('policy'), givesAll('version', 'version', (node) => (node as ast.Policy).name)],
    Act: [gives('act'), POLICY, VERSION],
    UseHeader: [uses('vocabulary', 'vocabulary')],
    ApplyHeader: [uses('socle', 'socle')],
    SuccessionHeader: [usesAs('version', (node) => [['version', policyOf(node)]])],
    InheritHeader: [POLICY, VERSION],
    Socle: [givesAll('socle'), uses('uses', 'vocabulary')],
    NamedList: [gives('list')],
    TableSupplement: [uses('table', 'table')],
    ParameterConfirmation: [uses('parameter', 'parameter')],
    Scoring: [gives('scoring')],
    Rubric: [gives('rubric', scoringOf)],
    Criterion: [gives('criterion', scoringOf), usesAs('exclusive', (node) => [['criterion', scoringOf(node) || undefined]])],
    Unscored: [gives('unscored')],
    Exclusion: [gives('exclusion')],
    Adequacy: [gives('adequacy')],
    Signal: [gives('signal')],
    Objective: [gives('objective')],
    Guarantee: [gives('guarantee')],
    AllotmentGround: [gives('ground')],
    Route: [gives('route')],
    CountEffect: [uses('objective', 'objective')],
    Reservee: [gives('reservee')],
    Contingent: [{ property: 'code', role: 'declaration', kinds: () => [['contingent', '']] }, uses('waived', 'adequacy')],
    Convention: [gives('convention'), uses('reservee', 'reservee')],
    TitleHeader: [uses('title', 'title')],
    OutsideClause: [uses('routes', 'route')],
    PooledShares: [gives('pool'), uses('conventions', 'convention')],
    ForecastLine: [uses('route', 'route')],
    Imputation: [gives('imputation')],
    ImputationLine: [uses('reservee', 'reservee')],
    Variant: [givesAll('variant', 'name', (node) => variantOwner(node as ast.Variant) ?? ''), POLICY, VERSION],
    SetPoints: [EDITED_SCORING, usesAs('criterion', edited('criterion'))],
    RemoveItem: [EDITED_SCORING, usesAs('target', edited())],
    AddItem: [EDITED_SCORING, usesAs('target', edited())],
    ReplaceCriterion: [EDITED_SCORING, usesAs('target', edited('criterion'))],
    CombineItem: [EDITED_SCORING, usesAs('target', edited())],
    Example: [POLICY, VERSION, usesAs('variant', (node) => [['variant', variantOwner(node as ast.Example)]])],
    ExampleProofs: [usesAs('facts', () => FACT_OF_DEMAND)],
    ExampleBlock: [uses('subject', ['fact', 'demande'])],
    ExampleField: [usesAs('fact', fieldKinds)],
    ExpectedDetail: [uses('criterion', 'criterion', 'rubric')],
    ExpectedIncomplete: [usesAs('missing', () => [...FACT_OF_DEMAND, ['fact', 'logement'], ['fact', 'candidature']])],
    ExpectedUnscored: [uses('clause', 'unscored')],
    ExpectedEligibility: [uses('motive', 'exclusion')],
    Mapping: [givesAll('mapping'), uses('vocabulary', 'vocabulary')],
    SourceTable: [uses('target', ['fact', 'demande'])],
    MappedField: [usesAs('target', (node) => columnKinds((node.$container as ast.SourceTable).target))],
    EventPattern: [usesAs('field', (node) => fieldsOf((node.$container as ast.Test).left))],
    EventCount: [uses('source', ['fact', 'demande'])],
    Lookup: [uses('table', 'table', 'list')],
    ValueSet: [uses('list', 'list')],
};

/** A name in a root: where it stands, and the root in which it is looked for. */
export interface RootNames extends Pick<Stretch, 'path'> {
    readonly text: string;
    readonly scope: string;
    readonly mentions: Mention[];
}

/** Every name of a root whose kind the sentence tells. */
export function writtenNames(root: ast.Root, place: Omit<RootNames, 'mentions'>): readonly Mention[] {
    const where: RootNames = { ...place, mentions: [] };
    for (const node of treeNodes(root)) {
        for (const rule of RULES[node.$type] ?? []) recordRule(node, rule, where);
        if (node.$type === 'FactBlock' && (node as ast.FactBlock).owner === 'membre') recordMembers(node as ast.FactBlock, where);
    }
    return where.mentions;
}

/** The members of the household are a fact of the demand, which the block itself declares. */
function recordMembers(block: ast.FactBlock, { path, scope, mentions }: RootNames): void {
    const [word] = wordNodes(block, 'owner');
    if (word === undefined) return;
    mentions.push({ path, start: word.offset, end: word.end, role: 'declaration', kinds: [['fact', 'demande']], name: 'membres', scope });
}

function recordRule(node: AstNode, { property, role, kinds, everywhere }: NameRule, { path, text, scope, mentions }: RootNames): void {
    const words = wordsOf(node, property);
    wordNodes(node, property).forEach((cst, index) => {
        const [start, end] = insideQuotes(text, cst.offset, cst.end);
        const spoken = isReplacement(node, role) ? 'reference' : role;
        const named = kindsOf(node, spoken, { property, role, kinds });
        mentions.push({
            path,
            start,
            end,
            role: spoken,
            kinds: named,
            name: bare(words[index] ?? text.slice(start, end)),
            scope: everywhere === true ? SCOPE_OF_ALL : scope,
        });
    });
}

/** The names that a property holds, as the language spells them: a word of the language may be written without its accents. */
function wordsOf(node: AstNode, property: string): readonly string[] {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
    return (Array.isArray(value) ? value : [value]).filter((word) => typeof word === 'string');
}

/** What the name may name: that of a critère written in the place of another is looked for as the other is. */
function kindsOf(node: AstNode, spoken: NameRole, { role, kinds }: NameRule): Kinds {
    if (node.$type === 'FactDeclaration' && role === 'declaration') return declaredFact(node as ast.FactDeclaration);
    return spoken !== role && node.$type === 'Criterion' && node.$container !== undefined ? edited('criterion')(node.$container) : kinds(node);
}

/** A rule that a variant writes in the place of the one of its name: it is that one. */
function isReplacement(node: AstNode, role: NameRole): boolean {
    const edit = node.$container;
    if (role !== 'declaration' || edit === undefined) return false;
    if (edit.$type === 'ReplaceCriterion') return (edit as ast.ReplaceCriterion).target === (node as ast.Criterion).name;
    return edit.$type === 'ReplaceList' || edit.$type === 'ReplaceRoute' || edit.$type === 'ReplaceConvention';
}

/** A deduced fact of the demand, or of each member: a name of the members' facts. */
function deducedFact(node: AstNode): Kinds {
    return (node as ast.DerivedFact).owner === 'membre' ? [['field', 'demande.membres']] : [['derived', '']];
}

/** A fact of its owner, or a field of an events fact or of the members. */
function declaredFact({ $container: holder }: ast.FactDeclaration): Kinds {
    if (holder.$type === 'FactBlock') return holder.owner === 'membre' ? [['field', 'demande.membres']] : [['fact', holder.owner]];
    const events = holder.$container as ast.FactDeclaration;
    const owner = events.$container?.$type === 'FactBlock' ? (events.$container as ast.FactBlock).owner : 'demande';
    return [['field', `${owner}.${events.name ?? ''}`]];
}

/** The cotation that holds a critère or a rubrique; empty inside an edit, which may not name it. */
function scoringOf(node: AstNode): string {
    let holder = node.$container;
    while (holder !== undefined && holder.$type !== 'Scoring' && holder.$type !== 'AddItem' && holder.$type !== 'ReplaceCriterion') holder = holder.$container;
    if (holder?.$type === 'Scoring') return (holder as ast.Scoring).name;
    const { scoring, kind, target } = (holder ?? {}) as Partial<ast.AddItem>;
    return scoring ?? (kind === 'cotation' ? (target ?? '') : '');
}

/** What an edit is about: a critère or a rubrique of the cotation that it names, or a cotation. */
function edited(kind?: SymbolKind): (node: AstNode) => Kinds {
    return (node) => {
        const edit = node as Partial<ast.RemoveItem> | Partial<ast.AddItem>;
        const known = kind ?? EDITED.get(edit.kind ?? '') ?? 'rubric';
        return [[known, known === 'scoring' ? '' : edit.scoring]];
    };
}

const EDITED: ReadonlyMap<string, SymbolKind> = new Map([
    ['critère', 'criterion'],
    ['rubrique', 'rubric'],
    ['cotation', 'scoring'],
]);

/** A field of an example: of the demand, of the dwelling, of an event. */
function fieldKinds(node: AstNode): Kinds {
    const block = node.$container as ast.Example | ast.ExampleBlock;
    if (block.$type !== 'ExampleBlock') return FACT_OF_DEMAND;
    return block.subject === 'logement' ? [['fact', 'logement']] : [['field', `demande.${block.subject}`]];
}

const COLUMN_OWNERS: ReadonlyMap<string, string> = new Map([
    ['demandes', 'demande'],
    ['logements', 'logement'],
    ['candidatures', 'candidature'],
    ['occupants', 'demande'],
]);

/** What a column of a table of data may be: a fact of its owner, or a field of its events, or the identifier of their demand. */
function columnKinds(target: string): Kinds {
    const owner = COLUMN_OWNERS.get(target);
    return owner === undefined
        ? [
              ['field', `demande.${target}`],
              ['fact', 'demande'],
          ]
        : [['fact', owner]];
}

function fieldsOf(left: ast.Expression): Kinds {
    return left.$type === 'Reference' ? [['field', `demande.${left.word}`]] : [];
}

/** The version that a variant edits; unknown where an example does not say which. */
function variantOwner({ policy, version }: ast.Variant | ast.Example): string | undefined {
    return version === undefined ? undefined : `${policy} ${bare(version)}`;
}

/** The policy whose header a node is. */
function policyOf(node: AstNode): string {
    const root = node.$container as ast.Policy | ast.Act;
    return root.$type === 'Act' ? root.policy : root.name;
}
