import type { RankingKey } from '../../../ir/policy.js';
import { compare, integer, type Rational } from '../../../kit/exact-number.js';
import type { DemandResult, NoteResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { orderOf, rankOf } from '../expressions/compare-values.js';
import { evaluateCondition, evaluateExpression } from './evaluate-policy-parts.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { ExpressionValue, Known } from '../values/value.js';

/**
 * What a demand shows to one key of the ranking; `none` ranks after every other value, in either order. The appraisal of the commission
 * is not known here: demands alike up to it are for the draw that simulates it.
 */
export type RankingValue =
    | { readonly kind: 'category'; readonly category: number }
    | { readonly kind: 'note'; readonly note: Rational }
    | { readonly kind: 'fact'; readonly value: Known }
    | { readonly kind: 'appraisal' }
    | { readonly kind: 'none' };

/**
 * The place of the demand in a category key (the first of the policy where none is given): 0 for the first condition that surely holds,
 * and the number of conditions when none does. A condition that is unknown is not held. 0 without category.
 */
export function categoryOf(loaded: LoadedPolicy, subject: Subject, key: RankingKey | undefined = firstCategory(loaded)): number {
    if (key?.kind !== 'category') return 0;
    const held = key.conditions.findIndex((condition) => evaluateCondition(loaded, condition, subject).truth === 'true');
    return held < 0 ? key.conditions.length : held;
}

/** What a demand shows to each key of the ranking, in order; empty without ranking. `result` is the demand's, for the same subject. */
export function rankingKeyOf(loaded: LoadedPolicy, subject: Subject, result: DemandResult): readonly RankingValue[] {
    const { ranking } = loaded.policy;
    return (ranking?.keys ?? []).map((key) => rankingValue(loaded, subject, { key, result, incomplete: ranking?.incomplete ?? 'minimum' }));
}

/**
 * Negative when the first demand ranks before the second, positive when after, 0 when only the appraisal can tell: categories first to
 * last, notes from the highest, facts in the order that their key says.
 */
export function compareRankingKeys(loaded: LoadedPolicy, a: readonly RankingValue[], b: readonly RankingValue[]): number {
    const keys = loaded.policy.ranking?.keys ?? [];
    for (const [index, key] of keys.entries()) {
        const order = orderUnder(key, a[index], b[index]);
        if (order !== 0) return order;
    }
    return 0;
}

function firstCategory(loaded: LoadedPolicy): RankingKey | undefined {
    return loaded.policy.ranking?.keys.find((key) => key.kind === 'category');
}

interface Ranked {
    readonly key: RankingKey;
    readonly result: DemandResult;
    readonly incomplete: 'minimum' | 'maximum' | 'last';
}

function rankingValue(loaded: LoadedPolicy, subject: Subject, { key, result, incomplete }: Ranked): RankingValue {
    switch (key.kind) {
        case 'category':
            return { kind: 'category', category: categoryOf(loaded, subject, key) };
        case 'note':
            return noteValue(result[key.which], incomplete);
        case 'fact':
            return factValue(loaded, key, evaluateExpression(loaded, key.value, subject));
        case 'appraisal':
            return { kind: 'appraisal' };
    }
}

/** A note asked without a dwelling ranks by its fixed part. */
function noteValue(result: NoteResult, incomplete: Ranked['incomplete']): RankingValue {
    if (result.kind === 'note') return { kind: 'note', note: result.note };
    if (result.kind === 'interval') return { kind: 'note', note: result.fixed };
    if (incomplete === 'last') return { kind: 'none' };
    return { kind: 'note', note: incomplete === 'minimum' ? result.low : result.high };
}

/** A word of an enumeration ranks by its place in it. */
function factValue(loaded: LoadedPolicy, key: Extract<RankingKey, { kind: 'fact' }>, value: ExpressionValue): RankingValue {
    if (value.kind === 'missing' || value.kind === 'not-applicable') return { kind: 'none' };
    const rank = value.kind === 'word' ? rankOf(loaded, key.value.type)?.get(value.value) : undefined;
    return { kind: 'fact', value: rank === undefined ? value : { kind: 'number', value: integer(rank) } };
}

function orderUnder(key: RankingKey, a: RankingValue | undefined, b: RankingValue | undefined): number {
    if (a === undefined || b === undefined || a.kind === 'none' || b.kind === 'none') return Number(isNone(a)) - Number(isNone(b));
    if (a.kind === 'category' && b.kind === 'category') return a.category - b.category;
    if (a.kind === 'note' && b.kind === 'note') return compare(b.note, a.note);
    if (a.kind !== 'fact' || b.kind !== 'fact' || key.kind !== 'fact') return 0;
    const order = orderOf(a.value, b.value) ?? 0;
    return key.order === 'descending' ? -order : order;
}

function isNone(value: RankingValue | undefined): boolean {
    return value === undefined || value.kind === 'none';
}
