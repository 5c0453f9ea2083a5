/**
 * The roles that a vocabulary's facts may play in a replay (`rôle …` in a `vocabulaire`). Nothing else of a vocabulary is known
 * to the replay: another country's letting scheme works by giving these roles to its own facts.
 */
export const DEMAND_ROLES = [
    /** Pseudonymous id of the demand (code). */
    'identifiant',
    /** Date of the first demand: seniority (date). */
    'dépôt',
    /** First day the demand is open in the data (date); the `dépôt` where absent. */
    'entrée',
    /** Day the demand left (date); missing: still open. */
    'sortie',
    /** Why it left (enumeration): the value with role-value `attribution` is told by `sortie_attribution`. */
    'motif_de_sortie',
    /** Yes/no: the demand left because it was housed. */
    'sortie_attribution',
    /** Validity of this row's facts (dates, both included). */
    'valide_du',
    'valide_au',
    'taille_du_ménage',
    /** A day of birth: one that lies well after the data is told. */
    'naissance',
    'communes_souhaitées',
    'typologies_souhaitées',
    /**
     * Day since which the household is recognised as of a public whose leases weigh on rights (date): the public of an `imputation`. Its
     * stock is told by months since then.
     */
    'reconnaissance',
    /** What sorts households into profiles (yes/no, whole number, enumeration of one value); the size of the household where absent. */
    'profil',
    /** Events: refusals of a dwelling. Their fields have roles `date`, `adapté`, `légitime`. */
    'refus',
] as const;

/** Roles of the facts of a vacancy spell. */
export const DWELLING_ROLES = [
    'identifiant',
    /** Day the dwelling was released (date). */
    'libération',
    /** Order of the spell among those of the same day (integer). */
    'ordre',
    'commune',
    'typologie',
    'réservataire',
    'bailleur',
    /** Day the commission examined the candidates (date), where recorded. */
    'examen',
    /** Day the lease was signed (date), id of the demand housed (code), where recorded. */
    'bail',
    'attributaire',
    /** Id of the demand whose household left the dwelling for another one: a mutation released it. */
    'libéré_par',
] as const;

/**
 * Roles of the facts of a candidature: which spell, which demand, its rank, what was decided and answered, and why (enumerations), the
 * note that the demand had then (number).
 */
export const CANDIDATURE_ROLES = ['logement', 'demande', 'rang', 'décision', 'réponse', 'motif', 'note'] as const;

/** Roles of the fields of events and members: the day, and the last day of what lasts (`date`, `fin`); a day of birth. */
export const EVENT_ROLES = ['date', 'fin', 'adapté', 'légitime', 'naissance'] as const;

/**
 * Roles of the facts deduced of a demand alone: `délai_dépassé` (yes/no), the demand waits beyond the delay that the rules call abnormal;
 * `profil`, as of a declared fact.
 */
export const DERIVED_ROLES = ['délai_dépassé', 'profil'] as const;
