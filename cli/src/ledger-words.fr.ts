import type { LeaseMark } from '@bareme/language/replay';

/** The column of an objective in `registre-interne.csv`. */
export function objectiveColumn(objective: string): string {
    return `objectif ${objective}`;
}

/** The column of an imputation in `registre-interne.csv`. */
export function imputationColumn(imputation: string): string {
    return `imputation ${imputation}`;
}

/** What a lease is for an objective, as `registre-interne.csv` writes it. */
export const LEASE_MARKS: Readonly<Record<LeaseMark, string>> = {
    reached: 'atteint',
    'by-default': 'atteint à défaut',
    missed: 'manqué',
    unknown: 'inconnu',
};

/** What stands in the place of a convention for what a landlord keeps. */
export const UNRESERVED = 'part non réservée';
