import type { RankingKey } from '../../../ir/policy.js';
import type { Day } from '../../../ir/value.js';
import { compare, integer, type Rational } from '../../../kit/exact-number.js';
import { NO_END } from '../../backend/policy-backend.js';
import { rankingNote } from '../../note-ends.js';
import type { DemandResult, NoteResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { orderOf, rankOf } from '../expressions/compare-values.js';
import { evaluateCondition, evaluateExpression } from './evaluate-policy-parts.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { Known } from '../values/value.js';

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
    return key?.kind === 'category' ? datedCategory(loaded, subject, key).category : 0;
}

/** The same, and the last day on which it holds. */
export function datedCategory(loaded: LoadedPolicy, subject: Subject, { conditions }: CategoryKey): { readonly category: number; readonly until: Day } {
    let until: Day = NO_END;
    for (const [category, condition] of conditions.entries()) {
        const { truth, validUntil } = evaluateCondition(loaded, condition, subject);
        until = Math.min(until, validUntil ?? NO_END);
        if (truth === 'true') return { category, until };
    }
    return { category: conditions.length, until };
}

type CategoryKey = Extract<RankingKey, { kind: 'category' }>;

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
            return factValue(loaded, key, subject);
        case 'appraisal':
            return { kind: 'appraisal' };
    }
}

function noteValue(note: NoteResult, incomplete: Ranked['incomplete']): RankingValue {
    const ranked = rankingNote(note, incomplete);
    return ranked === undefined ? { kind: 'none' } : { kind: 'note', note: ranked };
}

/** What a demand shows to a key that is a fact: a word of an enumeration by its place in it. */
export function factValue(
    loaded: LoadedPolicy,
    key: Extract<RankingKey, { kind: 'fact' }>,
    subject: Subject,
): Extract<RankingValue, { kind: 'fact' | 'none' }> {
    const value = evaluateExpression(loaded, key.value, subject);
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
