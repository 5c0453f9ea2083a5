/** What a guarantee comes to on some demands: each tested one keeps it, breaks it, or cannot be told. */
export interface GuaranteeCounts {
    readonly tested: number;
    readonly broken: number;
    readonly unsure: number;
    /** Demands of which it is not known whether the guarantee is about them. */
    readonly unknown: number;
}
