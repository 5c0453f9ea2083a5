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

/** The facts that the note of an example lacks. */
export function giveFacts(names: readonly string[]): string {
    const shown = names.slice(0, MOST_NAMED).join(', ');
    const others = names.length - MOST_NAMED;
    const more = others > 0 ? ` et ${others} ${others > 1 ? 'autres' : 'autre'}` : '';
    return `Donner ${names.length > 1 ? 'les faits qui manquent' : 'le fait qui manque'} à la note : ${shown}${more}`;
}

const MOST_NAMED = 5;

/** The clauses that confirm parameters. */
export function confirmParameters(names: readonly string[]): string {
    const [first = ''] = names;
    return names.length === 1
        ? `Confirmer « ${first} », valeur et source à relire`
        : `Confirmer les ${names.length} paramètres que lit cette règle, valeurs et source à relire`;
}

/** A name, or a condition, for a word of the field. */
export function replaceByMeant(text: string, title: string | undefined): string {
    return `Remplacer par « ${text} »${title === undefined ? '' : ` : ${title}`}`;
}

/** The version that follows one. */
export function draftVersion({ policy, version }: { readonly policy: string; readonly version: string }): string {
    return `Écrire la version qui succède à « ${policy} » ${version}`;
}
