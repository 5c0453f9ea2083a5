/** What does not exist for a household, as opposed to what its file does not say. */
export const NOT_APPLICABLE = 'sans objet';

/** Yes or no, as the files write it. */
export function yesNo(value: boolean): string {
    return value ? 'oui' : 'non';
}

/** Cents as euros: `1234,50`. */
export function euros(cents: number): string {
    const rest = cents % 100;
    return rest === 0 ? String(cents / 100) : `${(cents - rest) / 100},${String(rest).padStart(2, '0')}`;
}
