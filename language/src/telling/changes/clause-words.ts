import { absurd } from '../../kit/absurd.js';
import { fromFraction, integer } from '../../kit/exact-number.js';
import type { Fraction } from '../../ir/value.js';
import type { Objective, Ranking, RankingKey } from '../../ir/policy.js';
import type { Criterion, Group, Points, SetNumber, TierPoints } from '../../ir/scoring.js';
import { enumerate, fractionPercent, pointsText, quoted } from '../words/french.js';
import { eventsWords, expressionWords } from './expression-words.js';
import { NO_FIELDS, type PolicyWords } from './policy-words.js';
import { tierTestWords, unitWords } from './value-words.js';

/** `20 points`, `1 point`, `à fixer`. */
export function pointsWords(points: SetNumber): string {
    if (typeof points !== 'string') return TO_SET;
    return unitWords(fromFraction(points) ?? integer(0), 'point');
}

const TO_SET = 'à fixer';

function cappedWords(capped: string, cap: SetNumber): string {
    return typeof cap === 'string' ? `${capped} à ${pointsText(cap)}` : `${capped}, à un nombre ${TO_SET}`;
}

function floorWords(floor: SetNumber): string {
    return typeof floor === 'string' ? `jamais moins de ${pointsWords(floor)}` : `jamais moins d’un nombre ${TO_SET}`;
}

/** One side of a clause, in words: an edit shows the facets that it changes, and those alone. */
export type Facet = readonly [name: string, words: string];

/** Facets that hold, one after the other. */
export function facetsText(facets: readonly Facet[]): string {
    return facets.map(([, words]) => words).join(', ');
}

/** A criterion: `2 points par mois d’attente, plafonné à 120`, `5 points`, `si …`. */
export function criterionFacets(
    words: PolicyWords,
    { points, condition, cap, floor, proof, exclusive }: Criterion,
    named: (name: string) => string,
): readonly Facet[] {
    const given = [
        givenWords(words, points),
        ...(cap === undefined ? [] : [cappedWords('plafonné', cap)]),
        ...(floor === undefined ? [] : [floorWords(floor)]),
    ];
    return [
        ['points', given.join(', ')],
        ...facet('condition', condition === undefined ? undefined : `si ${expressionWords(words, condition)}`),
        ...facet('proof', proof ? 'sur justificatif' : undefined),
        ...facet('exclusive', exclusive.length === 0 ? undefined : `et alors rien pour ${enumerate(exclusive.map((name) => quoted(named(name))))}`),
    ];
}

/** A facet, where there is something to say. */
export function facet(name: string, words: string | undefined): readonly Facet[] {
    return words === undefined ? [] : [[name, words]];
}

function givenWords(words: PolicyWords, points: Points): string {
    switch (points.kind) {
        case 'flat':
            return pointsWords(points.points);
        case 'rate':
            return `${pointsWords(points.points)} par ${rateWords(words, points.quantity)}`;
        case 'appraised':
            return `de ${pointsText(points.low)} à ${pointsWords(points.high)}, donnés par la commission`;
        case 'tiers':
            return `selon ${expressionWords(words, points.subject)} : ${points.tiers
                .map(({ test, outcome }) => `${outcomeWords(outcome)} (${tierTestWords(words, test, points.subject.type)})`)
                .join(' ; ')}`;
        default:
            return absurd(points);
    }
}

function outcomeWords(outcome: TierPoints): string {
    return outcome.kind === 'incomplete' ? 'à compléter' : pointsWords(outcome.points);
}

function rateWords(words: PolicyWords, quantity: Extract<Points, { kind: 'rate' }>['quantity']): string {
    if (quantity.kind === 'elapsed') {
        const unit = `${quantity.unit === 'ans' ? 'an' : quantity.unit === 'jours' ? 'jour' : 'mois'}${quantity.mode === 'commencé' ? ' commencé' : ''}`;
        const waits = quantity.start.kind === 'fact' && words.isDeposit(quantity.start.name);
        return waits ? `${unit} d’attente` : `${unit} depuis ${expressionWords(words, quantity.start)}`;
    }
    return quantity.kind === 'count' ? eventsWords({ words, fields: NO_FIELDS }, quantity) : expressionWords(words, quantity);
}

/** How points of a group add up: `points qui s’additionnent`, `plafonnés à 35`. */
export function groupFacets({ combination, increase, cap, floor }: Group, order: readonly string[]): readonly Facet[] {
    const inOrder = combination === "dans l'ordre" ? ` : ${enumerate(order.map(quoted), 'puis')}` : '';
    return [
        ['combination', `${COMBINATIONS[combination]}${inOrder}`],
        ...facet('increase', increase && increaseWords(increase)),
        ['cap', cap === undefined ? 'points sans plafond' : cappedWords('points plafonnés', cap)],
        ...facet('floor', floor === undefined ? undefined : floorWords(floor)),
    ];
}

function increaseWords({ percent, direction }: NonNullable<Group['increase']>): string {
    const by = typeof percent === 'string' ? `majorés de ${fractionPercent(percent)}` : `majorés d’un pourcentage ${TO_SET}`;
    return `${by} (arrondi ${direction})`;
}

const COMBINATIONS = {
    cumulables: 'points qui s’additionnent',
    'un seul': 'un seul critère possible',
    'le plus favorable': 'le critère le plus favorable seul',
    "dans l'ordre": 'le premier critère qui s’applique',
} as const;

/** The chain that ranks: `1° …, 2° la note …`. */
export function rankingWords(words: PolicyWords, { keys, incomplete }: Ranking): string {
    const chain = keys.map((key, place) => `${place + 1}° ${keyWords(words, key)}`).join(' ; ');
    return `${chain} ; une demande incomplète compte ${INCOMPLETE[incomplete]}`;
}

const INCOMPLETE = { minimum: 'pour sa note la plus basse', maximum: 'pour sa note la plus haute', last: 'en dernier' } as const;

function keyWords(words: PolicyWords, key: RankingKey): string {
    switch (key.kind) {
        case 'category':
            return `d’abord ${key.conditions.map((condition) => expressionWords(words, condition)).join(', puis ')}`;
        case 'note':
            return key.which === 'declared' ? 'la note déclarée' : 'la note vérifiée';
        case 'fact':
            return `${expressionWords(words, key.value)}, ${key.order === 'descending' ? 'du plus grand au plus petit' : 'du plus petit au plus grand'}`;
        case 'appraisal':
            return 'l’appréciation de la commission (un tirage, en simulation)';
        default:
            return absurd(key);
    }
}

const ROUNDED = { inférieur: 'nombre arrondi à l’inférieur', supérieur: 'nombre arrondi au supérieur', proche: 'nombre arrondi au plus proche' } as const;

/** An objective: `au moins 25 % des baux signés`, `où …`, `vers …`, `trajectoire 2024 : 20 %`. */
export function objectiveFacets(words: PolicyWords, objective: Objective): readonly Facet[] {
    const { sense, counted, amount, base, target, fallback, by, months, rounding, trajectory } = objective;
    const much = (value: Fraction): string => (counted === 'share' ? fractionPercent(value) : pointsText(value));
    return [
        ['amount', `${sense === 'at-least' ? 'au moins' : 'au plus'} ${much(amount)} des baux signés`],
        ...facet('base', base === undefined ? undefined : `où ${expressionWords(words, base)}`),
        ['target', `vers ${expressionWords(words, target)}${fallback === undefined ? '' : `, à défaut ${expressionWords(words, fallback)}`}`],
        ...facet('by', by === undefined ? undefined : `pour chaque ${expressionWords(words, by)}`),
        ...facet('months', months === undefined ? undefined : `sur ${months} mois glissants`),
        ...facet('rounding', rounding?.map(({ from, direction }) => `${ROUNDED[direction]}${from === 0 ? '' : ` à partir de ${from} baux`}`).join(', ')),
        ...facet(
            'trajectory',
            trajectory.length === 0 ? undefined : `trajectoire ${trajectory.map((step) => `${step.year} : ${much(step.amount)}`).join(', ')}`,
        ),
    ];
}
