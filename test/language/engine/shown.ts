import { evaluateCondition, evaluateDemand, loadPolicy, type NoteResult, type PointsResult, type Subject } from '../../../language/src/engine/index.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { ScoringItem } from '../../../language/src/ir/scoring.js';
import { toFraction } from '../../../language/src/kit/exact-number.js';
import { day, policy, reader, scoring, type Given, type GroupOptions, type PolicyParts } from './build.js';

/** A note in one line: `77`, `[0, 15] sans revenu`, `10 puis [10, 15]` for a fixed part and its interval. */
export function shown(note: NoteResult): string {
    switch (note.kind) {
        case 'note':
            return toFraction(note.note);
        case 'interval':
            return `${toFraction(note.fixed)} puis [${toFraction(note.low)}, ${toFraction(note.high)}]`;
        case 'incomplete':
            return `[${toFraction(note.low)}, ${toFraction(note.high)}] sans ${note.missing.join(' ')}`.trim();
        case 'unscored':
            return `hors cotation ${note.clauses.join(' ')}`;
    }
}

/** Points in one line: `20`, or `[0, 20]`. */
export function shownPoints(points: PointsResult): string {
    return points.kind === 'exact' ? toFraction(points.points) : `[${toFraction(points.low)}, ${toFraction(points.high)}]`;
}

export type Household = Readonly<Record<string, Given>>;

/** The day of evaluation where a case does not say otherwise. */
export const TODAY = '15/03/2024';

export function subjectOf(
    facts: Household,
    others: Partial<Omit<Subject, 'demand' | 'day'>> & { readonly day?: string; readonly proved?: readonly string[] } = {},
): Subject {
    const { day: civil = TODAY, proved, ...rest } = others;
    return { demand: reader(facts, proved), day: day(civil), ...rest };
}

/** The declared note of a household under a scoring of these items. */
export function noteOf(parts: PolicyParts, items: readonly ScoringItem[], facts: Household, options: GroupOptions & { readonly day?: string } = {}): string {
    const { day: civil = TODAY, ...group } = options;
    const loaded = loadPolicy(policy({ ...parts, scorings: [scoring('grille', items, group)] }));
    return shown(evaluateDemand(loaded, subjectOf(facts, { day: civil })).declared);
}

/** `oui`, `non`, or `? revenu` with what is missing. */
export function truthOf(parts: PolicyParts, condition: Expression, facts: Household, civil: string = TODAY): string {
    const result = evaluateCondition(loadPolicy(policy(parts)), condition, subjectOf(facts, { day: civil }));
    if (result.truth === 'unknown') return `? ${result.missing.join(' ')}`;
    return result.truth === 'true' ? 'oui' : 'non';
}
