import type { ObjectiveName, ObjectiveOutcome } from '@bareme/language/replay';

/** A verdict in a word that needs no colour. */
export const VERDICTS: Readonly<Record<ObjectiveOutcome['verdict'], string>> = {
    met: 'seuil atteint',
    missed: 'seuil non atteint',
    unsure: 'incertain',
    'no-base': 'sans objet',
};

/** `Premier quartile hors QPV, bailleur valmont_habitat (baux de 2024)`. */
export function objectiveTitle({ label, by, year, months }: ObjectiveName): string {
    const part = by === undefined ? '' : `, ${by.fact} ${by.value ?? 'non renseigné'}`;
    const period = year === undefined ? (months === undefined ? '' : ` (${months} derniers mois)`) : ` (baux de ${year})`;
    return `${label}${part}${period}`;
}
