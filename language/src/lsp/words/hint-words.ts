/** Which lines a `selon` leaves unsaid. */
export interface SilentTiers {
    readonly missing: boolean;
    readonly notApplicable: boolean;
}

/** What they give all the same (language.md, meaning 2). */
export function silentTiersText({ missing, notApplicable }: SilentTiers): { readonly label: string; readonly tooltip: string } | undefined {
    const parts = [...(missing ? ['non renseigné : à compléter'] : []), ...(notApplicable ? ['sans objet : 0 point'] : [])];
    if (parts.length === 0) return undefined;
    return { label: parts.join(' · '), tooltip: 'Ce que ces cas donnent, puisque aucune ligne n’en dit autrement.' };
}

/** Above a clause: the variants that change it. */
export function editingVariants(names: readonly string[]): string {
    const [first = ''] = names;
    return names.length === 1 ? `Modifié par la variante « ${first} »` : `Modifié par ${names.length} variantes`;
}

/** Above an example: what it gives. */
export function exampleTitle(passed: boolean, found: string): string {
    const note = found === '' ? '' : ` : ${found}`;
    return passed ? `✓ confirmé${note}` : `✗ contredit${note}`;
}

/** Above a clause: the leases that it decided in the last replay. */
export function decidedLeases(count: number): string {
    return count === 1 ? '1 bail décidé par cette clause au dernier rejeu' : `${count} baux décidés par cette clause au dernier rejeu`;
}

export const REPLAY = 'Rejouer';
export const EXPLAIN = 'Expliquer une demande';
