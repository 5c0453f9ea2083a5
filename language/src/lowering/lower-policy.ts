import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import { IR_VERSION, type NamedList, type Policy, type PolicyDates } from '../ir/policy.js';
import type { SourceRef } from '../ir/span.js';
import type { Table, TablePeriod, TableRow, Vocabulary } from '../ir/vocabulary.js';
import { copyScope, type Scope } from '../references/scope.js';
import { fail, failUnknown, lowerReferences, optional, spanOf, unquote, wordLocation, type FileContext } from './context.js';
import type { ExpressionContext } from './expression-context.js';
import { lowerScoring } from './lower-criteria.js';
import { lowerAnalogous } from './lower-analogous.js';
import { addDatedList, isDated, wordsOfList } from './lower-dated-list.js';
import { lowerAdequacy, lowerExclusion, lowerSignal } from './lower-eligibility.js';
import { expressionContext } from './lower-expression.js';
import { lowerDate, lowerLiteral } from './lower-literal.js';
import { lowerConvention, lowerForecast, lowerImputation, lowerOrientation, lowerPooledShares, lowerReservee, lowerRoute } from './lower-flux.js';
import { lowerCommission } from './lower-commission.js';
import { lowerGuarantee } from './lower-guarantee.js';
import { lowerRefusalEffect } from './lower-refusal-effect.js';
import { lowerObjective } from './lower-objective.js';
import { lowerRanking } from './lower-ranking.js';
import { lowerPeriod } from './lower-table.js';
import { checkRoleReads } from './lower-role.js';
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
    ranking?: Policy['ranking'];
    analogous?: Policy['analogous'];
    commission?: Policy['commission'];
    orientation?: Policy['orientation'];
};

/** One version: its headers, then its own names, then its rules, so that a rule may come before the list it uses. */
export function lowerPolicy(parts: readonly PolicyPart[], known: KnownVocabulary, sources: readonly SourceRef[]): LoweredPolicy | undefined {
    const [main] = parts;
    if (main === undefined || main.node.$type !== 'Policy') return undefined;
    const scope = copyScope(known.scope);
    const draft: Draft = {
        refusalEffects: [],
        guarantees: [],
        lists: [],
        scorings: [],
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
        for (const item of items) lowerPolicyItem(expressions, item, draft);
    }
    const policy = policyOf(main.context, main.node, { draft, vocabulary, sources });
    return policy === undefined ? undefined : { policy, scope };
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
            const derived = item.$type === 'DerivedFact' ? lowerDerived(expressionContext(context, scope), item) : undefined;
            if (derived !== undefined) vocabulary = { ...vocabulary, derived: [...vocabulary.derived, derived] };
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
        failUnknown(context, 'BAR203', { name: node.table, kind: KIND_WORDS.table, nearest: nearestNames(node.table, scope.tables.keys()) }, node);
        return vocabulary;
    }
    let merged = table;
    for (const period of node.periods) {
        const added = lowerPeriod(context, scope, period, { name: node.table, ...signature });
        if (added !== undefined) merged = withPeriod(context, merged, { period, added });
    }
    return { ...vocabulary, tables: vocabulary.tables.map((candidate) => (candidate === table ? merged : candidate)) };
}

/** The table with more rows: in the period of the same start where there is one. A row that the period already has is refused. */
function withPeriod(context: FileContext, table: Table, { period, added }: { readonly period: ast.TablePeriod; readonly added: TablePeriod }): Table {
    const same = table.periods.find((candidate) => candidate.start === added.start);
    if (same === undefined) return { ...table, periods: [...table.periods, added] };
    const keyOf = (row: TableRow): string => JSON.stringify(row.keys);
    const known = new Set(same.rows.map(keyOf));
    const double = added.rows.find((row) => known.has(keyOf(row)));
    if (double !== undefined) {
        const keys = double.keys.map((key, index) => `« ${table.keys[index]?.name ?? ''} » ${key ?? 'sinon'}`).join(', ');
        fail(context, 'BAR315', { table: table.name, keys }, wordLocation(context, period, double.keys[0] ?? 'sinon'));
    }
    const rows = [...added.rows.filter((row) => !known.has(keyOf(row))), ...same.rows];
    return { ...table, periods: table.periods.map((candidate) => (candidate === same ? { ...same, rows } : candidate)) };
}

function confirm(context: FileContext, scope: Scope, node: ast.ParameterConfirmation, vocabulary: Vocabulary): Vocabulary {
    const parameter = vocabulary.parameters.find((candidate) => candidate.name === node.parameter);
    if (parameter === undefined) {
        const nearest = nearestNames(node.parameter, scope.parameters.keys());
        failUnknown(context, 'BAR203', { name: node.parameter, kind: KIND_WORDS.parameter, nearest }, node);
        return vocabulary;
    }
    const value = lowerLiteral(context, scope, node.value, parameter.type);
    if (value === undefined) return vocabulary;
    const confirmedOn = node.date === undefined ? undefined : lowerDate(context, node, node.date);
    const confirmed = { ...parameter, value, ...optional('confirmedBy', unquote(node.source)), ...optional('confirmedOn', confirmedOn) };
    return { ...vocabulary, parameters: vocabulary.parameters.map((candidate) => (candidate === parameter ? confirmed : candidate)) };
}

function addList(context: FileContext, scope: Scope, node: ast.NamedList, lists: NamedList[]): void {
    if (node.name === undefined) return;
    if (scope.lists.has(node.name)) {
        fail(context, 'BAR204', { name: node.name, kind: KIND_WORDS.list }, wordLocation(context, node, node.name));
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
        values: wordsOfList(node),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
    };
}

function lowerPolicyItem(context: ExpressionContext, item: ast.PolicyItem, draft: Draft): void {
    switch (item.$type) {
        case 'Scoring':
            return add(context, item, { items: draft.scorings, item: lowerScoring(context, item), kind: KIND_WORDS.scoring });
        case 'Exclusion':
            return add(context, item, { items: draft.exclusions, item: lowerExclusion(context, item), kind: 'exclusion' });
        case 'Adequacy':
            return add(context, item, { items: draft.adequacies, item: lowerAdequacy(context, item), kind: 'adéquation' });
        case 'Signal':
            return add(context, item, { items: draft.signals, item: lowerSignal(context, item, draft.signals.length), kind: 'signale' });
        case 'Objective':
            return add(context, item, { items: draft.objectives, item: lowerObjective(context, item), kind: KIND_WORDS.objective });
        case 'Ranking':
            if (draft.ranking !== undefined) fail(context, 'BAR204', { name: 'classement', kind: 'classement' }, wordLocation(context, item, 'classement'));
            draft.ranking = lowerRanking(context, item);
            return;
        case 'AnalogousDemands': {
            const analogous = lowerAnalogous(context, item);
            if (draft.analogous !== undefined) fail(context, 'BAR204', { name: 'analogues', kind: 'demandes' }, wordLocation(context, item, 'analogues'));
            if (analogous !== undefined) draft.analogous = analogous;
            return;
        }
        case 'Guarantee':
            return add(context, item, { items: draft.guarantees, item: lowerGuarantee(context, item), kind: 'garantie' });
        case 'Commission':
            if (draft.commission !== undefined) fail(context, 'BAR204', { name: 'commission', kind: 'commission' }, wordLocation(context, item, 'commission'));
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
            if (draft.orientation !== undefined)
                fail(context, 'BAR204', { name: 'orientation', kind: 'orientation' }, wordLocation(context, item, 'orientation'));
            if (orientation !== undefined) draft.orientation = orientation;
            return;
        }
        default:
            return;
    }
}

interface Addition<Item> {
    readonly items: Item[];
    readonly item: Item | undefined;
    readonly kind: string;
}

/** Adds a rule, and reports a second one of the same kind and name. */
function add<Item extends { readonly name: string }>(context: FileContext, node: ast.PolicyItem, { items, item, kind }: Addition<Item>): void {
    if (item === undefined || item.name === undefined) return;
    if (items.some((other) => other.name === item.name)) fail(context, 'BAR204', { name: item.name, kind }, wordLocation(context, node, item.name));
    items.push(item);
}

interface PolicyContents {
    readonly draft: Draft;
    readonly vocabulary: Vocabulary;
    readonly sources: readonly SourceRef[];
}

function policyOf(context: FileContext, node: ast.Policy, { draft, vocabulary, sources }: PolicyContents): Policy | undefined {
    const dates = lowerDates(context, node);
    if (dates === undefined) return undefined;
    const texts = <Type extends 'SourceHeader' | 'NoticeHeader'>(type: Type): string[] =>
        node.headers.flatMap((header) => (header.$type === type && 'text' in header ? [unquote(header.text) ?? ''] : []));
    const territory = node.headers.find((header) => header.$type === 'TerritoryHeader');
    const communes = node.headers.find((header) => header.$type === 'CommunesHeader');
    const succession = node.headers.find((header) => header.$type === 'SuccessionHeader');
    return {
        irVersion: IR_VERSION,
        name: node.name,
        ...optional('label', unquote(node.label)),
        version: unquote(node.version) ?? '',
        ...optional('territory', territory?.code.replace(/\s/g, '')),
        ...optional('communes', communes && [...new Set(wordsOfList({ values: communes.communes }))]),
        dates,
        ...optional('succeeds', unquote(succession?.version)),
        citations: texts('SourceHeader'),
        notices: texts('NoticeHeader'),
        sources,
        vocabulary,
        ...draft,
        at: spanOf(context, node),
    };
}

function lowerDates(context: FileContext, node: ast.Policy): PolicyDates | undefined {
    const force = node.headers.find((header) => header.$type === 'ForceHeader');
    if (force === undefined) return fail(context, 'BAR504', { policy: node.name }, wordLocation(context, node, node.name));
    const from = lowerDate(context, force, force.start);
    if (from === undefined) return undefined;
    const dated = (...kinds: string[]): number | undefined => {
        const header = node.headers.find((candidate) => candidate.$type === 'DateHeader' && kinds.includes(candidate.kind));
        return header?.$type === 'DateHeader' ? lowerDate(context, header, header.date) : undefined;
    };
    const opinions = node.headers.flatMap((header) => {
        const day = header.$type === 'OpinionHeader' ? lowerDate(context, header, header.date) : undefined;
        return header.$type === 'OpinionHeader' && day !== undefined ? [{ body: header.body, day }] : [];
    });
    return {
        ...optional('deliberated', dated('délibérée le')),
        opinions,
        from,
        ...optional('to', force.end === undefined ? undefined : lowerDate(context, force, force.end)),
        ...optional('switchover', dated('bascule des notes le')),
        ...optional('evaluation', dated('évaluation le')),
    };
}
