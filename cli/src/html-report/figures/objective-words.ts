import { fromFraction } from '@bareme/language/ir';
import type { ObjectiveName, ObjectiveOutcome } from '@bareme/language/replay';
import { fractionPercent, plural } from '../../french.js';

/** A verdict in a word that needs no colour. */
export const VERDICTS: Readonly<Record<ObjectiveOutcome['verdict'], string>> = {
    met: 'seuil atteint',
    missed: 'seuil non atteint',
    unsure: 'incertain',
    'no-base': 'sans objet',
};

/** One objective of one year, and of one landlord, commune or other part where it has some, under every rule set. */
export function groupObjectives(outcomes: readonly ObjectiveOutcome[]): readonly (readonly ObjectiveOutcome[])[] {
    const groups = new Map<string, ObjectiveOutcome[]>();
    for (const outcome of outcomes) {
        const key = JSON.stringify([outcome.objective, outcome.year, outcome.by]);
        groups.set(key, [...(groups.get(key) ?? []), outcome]);
    }
    return [...groups.values()];
}

/** `Premier quartile hors QPV, bailleur valmont_habitat (baux de 2024)`. */
export function objectiveTitle({ label, by, year, months }: ObjectiveName): string {
    const part = by === undefined ? '' : `, ${by.fact} ${by.value ?? 'non renseigné'}`;
    const period = year === undefined ? (months === undefined ? '' : ` (${months} derniers mois)`) : ` (baux de ${year})`;
    return `${label}${part}${period}`;
}

/** `au moins 25 %`, `au plus 40 baux`. */
export function boundText({ sense, counted, threshold }: ObjectiveOutcome): string {
    const amount = counted === 'share' ? fractionPercent(threshold) : plural(Number(fromFraction(threshold)?.n ?? 0n), 'bail', 'baux');
    return `${sense === 'at-least' ? 'au moins' : 'au plus'} ${amount}`;
}

/** How many leases would be needed, or are too many. */
export function dueText({ due, verdict, sense }: ObjectiveOutcome): string {
    if (verdict === 'no-base') return 'aucun bail concerné';
    if (due === 0) return 'aucun bail ne manque';
    return sense === 'at-least' ? `il manque ${plural(due, 'bail', 'baux')}` : `${plural(due, 'bail', 'baux')} de trop`;
}
