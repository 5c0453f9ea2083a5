import type { FactOwner } from '../ir/value-type.js';
import type { MainTable } from './territory-sources.js';

/** What a table asks of its roles. */
export interface TableRoles {
    readonly owner: FactOwner;
    /** Without these facts in the vocabulary, and these columns in the file, the table means nothing. */
    readonly required: readonly string[];
    /** Required as well as soon as the vocabulary has them. */
    readonly requiredWhereDeclared: readonly string[];
    /** Absent, part of a replay cannot be answered, and this is said. */
    readonly wanted: readonly string[];
    /** A row where one of these is empty is kept, and told. */
    readonly essential: readonly string[];
    /** Whose words are ids of demands. */
    readonly demands: readonly string[];
}

/** Roles by table; which fact plays them is the vocabulary's affair. */
export const TABLE_ROLES: Readonly<Record<MainTable, TableRoles>> = {
    demandes: {
        owner: 'demande',
        required: ['identifiant', 'dépôt'],
        requiredWhereDeclared: [],
        wanted: ['sortie', 'motif_de_sortie', 'sortie_attribution', 'taille_du_ménage', 'communes_souhaitées', 'typologies_souhaitées'],
        essential: ['dépôt', 'taille_du_ménage'],
        demands: ['identifiant'],
    },
    logements: {
        owner: 'logement',
        required: ['identifiant', 'libération'],
        requiredWhereDeclared: ['commune', 'typologie'],
        wanted: ['réservataire', 'bail', 'attributaire'],
        essential: ['libération', 'commune', 'typologie'],
        demands: ['attributaire', 'libéré_par'],
    },
    candidatures: {
        owner: 'candidature',
        required: ['logement', 'demande'],
        requiredWhereDeclared: ['rang'],
        wanted: ['décision', 'réponse'],
        essential: ['rang'],
        demands: ['demande'],
    },
    occupants: { owner: 'demande', required: [], requiredWhereDeclared: [], wanted: [], essential: [], demands: [] },
};
