/** Which figure of which objective: one objective has one for each rule set, and where it says so for each year and each part. */
export interface ObjectiveName {
    readonly objective: string;
    readonly label: string;
    readonly ruleSet: string;
    /** The civil year of the leases; absent where the objective counts the leases of its last months. */
    readonly year?: number;
    /** The fact of the dwelling that tells leases apart, and its value here; without value, the dwellings that do not say. */
    readonly by?: { readonly fact: string; readonly value?: string };
    /** The leases of so many months until the end of the window, instead of those of civil years. */
    readonly months?: number;
    /** What the threshold counts: a share of the denominator, or leases. */
    readonly counted: 'share' | 'leases';
}

/** The name alone. */
export function nameOfObjective({ objective, label, ruleSet, year, by, months, counted }: ObjectiveName): ObjectiveName {
    return {
        objective,
        label,
        ruleSet,
        ...(year === undefined ? {} : { year }),
        ...(by === undefined ? {} : { by }),
        ...(months === undefined ? {} : { months }),
        counted,
    };
}

/** Whether two figures are of the same objective, rule set, year and part. */
export function isSameObjective(a: ObjectiveName, b: ObjectiveName): boolean {
    return a.objective === b.objective && a.ruleSet === b.ruleSet && a.year === b.year && a.by?.value === b.by?.value;
}
