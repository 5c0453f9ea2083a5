import { AstUtils, GrammarAST, isCompositeCstNode, type AstNode, type CstNode, type PropertyMetaData } from 'langium';
import { report } from '../diagnostics/report.js';
import * as ast from '../generated/ast.js';
import { treeNodes } from '../parser/tree-nodes.js';
import { locationAt, locationOf, textOf, type FileContext } from './context/context.js';

type Ast = ast.BaremeAstType;

/** The types of the nodes that some list of the grammar holds. */
type InLists<Node> = {
    [Property in keyof Node]-?: NonNullable<Node[Property]> extends (infer Item)[] ? (Item extends AstNode ? Item : never) : never;
}[keyof Node];
type Listed = { [Type in keyof Ast]: InLists<Ast[Type]> }[keyof Ast];

/** The types of what may stand several times beside itself, expressions apart. */
export type RepeatedType = Exclude<Listed['$type'], ast.Expression['$type']>;

type NodeOf<Type> = Extract<Listed, { readonly $type: Type }>;

/**
 * Whether a clause may be said again beside itself: `many`, each adds to the others or another check names what two of them share; `once`; or
 * once for each word that it gives, two clauses of one word contradicting each other.
 */
type Repetition<Type> = 'many' | 'once' | ((node: NodeOf<Type>) => string);

/**
 * Every clause that the grammar lets repeat: a type that it adds is missing here, and the compiler says so. Names declared twice are told by
 * BAR204, shares of a convention by BAR451, periods and cells of tables by BAR315 and BAR316, lines of a `selon` by BAR402.
 */
export const REPETITIONS: { readonly [Type in RepeatedType]: Repetition<Type> } = {
    // Vocabularies
    Enumeration: 'many',
    EnumerationValue: 'many',
    FactBlock: 'many',
    FactDeclaration: 'many',
    DerivedFact: 'many',
    DerivedState: 'many',
    Parameter: 'many',
    Table: 'many',
    TableKey: ({ name }) => name,
    TablePromise: ({ key }) => key,
    TablePeriod: 'many',
    TableRow: 'many',
    CellBoolean: 'many',
    CellDate: 'many',
    CellName: 'many',
    CellNumber: 'many',
    CellOtherwise: 'many',
    CellPerExtra: 'once',
    CellText: 'many',
    LegalReference: 'many',
    LiteralBoolean: 'many',
    LiteralDate: 'many',
    LiteralName: 'many',
    LiteralNumber: 'many',
    LiteralSet: 'many',
    LiteralState: 'many',
    LiteralText: 'many',
    // Policies
    Vocabulary: 'many',
    Socle: 'many',
    Policy: 'many',
    Act: 'many',
    Variant: 'many',
    Example: 'many',
    Mapping: 'many',
    TerritoryHeader: 'once',
    CommunesHeader: 'once',
    DateHeader: ({ kind }) => (kind === 'signé le' ? 'signée le' : kind),
    OpinionHeader: 'many',
    ForceHeader: 'once',
    SuccessionHeader: 'once',
    SourceHeader: 'many',
    NoticeHeader: 'many',
    UseHeader: 'once',
    ApplyHeader: ({ socle }) => socle,
    InheritHeader: 'once',
    NamedList: 'many',
    TableSupplement: 'many',
    ParameterConfirmation: ({ parameter }) => parameter,
    Scoring: 'many',
    Ranking: 'many',
    Unscored: 'many',
    Exclusion: 'many',
    Adequacy: 'many',
    AdequacyLine: ({ value }) => textOfValue(value),
    Signal: 'many',
    Objective: 'many',
    SizeRounding: 'many',
    TrajectoryStep: ({ year }) => digits(year),
    AnalogousDemands: 'many',
    RefusalEffect: 'many',
    Guarantee: 'many',
    Commission: 'many',
    SingleCandidate: 'many',
    AllotmentGround: ({ name }) => name,
    // Cotations
    Rubric: 'many',
    Criterion: 'many',
    CombinationOption: 'once',
    CapOption: 'once',
    FloorOption: 'once',
    IncreaseOption: 'once',
    PointsLimit: ({ kind }) => (kind === 'plancher' ? kind : 'plafond'),
    PointsTier: 'many',
    ValueTier: 'many',
    // Ranking
    CategoryKey: 'many',
    NoteKey: ({ which }) => which,
    FactKey: ({ value }) => value.$cstNode?.text ?? '',
    AppraisalKey: 'once',
    IncompleteKey: 'once',
    // Flux
    Route: 'many',
    CountEffect: ({ objective }) => objective,
    OutsideEffect: ({ outside }) => outside,
    PublicationEffect: 'once',
    WithdrawalEffect: 'once',
    Reservee: 'many',
    Contingent: ({ code }) => textOfValue(code),
    Convention: 'many',
    SignatureHeader: 'once',
    TitleHeader: 'once',
    PerimeterHeader: ({ fact }) => fact,
    ShareClause: 'many',
    ShareWithin: ({ code }) => textOfValue(code),
    OutsideClause: ({ kind }) => kind,
    ReturnClause: 'once',
    RoundingClause: 'once',
    BalanceClause: 'once',
    DelegationClause: 'once',
    PooledShares: 'many',
    SubtractionForecast: ({ landlord, year }) => `${textOfValue(landlord)} ${digits(year)}`,
    ForecastLine: ({ route }) => route,
    Imputation: 'many',
    ImputationLine: 'many',
    Orientation: 'many',
    // Variants
    SetPoints: ({ scoring, criterion }) => `fixe ${scoring ?? ''}.${criterion}`,
    RemoveItem: ({ kind, scoring, target }) => `retire ${kind} ${scoring ?? ''}.${target}`,
    AddItem: 'many',
    ReplaceCriterion: ({ scoring, target }) => `${scoring ?? ''}.${target}`,
    CombineItem: ({ kind, scoring, target }) => `combine ${kind} ${scoring ?? ''}.${target}`,
    ReplaceRanking: 'once',
    ReplaceList: ({ list }) => `${list.name} ${list.start ?? ''}`,
    ReplaceRoute: ({ route }) => route.name,
    ReplaceConvention: ({ convention }) => convention.name,
    ReplaceOrientation: 'once',
    RemoveRefusalEffects: 'once',
    AddRefusalEffect: 'many',
    // Examples
    ExampleDate: 'once',
    ExampleProofs: 'many',
    ExampleExpectation: 'many',
    ExampleBlock: ({ subject, $cstNode }) => (subject === 'logement' ? subject : `${subject} ${$cstNode?.offset ?? ''}`),
    ExampleField: ({ fact }) => fact,
    ExpectedNote: ({ which }) => which ?? 'déclarée',
    ExpectedIncomplete: 'once',
    ExpectedUnscored: 'once',
    ExpectedEligibility: 'once',
    ExpectedDetail: ({ criterion }) => criterion,
    // Data
    SourceTable: ({ target }) => target,
    SeparatorOption: 'once',
    DecimalOption: 'once',
    ThousandsOption: 'once',
    HeaderlessOption: 'once',
    RowsOption: 'once',
    RowTest: 'many',
    MappedField: ({ target }) => target,
    SplitConversion: 'once',
    CodesConversion: 'many',
    CodePair: ({ code }) => code,
    ScaleConversion: 'once',
    TimeConversion: 'once',
    EmptyConversion: 'once',
};

function digits(text: string): string {
    return text.replace(/\s/g, '');
}

function textOfValue(node: ast.LiteralValue): string {
    return node.$cstNode?.text.replace(/\s/g, '') ?? '';
}

/** Reports each clause of a root that is said twice where once is meant: one of the two would be dropped in silence. */
export function checkSaidOnce(context: FileContext, root: AstNode): void {
    for (const node of treeNodes(root)) {
        for (const property of listsOf(node)) checkList(context, (node as unknown as Readonly<Record<string, readonly unknown[]>>)[property] ?? []);
        if (!ast.isExpression(node)) checkWords(context, node);
    }
}

const lists = new Map<string, readonly string[]>();

/** The properties of a node that are lists, by the grammar: a node has all those of its type, empty or not. */
function listsOf({ $type }: AstNode): readonly string[] {
    const known = lists.get($type) ?? Object.values(ast.reflection.getTypeMetaData($type).properties).flatMap(listProperty);
    lists.set($type, known);
    return known;
}

function listProperty({ name, defaultValue }: PropertyMetaData): readonly string[] {
    return Array.isArray(defaultValue) ? [name] : [];
}

function checkList(context: FileContext, items: readonly unknown[]): void {
    if (items.length < 2) return;
    const said = new Map<string, AstNode>();
    for (const item of items) {
        const key = keyOf(item);
        if (key === undefined) continue;
        const first = said.get(key);
        if (first === undefined) said.set(key, item as AstNode);
        else reportTwice(context, spanOf(context, first), spanOf(context, item as AstNode));
    }
}

function keyOf(item: unknown): string | undefined {
    if (typeof item !== 'object' || item === null || !('$type' in item)) return undefined;
    const rule = (REPETITIONS as Readonly<Record<string, 'many' | 'once' | ((node: unknown) => string) | undefined>>)[String(item.$type)];
    if (rule === undefined || rule === 'many') return undefined;
    return `${String(item.$type)} ${rule === 'once' ? '' : rule(item)}`;
}

interface Said {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

function spanOf(context: FileContext, node: AstNode): Said {
    const { start, end } = locationOf(context, node);
    return { start, end, text: textOf(context, node) };
}

function reportTwice(context: FileContext, first: Said, second: Said): void {
    const [before, after] = [first, second].map(({ start, end }) => locationAt([context.path, start, end]));
    const params = { first: shortened(first.text), second: shortened(second.text) };
    const related = before === undefined ? [] : [{ message: 'Écrit d’abord ici', location: before }];
    context.diagnostics.push(report('BAR332', params, after, { related }));
}

const LONGEST = 60;

function shortened(text: string): string {
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** A word of a sentence that may be said once, said again: `colonne "a" colonne "b"`. */
function checkWords(context: FileContext, node: AstNode): void {
    const cst = node.$cstNode;
    if (cst === undefined || !isCompositeCstNode(cst)) return;
    const said = new Map<string, CstNode>();
    collectWords(cst.content, node, (property, word) => {
        const first = said.get(property);
        if (first === undefined) said.set(property, word);
        else reportTwice(context, wordOf(first), wordOf(word));
    });
}

function wordOf({ offset, end, text }: CstNode): Said {
    return { start: offset, end, text };
}

function collectWords(content: readonly CstNode[], node: AstNode, found: (property: string, word: CstNode) => void): void {
    for (const cst of content) {
        const property = cst.grammarSource === undefined ? undefined : singleProperty(cst.grammarSource);
        if (property === MANY) continue;
        if (property !== undefined) found(property, cst);
        else if (isCompositeCstNode(cst) && cst.astNode === node) collectWords(cst.content, node, found);
    }
}

const MANY = '';
const properties = new WeakMap<AstNode, string | undefined>();

/** The property of one value that an element of the grammar gives; `MANY` for one that grows. */
function singleProperty(source: AstNode): string | undefined {
    if (properties.has(source)) return properties.get(source);
    const assignment = AstUtils.getContainerOfType(source, GrammarAST.isAssignment);
    const property = assignment === undefined ? undefined : assignment.operator === '+=' ? MANY : assignment.feature;
    properties.set(source, property);
    return property;
}
