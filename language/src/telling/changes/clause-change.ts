/** The act that a clause belongs to: the plan, the intercommunal convention, a convention of reservation. */
export type Act = 'plan' | 'agreement' | 'convention';

/** One clause that a variant edits, in words. */
export interface ClauseChange {
    /** What the clause is: `criterion attente`, `objective q1_hors_qpv`; unique within a variant. */
    readonly id: string;
    readonly kind: 'added' | 'removed' | 'edited';
    readonly act: Act;
    /** The clause by its label: « Ancienneté de la demande ». */
    readonly clause: string;
    /** Where it stands: « Cotation Premier accès, rubrique Ressources ». */
    readonly place?: string;
    /** In words; absent of a clause added, or removed. */
    readonly before?: string;
    readonly after?: string;
    /** The whole change on one line: « Ancienneté de la demande : 1 point par mois, plafonné à 60 → 2 points par mois, plafonné à 120 ». */
    readonly text: string;
    /** Clauses that read it, by their labels: an edited list also edits the objectives that read it. */
    readonly readBy: readonly string[];
}

/** A fact that rules read: who carries it, its name, its label. */
export interface FactRead {
    readonly owner: string;
    readonly name: string;
    readonly label: string;
}
