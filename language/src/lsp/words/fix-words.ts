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

/** A list that the policy does not have. */
export function declareList(name: string): string {
    return `Déclarer la liste « ${name} », à remplir`;
}

/** The text that allows an exclusion. */
export function addArticle(article: string): string {
    return `Ajouter réf "${article}"`;
}

/** The motive that the demandeur is owed: the label of the exclusion. */
export function addMotive(label: string): string {
    return `Ajouter le motif « ${label} »`;
}

export const EXTRACT_RUBRIC = 'Réunir ces critères dans une rubrique';

/** A rubrique that the author has not named yet. */
export const NEW_RUBRIC = { name: 'nouvelle_rubrique', label: 'Nouvelle rubrique' } as const;

/** A household to which a criterion gives points. */
export function draftExample(criterion: string): string {
    return `Écrire un exemple du critère « ${criterion} »`;
}

/** The version that follows one. */
export function draftVersion({ policy, version }: { readonly policy: string; readonly version: string }): string {
    return `Écrire la version qui succède à « ${policy} » ${version}`;
}
