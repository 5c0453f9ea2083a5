import { absurd } from '../kit/absurd.js';
import type { Expression } from '../ir/expression.js';
import type { Criterion, Group, Points, Rubric, Scoring, ScoringItem, SetNumber, TierPoints } from '../ir/scoring.js';
import { LEVELS, type PrintContext } from './context.js';
import { countText, roundingText } from './expression-text.js';
import { aligned, block, indented, words } from './layout.js';
import { exact, numberText, percentText, pointsText } from './number-text.js';
import { tierTestText } from './tier-text.js';
import { labelText, referencesText } from './type-text.js';
import { quoted } from './words.js';

/** A cotation: its scope, its combination, its items. */
export function scoringText(context: PrintContext, scoring: Scoring): string {
    const head = words('cotation', scoring.name, labelText(scoring.label), scopeText(context, scoring.scope));
    return block(`${head}, ${groupText(scoring.group)}`, itemTexts(context, scoring.group.items));
}

function scopeText(context: PrintContext, scope: Expression | undefined): string {
    if (scope === undefined) return 'pour les demandes';
    const any = (part: Expression): string => context.print(context, part, LEVELS.any);
    if (scope.kind === 'not') return `pour les demandes sauf ${any(scope.operand)}`;
    const named = scope.kind === 'fact' || scope.kind === 'derived' || scope.kind === 'parameter';
    return `pour les demandes ${named ? 'de' : 'avec'} ${any(scope)}`;
}

/** `cumulables, majorée de 20 %, arrondie au plus proche, plafonnée à 20 points`, in the order in which they apply. */
export function groupText({ combination, increase, cap, floor }: Group): string {
    const parts: string[] = [combination];
    if (increase !== undefined) parts.push(increaseText(increase.percent), `arrondie ${roundingText(increase.direction)}`);
    parts.push(...limitTexts('plafonnée à', { cap, floor }));
    return parts.join(', ');
}

function increaseText(percent: SetNumber): string {
    return typeof percent === 'string' ? `majorée de ${percentText(exact(percent))}` : 'majoration à fixer';
}

/** A number of points, or what a draft leaves to be set. */
function setText(points: SetNumber): string {
    return typeof points === 'string' ? pointsText(points) : 'à fixer';
}

function limitTexts(capped: 'plafonné à' | 'plafonnée à', { cap, floor }: Pick<Group, 'cap' | 'floor'>): readonly string[] {
    const most = typeof cap === 'string' ? `${capped} ${pointsText(cap)}` : 'plafond à fixer';
    return [...(cap === undefined ? [] : [most]), ...(floor === undefined ? [] : [`plancher ${setText(floor)}`])];
}

/** One item a line, a blank line before and after each rubrique. */
function itemTexts(context: PrintContext, items: readonly ScoringItem[]): readonly string[] {
    return items.map((item, index) => {
        const apart = index > 0 && (item.kind === 'rubric' || items[index - 1]?.kind === 'rubric') ? '\n' : '';
        return apart + (item.kind === 'rubric' ? rubricText(context, item) : criterionText(context, item));
    });
}

function rubricText(context: PrintContext, rubric: Rubric): string {
    const head = `${words('rubrique', rubric.name, labelText(rubric.label))}, ${groupText(rubric.group)}`;
    return words(block(head, itemTexts(context, rubric.group.items)), referencesText(rubric.references));
}

/** A criterion: its points, its condition, its limits, then what it rests on. */
function criterionText(context: PrintContext, criterion: Criterion): string {
    const { points, condition, cap, floor } = criterion;
    const head = words('critère', criterion.name, labelText(criterion.label), points.kind === 'tiers' ? '' : ':');
    const test = condition === undefined ? '' : `si ${context.print(context, condition, condition.kind === 'choose' ? LEVELS.term : LEVELS.any)}`;
    const clause = [words(head, pointsClause(context, points), test), ...limitTexts('plafonné à', { cap, floor })].join(', ');
    const rest = words(
        referencesText(criterion.references),
        criterion.proof ? 'justificatif exigé' : '',
        ...criterion.exclusive.map((name) => `exclusif de critère ${name}`),
        criterion.source === undefined ? '' : `source ${quoted(criterion.source)}`,
    );
    return rest === '' ? clause : `${clause}\n${indented(rest)}`;
}

/** `2 points par mois révolu depuis dépôt, plafonné à 120 points`: what `fixe` says of a criterion. */
export function fixedText(context: PrintContext, { points, cap, floor }: Pick<Criterion, 'points' | 'cap' | 'floor'>): string {
    return [pointsClause(context, points), ...limitTexts('plafonné à', { cap, floor })].join(', ');
}

function pointsClause(context: PrintContext, points: Points): string {
    switch (points.kind) {
        case 'flat':
            return setText(points.points);
        case 'rate':
            return `${setText(points.points)} par ${rateText(context, points.quantity)}`;
        case 'appraised':
            return `appréciation de ${numberText(exact(points.low))} à ${pointsText(points.high)} selon ${context.print(context, points.given, LEVELS.term)}`;
        case 'tiers': {
            const rows = points.tiers.map(({ test, outcome }) => [tierTestText(test, points.subject.type), outcomeText(outcome)]);
            return block(`selon ${context.print(context, points.subject, LEVELS.sum)}`, aligned(rows, ' : '));
        }
        default:
            return absurd(points);
    }
}

function outcomeText(outcome: TierPoints): string {
    return outcome.kind === 'incomplete' ? 'à compléter' : setText(outcome.points);
}

/** What the points are counted by: elapsed time, events, a whole number, or what exceeds a threshold. */
function rateText(context: PrintContext, quantity: Expression): string {
    if (quantity.kind === 'elapsed') {
        const unit = quantity.unit === 'ans' ? 'an' : quantity.unit === 'jours' ? 'jour' : 'mois';
        return `${unit} ${quantity.mode} depuis ${context.print(context, quantity.start, LEVELS.term)}`;
    }
    if (quantity.kind === 'count') return countText(context, quantity);
    const excess = quantity.kind === 'extreme' ? excessOf(quantity.items) : undefined;
    if (excess !== undefined) return `${rateText(context, excess.quantity)} au-delà de ${numberText(exact(excess.threshold))}`;
    return context.print(context, quantity, LEVELS.term);
}

/** The quantity and the threshold of `le plus grand de (quantité - seuil ; 0)`. */
function excessOf([excess, zero]: readonly Expression[]): { readonly quantity: Expression; readonly threshold: string } | undefined {
    if (excess?.kind !== 'arithmetic' || excess.operator !== '-' || zero?.kind !== 'literal' || excess.right.kind !== 'literal') return undefined;
    return excess.right.value.kind === 'number' ? { quantity: excess.left, threshold: excess.right.value.value } : undefined;
}
