import type { Policy, Ranking } from '../../ir/policy.js';
import { someNode } from '../../ir/policy-nodes.js';
import type { Criterion, Group, Scoring } from '../../ir/scoring.js';
import { criteriaIn } from '../../ir/scoring-parts.js';
import { absurd } from '../../kit/absurd.js';
import { sortedTexts } from '../../kit/text-order.js';
import { criterionMove, groupMove } from './points-direction.js';
import { readsOfCriterion, type PolicyIndex } from './reads.js';
import { directionOf, flip, isTimeSince, type Direction, type TimeScope } from './time-direction.js';

/**
 * Whether, under a policy, the rank of a demand whose facts are all known and stay the same never worsens as days go by: seniority adds
 * points, refusals grow old, nothing expires. A note read on a later day is then a bound of the notes of the days before, and most of
 * a pool need not be looked at again. A `false` costs time only: every note is then read again when it may have changed.
 */
export function neverWorsens({ policy }: Pick<PolicyIndex, 'policy'>, ranking: Ranking, scope: TimeScope): boolean {
    return policy.scorings.every((scoring) => scoringRises(scope, scoring)) && ranking.keys.every((key) => keyRises(scope, key));
}

/** The demand facts that move with time: those that criteria read whose points change, the facts staying the same. Names sorted. */
export function movingFacts({ policy, derivedFacts }: PolicyIndex, scope: TimeScope): readonly string[] {
    const moving = criteriaOf(policy).filter((criterion) => criterionMove(scope, criterion).direction !== 'constant');
    return sortedTexts(new Set(moving.flatMap((criterion) => [...readsOfCriterion(derivedFacts, criterion).demand])));
}

/**
 * Whether a criterion that moves may become unknown on some day though every fact is known: its condition joins several tests, one of
 * which may have no value (a table without that row, a division by zero, a parameter not confirmed) and waits behind another.
 */
export function mayBecomeUnknown({ policy, derivedFacts }: PolicyIndex, scope: TimeScope): boolean {
    return criteriaOf(policy).some((criterion) => {
        if (criterion.condition === undefined || criterionMove(scope, criterion).direction === 'constant') return false;
        const parts = [criterion.condition, ...[...readsOfCriterion(derivedFacts, criterion).derived].map((name) => derivedFacts.get(name))];
        return someNode(parts, ({ kind }) => JOINING.has(kind)) && someNode(parts, ({ kind, operator }) => VALUELESS.has(kind) || operator === '/');
    });
}

const JOINING: ReadonlySet<unknown> = new Set(['and', 'or', 'choose']);
const VALUELESS: ReadonlySet<unknown> = new Set(['lookup', 'select', 'parameter']);

/** Whether a rubric or a cotation has a floor: points that rise may then make an incomplete note of a known one. */
export function hasGroupFloor({ policy }: Pick<PolicyIndex, 'policy'>): boolean {
    const floored = ({ floor, items }: Group): boolean => floor !== undefined || items.some((item) => item.kind === 'rubric' && floored(item.group));
    return policy.scorings.some(({ group }) => floored(group));
}

/** Whether some points go by days elapsed: notes then change every day. */
export function countsDays({ policy }: Pick<PolicyIndex, 'policy'>): boolean {
    return criteriaOf(policy).some(({ points }) => points.kind === 'rate' && points.quantity.kind === 'elapsed' && points.quantity.unit === 'jours');
}

function scoringRises(scope: TimeScope, { scope: condition, group }: Scoring): boolean {
    if (condition !== undefined && directionOf(scope, condition) !== 'constant') return false;
    return rises(groupMove(scope, group).direction);
}

function keyRises(scope: TimeScope, key: Ranking['keys'][number]): boolean {
    switch (key.kind) {
        case 'category':
            return key.conditions.every((condition) => rises(directionOf(scope, condition)));
        case 'fact':
            return isTimeSince(scope, key.value) || rises(key.order === 'descending' ? directionOf(scope, key.value) : flip(directionOf(scope, key.value)));
        case 'note':
        case 'appraisal':
            return true;
        default:
            return absurd(key);
    }
}

function rises(direction: Direction): boolean {
    return direction === 'constant' || direction === 'up';
}

function criteriaOf(policy: Policy): readonly Criterion[] {
    return policy.scorings.flatMap(({ group }) => criteriaIn(group));
}
