import { compareText } from '../kit/text-order.js';
import type { Location } from '../diagnostics/diagnostic.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion, Group, Scoring, ScoringItem } from '../ir/scoring.js';
import { fail, failUnknown, optional, placeOf, spanOf, unquote, wordSpan, type FileContext } from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { lowerCriterion, lowerItem, lowerLimits, lowerOptions, lowerPoints, pointsPlaces, pointsText } from './lower-criteria.js';
import { expressionContext } from './expressions/lower-expression.js';
import { lowerConvention, lowerOrientation, lowerRoute } from './lower-flux.js';
import { isDated, lowerListPeriod, type DatedList } from './lower-dated-list.js';
import { lowerList, type LoweredPolicy } from './lower-policy.js';
import { lowerRefusalEffect } from './lower-refusal-effect.js';
import { lowerRanking } from './lower-ranking.js';

/**
 * A variant as a complete policy: the version it names with its edits applied in order. An edit of something that the version does
 * not have is an error, never a silent return to the base rule (language.md, meaning 9).
 */
export function lowerVariant(context: FileContext, node: ast.Variant, base: LoweredPolicy): Policy {
    const expressions = expressionContext(context, base.scope);
    const start: Policy = {
        ...base.policy,
        variant: { name: node.name, ...optional('label', unquote(node.label)) },
        sources: withSource(base.policy.sources, context.path),
        at: spanOf(context, node),
        places: { ...base.policy.places, name: wordSpan(context, node, 'policy'), variant: wordSpan(context, node, 'name') },
    };
    return node.edits.reduce((policy, edit) => applyEdit(expressions, edit, policy), start);
}

function withSource(sources: Policy['sources'], path: string): Policy['sources'] {
    return sources.some((source) => source.path === path) ? sources : [...sources, { path }].sort((a, b) => compareText(a.path, b.path));
}

function applyEdit(context: ExpressionContext, edit: ast.Edit, policy: Policy): Policy {
    switch (edit.$type) {
        case 'SetPoints':
            return setPoints(context, edit, policy);
        case 'RemoveItem':
            return editItem(
                context,
                policy,
                { place: placeOf(context, edit, 'target'), scoring: edit.scoring, name: edit.target, kind: edit.kind === 'critère' ? 'criterion' : 'rubric' },
                () => [],
            );
        case 'ReplaceCriterion':
            return replaceCriterion(context, edit, policy);
        case 'AddItem':
            return addItems(context, edit, policy);
        case 'CombineItem':
            return combine(context, edit, policy);
        case 'ReplaceRanking': {
            const ranking = lowerRanking(context, edit.ranking);
            return ranking === undefined ? policy : { ...policy, ranking };
        }
        case 'ReplaceList':
            return replaceList(context, edit, policy);
        case 'ReplaceRoute':
            return replaceRule(context, policy, {
                key: 'routes',
                place: placeOf(context, edit.route, 'name'),
                kind: KIND_WORDS.route,
                rule: lowerRoute(context, edit.route),
            });
        case 'ReplaceConvention':
            return replaceRule(context, policy, {
                key: 'conventions',
                place: placeOf(context, edit.convention, 'name'),
                kind: KIND_WORDS.convention,
                rule: lowerConvention(context, edit.convention),
            });
        case 'ReplaceOrientation': {
            const orientation = lowerOrientation(context, edit.orientation);
            return orientation === undefined ? policy : { ...policy, orientation };
        }
        case 'AddRefusalEffect': {
            const effect = lowerRefusalEffect(context, edit.effect);
            return effect === undefined ? policy : { ...policy, refusalEffects: [...policy.refusalEffects, effect] };
        }
        case 'RemoveRefusalEffects': {
            if (policy.refusalEffects.length === 0) fail(context, 'BAR474', { policy: policy.name }, edit);
            return { ...policy, refusalEffects: [] };
        }
    }
}

/** Where an edit applies: a name, the cotation that holds it when several do, and what it is. */
interface Target {
    /** The name, underlined when nothing bears it. */
    readonly place: Location;
    readonly scoring: string | undefined;
    readonly name: string;
    readonly kind: 'criterion' | 'rubric';
}

/** Replaces the one item of that kind and name by what `change` makes of it. */
function editItem(context: FileContext, policy: Policy, target: Target, change: (item: ScoringItem) => readonly ScoringItem[]): Policy {
    const scoring = findScoring(context, policy, target);
    if (scoring === undefined) return policy;
    const group = mapItems(scoring.group, (item) => (item.kind === target.kind && item.name === target.name ? change(item) : [item]));
    return { ...policy, scorings: policy.scorings.map((candidate) => (candidate === scoring ? { ...scoring, group } : candidate)) };
}

function mapItems(group: Group, change: (item: ScoringItem) => readonly ScoringItem[]): Group {
    const items = group.items.flatMap((item) => {
        const inside: ScoringItem = item.kind === 'rubric' ? { ...item, group: mapItems(item.group, change) } : item;
        return change(inside);
    });
    return { ...group, items };
}

function findScoring(context: FileContext, policy: Policy, { place, scoring, name, kind }: Target): Scoring | undefined {
    if (name === undefined) return undefined;
    const holders = policy.scorings.filter(
        (candidate) =>
            (scoring === undefined || candidate.name === scoring) && itemsOf(candidate.group).some((item) => item.kind === kind && item.name === name),
    );
    if (holders.length === 1) return holders[0];
    if (holders.length > 1) return fail(context, 'BAR208', { name, places: holders.map((holder) => holder.name) }, place);
    const names = policy.scorings
        .flatMap((candidate) => itemsOf(candidate.group))
        .filter((item) => item.kind === kind)
        .map((item) => item.name);
    return failUnknown(context, 'BAR507', { kind: KIND_WORDS[kind], name, nearest: nearestNames(name, names) }, place);
}

/** The items of a group and of the groups inside it, in order. */
export function itemsOf(group: Group): readonly ScoringItem[] {
    return group.items.flatMap((item) => (item.kind === 'rubric' ? [item, ...itemsOf(item.group)] : [item]));
}

/** `fixe` replaces the points clause and nothing else: condition, proof and references stay. */
function setPoints(context: ExpressionContext, edit: ast.SetPoints, policy: Policy): Policy {
    const points = lowerPoints(context, edit.points);
    if (points === undefined) return policy;
    const change = (item: ScoringItem): readonly ScoringItem[] => {
        if (item.kind === 'rubric') return [item];
        const kept = withoutLimits(item);
        const condition = /\bsi\b.*$/.exec(item.text)?.[0];
        const text = pointsText(context, edit.points, edit.limits) + (condition === undefined || item.condition === undefined ? '' : ` ${condition}`);
        const { name, exclusive } = kept.places ?? {};
        const places = { ...optional('name', name), ...optional('exclusive', exclusive), ...pointsPlaces(context, edit) };
        const changed: Criterion = { ...kept, points, ...lowerLimits(context, edit.criterion, edit.limits), text, places };
        return [changed];
    };
    return editItem(context, policy, { place: placeOf(context, edit, 'criterion'), scoring: edit.scoring, name: edit.criterion, kind: 'criterion' }, change);
}

/** The criterion without its cap and floor, which belong to the points clause. */
function withoutLimits(item: Criterion): Criterion {
    const entries = Object.entries(item).filter(([key]) => key !== 'cap' && key !== 'floor');
    return Object.fromEntries(entries) as unknown as Criterion;
}

function replaceCriterion(context: ExpressionContext, edit: ast.ReplaceCriterion, policy: Policy): Policy {
    const criterion = lowerCriterion(context, edit.item);
    if (criterion === undefined) return policy;
    return editItem(context, policy, { place: placeOf(context, edit, 'target'), scoring: edit.scoring, name: edit.target, kind: 'criterion' }, () => [
        criterion,
    ]);
}

function addItems(context: ExpressionContext, edit: ast.AddItem, policy: Policy): Policy {
    const holders = policy.scorings.filter((scoring) => (edit.kind === 'cotation' ? scoring.name === edit.target : true));
    const taken = new Set(holders.flatMap((scoring) => itemsOf(scoring.group).map((item) => item.name)));
    const added = edit.items.flatMap((item) => lowerItem(context, item, taken) ?? []);
    if (edit.kind === 'cotation')
        return editScoring(context, policy, { place: placeOf(context, edit, 'target'), name: edit.target }, (scoring) => ({
            ...scoring,
            group: { ...scoring.group, items: [...scoring.group.items, ...added] },
        }));
    const change = (item: ScoringItem): readonly ScoringItem[] =>
        item.kind === 'rubric' ? [{ ...item, group: { ...item.group, items: [...item.group.items, ...added] } }] : [item];
    return editItem(context, policy, { place: placeOf(context, edit, 'target'), scoring: edit.scoring, name: edit.target, kind: 'rubric' }, change);
}

/** Another combination, cap or majoration; what the edit does not write is removed, as the clause is replaced. */
function combine(context: ExpressionContext, edit: ast.CombineItem, policy: Policy): Policy {
    const options = lowerOptions(context, edit.target, edit.options);
    if (edit.kind === 'cotation')
        return editScoring(context, policy, { place: placeOf(context, edit, 'target'), name: edit.target }, (scoring) => ({
            ...scoring,
            group: { ...options, items: scoring.group.items },
        }));
    const change = (item: ScoringItem): readonly ScoringItem[] =>
        item.kind === 'rubric' ? [{ ...item, group: { ...options, items: item.group.items } }] : [item];
    return editItem(context, policy, { place: placeOf(context, edit, 'target'), scoring: edit.scoring, name: edit.target, kind: 'rubric' }, change);
}

function editScoring(
    context: FileContext,
    policy: Policy,
    { place, name }: { readonly place: Location; readonly name: string },
    change: (scoring: Scoring) => Scoring,
): Policy {
    if (name === undefined) return policy;
    if (policy.scorings.some((scoring) => scoring.name === name)) {
        return { ...policy, scorings: policy.scorings.map((scoring) => (scoring.name === name ? change(scoring) : scoring)) };
    }
    const known = nearestNames(
        name,
        policy.scorings.map((scoring) => scoring.name),
    );
    failUnknown(context, 'BAR507', { kind: KIND_WORDS.scoring, name, nearest: known }, place);
    return policy;
}

/** Another content for a named list; every condition that reads the list by its name reads the new one. */
function replaceList(context: ExpressionContext, edit: ast.ReplaceList, policy: Policy): Policy {
    if (isDated(edit.list)) return replaceDatedList(context, { edit, list: edit.list }, policy);
    const list = lowerList(context, edit.list);
    if (!policy.lists.some((candidate) => candidate.name === list.name)) {
        const known = nearestNames(
            list.name,
            policy.lists.map((candidate) => candidate.name),
        );
        failUnknown(context, 'BAR507', { kind: KIND_WORDS.list, name: list.name, nearest: known }, placeOf(context, edit.list, 'name'));
        return policy;
    }
    const lists = policy.lists.map((candidate) => (candidate.name === list.name ? list : candidate));
    return { ...rewriteList(policy, list.name, list.values), lists };
}

/** Another content for the period of a dated list that begins that day, or one period more. */
function replaceDatedList(context: ExpressionContext, { edit, list }: { readonly edit: ast.ReplaceList; readonly list: DatedList }, policy: Policy): Policy {
    const { tables } = policy.vocabulary;
    const table = tables.find(({ name, list: isList }) => isList === true && name === list.name);
    const period = lowerListPeriod(context, list);
    if (table === undefined) {
        const names = tables.flatMap(({ name, list: isList }) => (isList === true ? [name] : []));
        failUnknown(
            context,
            'BAR507',
            { kind: KIND_WORDS.list, name: list.name, nearest: nearestNames(list.name, names) },
            placeOf(context, edit.list, 'name'),
        );
    }
    if (table === undefined || period === undefined) return policy;
    const periods = [...table.periods.filter(({ start }) => start !== period.start), period].sort((a, b) => a.start - b.start);
    const relabelled = { ...table, ...optional('label', unquote(list.label)), periods };
    return { ...policy, vocabulary: { ...policy.vocabulary, tables: tables.map((known) => (known === table ? relabelled : known)) } };
}

/** The policy with the values of a list replaced wherever a condition names it: plain data, visited whole. */
function rewriteList<Node>(node: Node, name: string, values: readonly string[]): Node {
    if (Array.isArray(node)) return node.map((item: unknown) => rewriteList(item, name, values)) as Node;
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]) => [key, rewriteList(value as unknown, name, values)] as const);
    const copy = Object.fromEntries(entries) as Record<string, unknown>;
    return (copy.kind === 'among' && copy.list === name ? { ...copy, values } : copy) as Node;
}

/** A route or a convention in the place of the one of its name. */
function replaceRule<Key extends 'routes' | 'conventions'>(
    context: FileContext,
    policy: Policy,
    { key, place, kind, rule }: { readonly key: Key; readonly place: Location; readonly kind: string; readonly rule: Policy[Key][number] | undefined },
): Policy {
    if (rule === undefined) return policy;
    const rules: readonly Policy[Key][number][] = policy[key];
    if (rules.some(({ name }) => name === rule.name)) return { ...policy, [key]: rules.map((known) => (known.name === rule.name ? rule : known)) };
    const names = rules.map(({ name }) => name);
    failUnknown(context, 'BAR507', { kind, name: rule.name, nearest: nearestNames(rule.name, names) }, place);
    return policy;
}
