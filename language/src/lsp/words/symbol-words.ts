import type { SymbolKind } from '../../references/symbol.js';

/** The kinds of names in the words of an author, with their article. */
const WORDS: Readonly<Record<SymbolKind, string>> = {
    vocabulary: 'le vocabulaire',
    enumeration: 'l’énumération',
    value: 'la valeur',
    fact: 'le fait',
    field: 'le champ',
    derived: 'le fait déduit',
    parameter: 'le paramètre',
    table: 'la table',
    'table-key': 'la clé de table',
    list: 'la liste',
    policy: 'la politique',
    version: 'la version',
    act: 'l’acte',
    socle: 'le socle',
    variant: 'la variante',
    mapping: 'la correspondance',
    scoring: 'la cotation',
    rubric: 'la rubrique',
    criterion: 'le critère',
    unscored: 'le traitement hors cotation',
    exclusion: 'l’exclusion',
    adequacy: 'l’adéquation',
    signal: 'le signalement',
    objective: 'l’objectif',
    guarantee: 'la garantie',
    ground: 'le motif d’attribution',
    route: 'la route',
    reservee: 'le titulaire',
    convention: 'la convention',
    pool: 'la mise en commun',
    imputation: 'l’imputation',
    landlord: 'le bailleur',
    title: 'le titre',
    contingent: 'le contingent',
    role: 'le rôle',
};

/** `le critère`, `la rubrique`. */
export function theKind(kind: SymbolKind): string {
    return WORDS[kind];
}

/** `critère`, `rubrique`. */
export function kindWord(kind: SymbolKind): string {
    return WORDS[kind].replace(/^(le |la |l’)/, '');
}
