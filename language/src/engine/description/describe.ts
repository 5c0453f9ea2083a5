import type { Expression } from '../../ir/expression.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { Program } from '../program.js';
import { factsReadBy, readsOfOtherKeys, readsOfRank, rulesRead, tablesRead, type FactsRead, type RulesRead } from './facts-read.js';
import { indexOf, type PolicyIndex } from './reads.js';
import { directionOf, tableChanges, timeScope, within } from './time-direction.js';

/** What the rules of a policy read, and when what they say may change, the facts staying the same: known before any demand is read. */
export interface Description {
    /** All that a demand's rank depends on: the cotations and the keys of the ranking. */
    readonly rank: FactsRead;
    /** What the keys of the ranking read, the note apart. */
    readonly otherKeys: FactsRead;
    /** What all rules read of a demand, to rank, admit or suit. */
    readonly rules: RulesRead;
    /** What some expressions of the policy read, together. */
    readonly readsOf: (expressions: readonly (Expression | undefined)[]) => FactsRead;
    /** On which days of a range the outcome of an expression may change. */
    readonly changesOf: (expression: Expression, days: DayRange) => Changes;
}

/** When an outcome may change: on some days, or on any. */
export interface Changes {
    /** The days on which a table that it reads changes; none where it is `daily`. */
    readonly cuts: readonly Day[];
    readonly daily: boolean;
}

/** Describes a policy; nothing of it depends on the facts of a demand. */
export function describe(program: Program): Description {
    const index = indexOf(program);
    return {
        rank: readsOfRank(index),
        otherKeys: readsOfOtherKeys(index),
        rules: rulesRead(index),
        readsOf: (expressions) => factsReadBy(index, expressions),
        changesOf: (expression, days) => changesOf(index, expression, days),
    };
}

/** Between two changes of its tables nothing moves, or else it may move on any day. */
function changesOf(index: PolicyIndex, expression: Expression, days: DayRange): Changes {
    const scope = timeScope(index.policy.vocabulary, days, undefined);
    if (directionOf(scope, expression) === 'constant') return { cuts: [], daily: false };
    const cuts = tableChanges(scope, tablesRead(index, expression));
    const ends = [days.from, ...cuts, days.to + 1];
    const isSteady = ends.slice(1).every((end, place) => directionOf(within(scope, { from: ends[place]!, to: end - 1 }), expression) === 'constant');
    return isSteady ? { cuts, daily: false } : { cuts: [], daily: true };
}
