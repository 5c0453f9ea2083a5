/** On whose rights the leases to a public weigh, under one rule set or in the record (`HISTORY`): by the version of the day of each lease. */
export interface ImputationOutcome {
    readonly ruleSet: string;
    readonly imputation: string;
    readonly label: string;
    /** Leases to the public: `imputed` of every line, and those of `untold`. */
    readonly leases: number;
    /** Leases of which it is not known whether they are to the public. */
    readonly unsure: number;
    /** By reservee, in the order of the policy: leases on its rights, and those of them in a dwelling that it held. */
    readonly lines: readonly { readonly reservee: string; readonly label: string; readonly imputed: number; readonly own: number }[];
    /** Leases to the public that no line takes, or of which the line is not known. */
    readonly untold: number;
    readonly text: string;
    readonly references: readonly string[];
}
