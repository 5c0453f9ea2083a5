/** The words by which messages name the kinds of elements. */
export const KIND_WORDS = {
    table: 'table',
    list: 'liste',
    enumeration: 'énumération',
    fact: 'fait',
    parameter: 'paramètre',
    criterion: 'critère',
    rubric: 'rubrique',
    scoring: 'cotation',
    policy: 'politique',
    variant: 'variante',
    vocabulary: 'vocabulaire',
    socle: 'socle',
    objective: 'objectif',
    events: 'événements',
    value: 'valeur',
    unscored: 'traitement hors cotation',
    exclusion: 'exclusion',
    adequacy: 'adéquation',
    signal: 'signale',
    ranking: 'classement',
    route: 'route',
    reservee: 'titulaire',
    convention: 'convention',
    imputation: 'imputation',
} as const;

const FEMININE: ReadonlySet<string> = new Set([
    'table',
    'liste',
    'énumération',
    'rubrique',
    'cotation',
    'politique',
    'variante',
    'valeur',
    'exclusion',
    'adéquation',
    'route',
    'convention',
    'imputation',
    'orientation',
]);

/** How a clause that has no noun of its own is named. */
const NOUNS: ReadonlyMap<string, string> = new Map([
    ['événements', 'fait d’événements'],
    ['signale', 'signalement'],
]);

/** `Aucune table`, `Aucun critère`. */
export function noneOfKind(kind: string): string {
    return `${FEMININE.has(kind) ? 'Aucune' : 'Aucun'} ${NOUNS.get(kind) ?? kind}`;
}

/** `d’une autre table`, `d’un autre critère`. */
export function ofAnother(kind: string): string {
    return `${FEMININE.has(kind) ? 'd’une autre' : 'd’un autre'} ${NOUNS.get(kind) ?? kind}`;
}
