/** A line of a `selon` with other bounds. */
export function widen(written: string, words: string): string {
    return `Remplacer « ${written} » par « ${words} »`;
}

/** One more line, for all that no other says. */
export function addOtherwise(line: string): string {
    return `Ajouter « ${line} »`;
}

/** The second of two lines that meet one value. */
export const REMOVE_LINE = 'Supprimer cette ligne';

/** A fact that no vocabulary declares. */
export function declareFact(name: string, type: string): string {
    return `Déclarer le fait « ${name} » : ${type}`;
}

/** What a policy lacks that uses the national words without having them. */
export const ADD_NATIONAL = 'Ajouter le vocabulaire national';
