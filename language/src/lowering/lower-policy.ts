import { formatFrenchDate } from '../kit/civil-date.js';
import type { Steps } from '../kit/steps.js';
import { compareText } from '../kit/text-order.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import { IR_VERSION, type NamedList, type Policy, type Unscored } from '../ir/policy.js';
import type { SourceRef } from '../ir/span.js';
import type { Table, TablePeriod, TableRow, Vocabulary } from '../ir/vocabulary.js';
import { copyScope, type Scope } from '../references/scope.js';
import {
    fail,
    failTaken,
    failUnknown,
    headSpan,
    keywordSpan,
    locationAt,
    lowerReferences,
    nameIn,
    optional,
    placeOf,
    spanOf,
    unquote,
    wordSpan,
    type FileContext,
} from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { scoringSteps } from './lower-criteria.js';
import { lowerAnalogous } from './lower-analogous.js';
import { addDatedList, isDated, wordsOfList } from './lower-dated-list.js';
import { beside, lowerDates, textsOf } from './lower-headers.js';
import { lowerAdequacy, lowerExclusion, lowerSignal, lowerUnscored } from './lower-eligibility.js';
import { expressionContext } from './expressions/lower-expression.js';
import { lowerDate, lowerLiteral } from './expressions/lower-literal.js';
import { lowerConvention, lowerForecast, lowerImputation, lowerOrientation, lowerPooledShares, lowerReservee, lowerRoute } from './lower-flux.js';
import { lowerCommission } from './lower-commission.js';
import { lowerGuarantee } from './lower-guarantee.js';
import { lowerRefusalEffect } from './lower-refusal-effect.js';
import { lowerObjective } from './lower-objective.js';
import { lowerRanking } from './lower-ranking.js';
import { lowerPeriod } from './lower-table.js';
import { checkRoleReads } from './expressions/lower-role.js';
import { addTable, declareDerived, lowerDerived } from './lower-vocabulary.js';

/** The node of a version and those of the acts beside it, each with its file. */
export interface PolicyPart {
    readonly context: FileContext;
    readonly node: ast.Policy | ast.Act | ast.Socle;
    /** Those of its clauses that the policy has; absent: all. */
    readonly items?: readonly ast.PolicyItem[];
}

/** A vocabulary with the scope that its names make. */
export interface KnownVocabulary {
    readonly vocabulary: Vocabulary;
    readonly scope: Scope;
    /** The paths of the files that it is written in, those of the vocabularies that it uses included. */
    readonly sources: readonly string[];
}

/** A version as lowered, and the scope in which its variants read their edits. */
export interface LoweredPolicy {
    readonly policy: Policy;
    readonly scope: Scope;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] extends readonly (infer Item)[] ? Item[] : Shape[Key] };
type Rules =
    | 'refusalEffects'
    | 'guarantees'
    | 'lists'
    | 'scorings'
    | 'exclusions'
    | 'adequacies'
    | 'signals'
    | 'objectives'
    | 'routes'
    | 'reservees'
    | 'conventions'
    | 'forecasts'
    | 'pools'
    | 'imputations';
type Draft = Mutable<Pick<Policy, Rules>> & {
    unscored: Unscored[];
    ranking?: Policy['ranking'];
    analogous?: Policy['analogous'];
    commission?: Policy['commission'];
    orientation?: Policy['orientation'];
};

/**
 * One version, with a pause after each of its rules: its headers, then its own names, then its rules, so that a rule may come before
 * the list it uses.
 */
export function* policySteps(written: readonly PolicyPart[], known: KnownVocabulary): Steps<LoweredPolicy | undefined> {
    const [main] = written;
    if (main === undefined || main.node.$type !== 'Policy') return undefined;
    const parts = written.map((part) => ({ ...part, context: { ...part.context, reader: main.context.root } }));
    const scope = copyScope(known.scope);
    const draft: Draft = {
        refusalEffects: [],
        guarantees: [],
        lists: [],
        scorings: [],
        unscored: [],
        exclusions: [],
        adequacies: [],
        signals: [],
        objectives: [],
        routes: [],
        reservees: [],
        conventions: [],
        pools: [],
        forecasts: [],
        imputations: [],
    };
    for (const { context, node, items = node.items } of parts) {
        for (const item of items) if (item.$type === 'NamedList' && !isDated(item)) addList(context, scope, item, draft.lists);
    }
    const dated: Table[] = [];
    for (const { context, node, items = node.items } of parts) {
        for (const item of items) if (item.$type === 'NamedList' && isDated(item)) addDatedList(context, scope, item, dated);
    }
    const vocabulary = ownNames(parts, scope, { ...known.vocabulary, tables: [...known.vocabulary.tables, ...dated] });
    for (const { context, node, items = node.items } of parts) {
        const expressions = expressionContext(context, scope);
        for (const item of items) {
            if (item.$type === 'Scoring') {
                const scoring = yield* scoringSteps(expressions, item);
                add(expressions, item, { items: draft.scorings, item: scoring, kind: KIND_WORDS.scoring });
            } else lowerPolicyItem(expressions, item, draft);
            yield;
        }
    }
    const policy = policyOf(main.context, main.node, { draft, vocabulary, sources: sourcesOf(parts, known), parts });
    return policy === undefined ? undefined : { policy, scope };
}

/** The files that a version is written in: its own, those of what it borrows and of its words. */
function sourcesOf(parts: readonly PolicyPart[], known: KnownVocabulary): readonly SourceRef[] {
    const paths = new Set([...parts.map(({ context }) => context.path), ...known.sources]);
    return [...paths].sort(compareText).map((path) => ({ path }));
}

/** Tables, supplements, confirmed parameters and deduced facts of the policy itself. */
function ownNames(parts: readonly PolicyPart[], scope: Scope, base: Vocabulary): Vocabulary {
    let vocabulary = base;
    for (const { context, node, items = node.items } of parts) {
        for (const item of items) {
            if (item.$type === 'Table') {
                const table = addTable(context, scope, item);
                if (table !== undefined) vocabulary = { ...vocabulary, tables: [...vocabulary.tables, table] };
            }
            if (item.$type === 'TableSupplement') vocabulary = supplement(context, scope, item, vocabulary);
            if (item.$type === 'ParameterConfirmation') vocabulary = confirm(context, scope, item, vocabulary);
            if (item.$type === 'DerivedFact') declareDerived(context, scope, item);
        }
    }
    for (const { context, node, items = node.items } of parts) {
        for (const item of items) {
            if (item.$type !== 'DerivedFact') continue;
            const { derived, memberFacts } = lowerDerived(context, scope, item);
            vocabulary = { ...vocabulary, derived: [...vocabulary.derived, ...derived], memberFacts: [...vocabulary.memberFacts, ...memberFacts] };
        }
    }
    for (const { context, node, items = node.items } of parts) for (const item of items) checkRoleReads(context, item, vocabulary.derived);
    return { ...vocabulary, tables: listsLast(vocabulary.tables) };
}

/** Dated lists after the tables, whatever the order in which a file writes them. */
function listsLast(tables: readonly Table[]): readonly Table[] {
    return [...tables.filter(({ list }) => list !== true), ...tables.filter(({ list }) => list === true)];
}

/** Rows added to a table: they come before the table's own in their period, a period of the same start being one. */
function supplement(context: FileContext, scope: Scope, node: ast.TableSupplement, vocabulary: Vocabulary): Vocabulary {
    const table = vocabulary.tables.find((candidate) => candidate.name === node.table);
    const signature = scope.tables.get(node.table);
    if (table === undefined || signature === undefined) {
        failUnknown(
            context,
            'BAR203',
            { name: node.table, kind: KIND_WORDS.table, nearest: nearestNames(node.table, scope.tables.keys()) },
            placeOf(context, node, 'table'),
        );
        return vocabulary;
    }
    let merged = table;
    for (const period of node.periods) {
        const added = lowerPeriod(context, scope, period, { name: node.table, ...signature });
        if (added !== undefined) merged = withPeriod(context, merged, sourcedBy(context, node, added));
    }
    return { ...vocabulary, tables: vocabulary.tables.map((candidate) => (candidate === table ? merged : candidate)) };
}

/** The document that a supplement cites is that of each period it adds to. */
function sourcedBy(context: FileContext, node: ast.TableSupplement, period: TablePeriod): TablePeriod {
    if (node.source === undefined) return period;
    return { ...period, references: [...period.references, { text: unquote(node.source) ?? '', at: wordSpan(context, node, 'source') }] };
}

/** The table with more rows: in the period of the same start where there is one. A row that the period already has is refused. */
function withPeriod(context: FileContext, table: Table, added: TablePeriod): Table {
    const same = table.periods.find((candidate) => candidate.start === added.start);
    if (same === undefined) return { ...table, periods: [...table.periods, added] };
    if (same.end !== added.end) {
        const facts = { table: table.name, start: formatFrenchDate(same.start), known: endWords(same), added: endWords(added) };
        fail(context, 'BAR319', facts, locationAt(added.places?.start ?? added.at));
    }
    const keyOf = (row: TableRow): string => JSON.stringify(row.keys);
    const known = new Set(same.rows.map(keyOf));
    const double = added.rows.find((row) => known.has(keyOf(row)));
    if (double !== undefined) {
        const keys = double.keys.map((key, index) => `« ${table.keys[index]?.name ?? ''} » ${key ?? 'sinon'}`).join(', ');
        fail(context, 'BAR315', { table: table.name, keys }, locationAt(double.places?.keys?.[0] ?? added.at));
    }
    const rows = [...added.rows.filter((row) => !known.has(keyOf(row))), ...same.rows];
    return {
        ...table,
        periods: table.periods.map((candidate) => (candidate === same ? { ...same, rows, references: [...same.references, ...added.references] } : candidate)),
    };
}

function endWords({ end }: TablePeriod): string {
    return end === undefined ? 'n’a pas de fin' : `finit le ${formatFrenchDate(end)}`;
}

function confirm(context: FileContext, scope: Scope, node: ast.ParameterConfirmation, vocabulary: Vocabulary): Vocabulary {
    const parameter = vocabulary.parameters.find((candidate) => candidate.name === node.parameter);
    if (parameter === undefined) {
        const nearest = nearestNames(node.parameter, scope.parameters.keys());
        failUnknown(context, 'BAR203', { name: node.parameter, kind: KIND_WORDS.parameter, nearest }, placeOf(context, node, 'parameter'));
        return vocabulary;
    }
    const value = lowerLiteral(context, scope, node.value, parameter.type);
    if (value === undefined) return vocabulary;
    const confirmedOn = node.date === undefined ? undefined : lowerDate(context, placeOf(context, node, 'date'), node.date);
    const confirmed = {
        ...parameter,
        value,
        ...optional('confirmedBy', unquote(node.source)),
        ...optional('confirmedOn', confirmedOn),
        places: { ...parameter.places, value: spanOf(context, node.value) },
    };
    return { ...vocabulary, parameters: vocabulary.parameters.map((candidate) => (candidate === parameter ? confirmed : candidate)) };
}

function addList(context: FileContext, scope: Scope, node: ast.NamedList, lists: NamedList[]): void {
    if (node.name === undefined) return;
    if (scope.lists.has(node.name)) {
        failTaken(context, node, KIND_WORDS.list);
        return;
    }
    const list = lowerList(context, node);
    scope.lists.set(list.name, list.values);
    lists.push(list);
}

export function lowerList(context: FileContext, node: ast.NamedList): NamedList {
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        values: wordsOfList(context, node),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function lowerPolicyItem(context: ExpressionContext, item: ast.PolicyItem, draft: Draft): void {
    switch (item.$type) {
        case 'Unscored':
            return add(context, item, { items: draft.unscored, item: lowerUnscored(context, item), kind: KIND_WORDS.unscored });
        case 'Exclusion':
            return add(context, item, { items: draft.exclusions, item: lowerExclusion(context, item), kind: 'exclusion' });
        case 'Adequacy':
            return add(context, item, { items: draft.adequacies, item: lowerAdequacy(context, item), kind: 'adéquation' });
        case 'Signal':
            return add(context, item, { items: draft.signals, item: lowerSignal(context, item, draft.signals.length), kind: 'signale' });
        case 'Objective':
            return add(context, item, { items: draft.objectives, item: lowerObjective(context, item), kind: KIND_WORDS.objective });
        case 'Ranking':
            if (draft.ranking !== undefined) failTwice(context, item, 'classement');
            draft.ranking = lowerRanking(context, item);
            return;
        case 'AnalogousDemands': {
            const analogous = lowerAnalogous(context, item);
            if (draft.analogous !== undefined) failTwice(context, item, 'demandes analogues', { name: 'analogues', kind: 'demandes' });
            if (analogous !== undefined) draft.analogous = analogous;
            return;
        }
        case 'Guarantee':
            return add(context, item, { items: draft.guarantees, item: lowerGuarantee(context, item), kind: 'garantie' });
        case 'Commission':
            if (draft.commission !== undefined) failTwice(context, item, 'commission');
            draft.commission = lowerCommission(context, item);
            return;
        case 'RefusalEffect': {
            const effect = lowerRefusalEffect(context, item);
            if (effect !== undefined) draft.refusalEffects.push(effect);
            return;
        }
        case 'Route':
            return add(context, item, { items: draft.routes, item: lowerRoute(context, item), kind: KIND_WORDS.route });
        case 'Reservee':
            return add(context, item, { items: draft.reservees, item: lowerReservee(context, item), kind: KIND_WORDS.reservee });
        case 'Convention':
            return add(context, item, { items: draft.conventions, item: lowerConvention(context, item), kind: KIND_WORDS.convention });
        case 'PooledShares':
            return add(context, item, { items: draft.pools, item: lowerPooledShares(context, item), kind: 'mise en commun' });
        case 'Imputation':
            return add(context, item, { items: draft.imputations, item: lowerImputation(context, item), kind: KIND_WORDS.imputation });
        case 'SubtractionForecast': {
            const forecast = lowerForecast(context, item);
            if (forecast !== undefined) draft.forecasts.push(forecast);
            return;
        }
        case 'Orientation': {
            const orientation = lowerOrientation(context, item);
            if (draft.orientation !== undefined) failTwice(context, item, 'orientation');
            if (orientation !== undefined) draft.orientation = orientation;
            return;
        }
        default:
            return;
    }
}

/** A clause that a policy says once, said again. */
function failTwice(context: FileContext, node: ast.PolicyItem, keyword: string, said = { name: keyword, kind: keyword }): void {
    fail(context, 'BAR204', said, locationAt(keywordSpan(context, node, keyword)));
}

interface Addition<Item> {
    readonly items: Item[];
    readonly item: Item | undefined;
    readonly kind: string;
}

/** Adds a rule, and reports a second one of the same kind and name. */
function add<Item extends { readonly name: string }>(context: FileContext, node: ast.PolicyItem, { items, item, kind }: Addition<Item>): void {
    if (item === undefined || item.name === undefined) return;
    if (items.some((other) => other.name === item.name)) failTaken(context, node as ast.Route, kind);
    items.push(item);
}

interface PolicyContents {
    readonly draft: Draft;
    readonly vocabulary: Vocabulary;
    readonly sources: readonly SourceRef[];
    readonly parts: readonly PolicyPart[];
}

function policyOf(context: FileContext, node: ast.Policy, { draft, vocabulary, sources, parts }: PolicyContents): Policy | undefined {
    const dates = lowerDates(context, node);
    if (dates === undefined) return undefined;
    const { unscored, ...rules } = draft;
    const territory = node.headers.find((header) => header.$type === 'TerritoryHeader');
    const communes = node.headers.find((header) => header.$type === 'CommunesHeader');
    const succession = node.headers.find((header) => header.$type === 'SuccessionHeader');
    return {
        irVersion: IR_VERSION,
        name: node.name,
        ...optional('label', unquote(node.label)),
        version: unquote(node.version) ?? '',
        ...optional('territory', territory?.code.replace(/\s/g, '')),
        ...optional('communes', communes && [...new Set(wordsOfList(context, { values: communes.communes }))]),
        dates,
        ...optional('succeeds', unquote(succession?.version)),
        citations: textsOf(node, 'SourceHeader'),
        notices: textsOf(node, 'NoticeHeader'),
        sources,
        ...beside(parts),
        vocabulary,
        ...rules,
        ...optional('unscored', unscored.length === 0 ? undefined : unscored),
        at: spanOf(context, node),
        places: policyPlaces(context, node),
    };
}

/** Where a version says which it is and when it is in force. */
function policyPlaces(context: FileContext, node: ast.Policy): Policy['places'] {
    const force = node.headers.find((header) => header.$type === 'ForceHeader');
    const deliberated = node.headers.find((header) => header.$type === 'DateHeader' && header.kind === 'délibérée le');
    const succession = node.headers.find((header) => header.$type === 'SuccessionHeader');
    return {
        name: wordSpan(context, node, 'name'),
        ...optional('force', force && headSpan(context, force, ['start', 'end'])),
        ...optional('deliberated', deliberated && spanOf(context, deliberated)),
        ...optional('succeeds', succession && wordSpan(context, succession, 'version')),
    };
}
